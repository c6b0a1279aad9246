-- Up Migration

-- What one piece cost when it was put into the cart; null in lines from before.
alter table cart.lines add column seen_price_fen bigint check (seen_price_fen > 0);

-- When the goods are to come and to be installed, as the buyer wished; whom the order is for; taken off the lists.
alter table orders.orders
  add column deliver_at timestamptz,
  add column install_at timestamptz,
  add column is_delivery_install boolean not null default false,
  add column is_government_order boolean not null default false,
  add column deleted_at timestamptz,
  add check (deleted_at is null or state = 'cancelled');
-- How many unpaid orders a person has, and what they hold.
create index orders_unpaid on orders.orders (user_id) where state = 'pending';
create index orders_paid_at on orders.orders (paid_at desc) where paid_at is not null;
