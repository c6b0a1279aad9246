-- Up Migration

create schema fulfilment;

create table fulfilment.parcels (
  id bigint generated always as identity primary key,
  order_id bigint not null unique references orders.orders (id),
  carrier text not null default '',
  tracking_number text not null,
  shipped_by bigint references accounts.users (id),
  shipped_at timestamptz not null
);
