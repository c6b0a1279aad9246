-- Up Migration

create schema orders;

create table orders.orders (
  id bigint generated always as identity primary key,
  number text not null unique check (number ~ '^[0-9]{16,32}$'),
  user_id bigint not null references accounts.users (id),
  state text not null check (state in
    ('pending', 'paid', 'shipped', 'completed', 'cancelled', 'returning', 'refunding', 'refunded')),
  goods_fen bigint not null check (goods_fen >= 0),
  discount_fen bigint not null default 0 check (discount_fen between 0 and goods_fen),
  freight_fen bigint not null default 0 check (freight_fen >= 0),
  payable_fen bigint not null check (payable_fen > 0),
  item_qty integer not null check (item_qty > 0),
  pay_method text not null check (pay_method in ('wechat', 'alipay', 'bank', 'credit')),
  note text not null default '',
  -- snapshot of the address
  receiver text not null,
  phone text not null,
  province text not null,
  city text not null,
  district text not null,
  province_code integer not null,
  city_code integer not null,
  district_code integer not null,
  address_detail text not null,
  cancel_reason text not null default '',
  cancelled_by text check (cancelled_by in ('buyer', 'staff', 'timeout')),
  placed_by bigint not null references accounts.users (id),
  placed_at timestamptz not null,
  expires_at timestamptz not null,
  paid_at timestamptz,
  shipped_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  updated_at timestamptz not null,
  check (payable_fen = goods_fen - discount_fen + freight_fen)
) with (fillfactor = 85);
create index orders_user_id on orders.orders (user_id, id desc);
create index orders_state on orders.orders (state, id desc);
create index orders_expiring on orders.orders (expires_at) where state = 'pending';

create table orders.order_lines (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders.orders (id),
  product_id bigint not null references catalog.products (id),
  sku_id bigint not null references catalog.skus (id),
  product_name text not null,
  sku_specs jsonb not null,
  sku_code text not null,
  image text not null,
  product_type_id bigint,
  qty integer not null check (qty > 0),
  unit_price_fen bigint not null check (unit_price_fen > 0),
  discount_fen bigint not null default 0,
  created_at timestamptz not null,
  unique (order_id, sku_id)
);

create table orders.order_moves (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders.orders (id),
  move text not null,
  from_state text,
  to_state text not null,
  actor_id bigint references accounts.users (id),
  note text not null default '',
  at timestamptz not null
);
create index order_moves_order_id on orders.order_moves (order_id, id);
