-- Up Migration

create schema lifecycle;

create table lifecycle.product_types (
  id bigint generated always as identity primary key,
  name text not null,
  model text not null unique,
  specification text not null default '',
  warranty_months integer not null default 12 check (warranty_months between 0 and 240),
  description text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- One physical machine, one code.
create table lifecycle.units (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[A-Za-z0-9._-]{1,64}$'),
  product_type_id bigint not null references lifecycle.product_types (id),
  state text not null check (state in ('created', 'shipped', 'activated')),
  remark text not null default '',
  agent_id bigint references accounts.users (id),
  order_id bigint references orders.orders (id),
  order_line_id bigint references orders.order_lines (id),
  shipped_at timestamptz,
  owner_id bigint references accounts.users (id),
  -- whether the owner is who bought it; null when it was not sold by an order
  owner_is_buyer boolean,
  activated_at timestamptz,
  warranty_start_on date,
  warranty_end_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'created') = (shipped_at is null)),
  check ((state = 'activated') = (owner_id is not null and activated_at is not null and warranty_end_on is not null)),
  check (agent_id is null or order_id is null)
);
create index units_state on lifecycle.units (state, id desc);
create index units_product_type_id on lifecycle.units (product_type_id, id desc);
create index units_agent_id on lifecycle.units (agent_id, id desc) where agent_id is not null;
create index units_owner_id on lifecycle.units (owner_id, id desc) where owner_id is not null;
create index units_order_id on lifecycle.units (order_id) where order_id is not null;

create table lifecycle.repairs (
  id bigint generated always as identity primary key,
  unit_id bigint not null references lifecycle.units (id),
  reason text not null,
  state text not null check (state in ('pending', 'in_progress', 'completed', 'cancelled')),
  result text not null default '',
  remark text not null default '',
  repair_at timestamptz,
  was_in_warranty boolean not null,
  reporter_id bigint references accounts.users (id),
  handler_id bigint references accounts.users (id),
  completed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index repairs_one_open on lifecycle.repairs (unit_id) where state in ('pending', 'in_progress');
create index repairs_unit_id on lifecycle.repairs (unit_id, id desc);
create index repairs_state on lifecycle.repairs (state, id desc);

-- Every action on a unit, written once and never changed.
create table lifecycle.operation_records (
  id bigint generated always as identity primary key,
  operation_type text not null,
  operator_id bigint references accounts.users (id),
  unit_id bigint references lifecycle.units (id),
  detail jsonb not null default '{}',
  at timestamptz not null
);
create index operation_records_unit_id on lifecycle.operation_records (unit_id, id desc);

create function lifecycle.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'operation records are never changed';
end $$;
create trigger operation_records_immutable before update or delete on lifecycle.operation_records
  for each row execute function lifecycle.refuse_change();
create trigger operation_records_not_emptied before truncate on lifecycle.operation_records
  for each statement execute function lifecycle.refuse_change();

-- What a scanned unit of this type looks like in the shop.
create index skus_product_type_id on catalog.skus (product_type_id, id) where product_type_id is not null;
