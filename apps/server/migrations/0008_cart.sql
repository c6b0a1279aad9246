-- Up Migration

create schema cart;

-- A line belongs to a person or to the holder of an opaque cookie, of which only the hash is kept.
create table cart.lines (
  id bigint generated always as identity primary key,
  user_id bigint references accounts.users (id),
  guest_hash text,
  sku_id bigint not null references catalog.skus (id),
  qty integer not null check (qty between 1 and 9999),
  is_selected boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((user_id is null) <> (guest_hash is null))
);
create unique index lines_user_sku on cart.lines (user_id, sku_id) where user_id is not null;
create unique index lines_guest_sku on cart.lines (guest_hash, sku_id) where guest_hash is not null;
create index lines_guest_age on cart.lines (updated_at) where guest_hash is not null;
