-- Up Migration

create schema stock;

-- Free stock is on hand minus held (what the wire calls `stock`).
create table stock.levels (
  sku_id bigint primary key references catalog.skus (id),
  on_hand_qty integer not null check (on_hand_qty >= 0),
  held_qty integer not null default 0,
  check (held_qty between 0 and on_hand_qty)
) with (fillfactor = 80);

-- Stock kept for an order: one row per order and SKU, for ever.
create table stock.holds (
  order_id bigint not null,
  sku_id bigint not null references stock.levels (sku_id),
  qty integer not null check (qty > 0),
  state text not null check (state in ('held', 'released', 'shipped')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (order_id, sku_id)
);

-- The log: every change of free stock or stock on hand, with its reason.
create table stock.moves (
  id bigint generated always as identity primary key,
  sku_id bigint not null references catalog.skus (id),
  change_type text not null check (change_type in ('lock', 'release', 'ship', 'adjust')),
  qty integer not null,
  reason text not null default '',
  order_id bigint,
  actor_id bigint references accounts.users (id),
  at timestamptz not null
);
create index moves_sku_id on stock.moves (sku_id, id desc);
