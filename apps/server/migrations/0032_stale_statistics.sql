-- Up Migration

-- Between two looks of autovacuum the planner believes in the shares of yesterday: that no order is unpaid, that nobody
-- pays by Alipay. An index that begins with such a column, or has it as its only condition, then seems the shortest way
-- and is read from end to end, in a rush of all times. So indices of orders and payments begin with what tells rows apart.
drop index orders.orders_expiring;
-- For the query that asks for it in so many words, and for no other.
create index orders_expiring on orders.orders (expires_at) where state = 'pending' and expires_at > '-infinity';

drop index payments.payments_open;
drop index payments.payments_trade;
drop index payments.payments_trade_number;
drop index payments.payments_one_live_number;
drop index payments.payments_one_paid_number;
create unique index payments_trade on payments.payments (trade_id, method);
create index payments_trade_number on payments.payments (trade_number, method);
create unique index payments_one_live_number on payments.payments (trade_number, method)
  where state in ('init', 'processing');
create unique index payments_one_paid_number on payments.payments (trade_number, method) where state = 'succeeded';
