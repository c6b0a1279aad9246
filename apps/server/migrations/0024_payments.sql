-- Up Migration

-- How the buyer was sent to pay, known once the attempt was started, and our number of the trade at the company.
alter table payments.payments
  add column channel text check (channel in ('page', 'wap', 'native', 'h5', 'jsapi')),
  add column trade_number text not null default '';
update payments.payments p set trade_number = order_number,
  channel = case when method = 'alipay' and exists (
    select 1 from payments.payment_moves m where m.payment_id = p.id and m.event = 'start') then 'page' end;

-- WeChat takes a number once for one set of parameters, so each attempt has one of its own. Alipay knows the order by
-- its number (contract D-21); once an attempt under it was started and has ended, the next one has its own as well.
create function payments.give_trade_number() returns trigger language plpgsql as $$
begin
  new.trade_number := case
    when new.method = 'wechat' or (new.method = 'alipay' and exists (
      select 1 from payments.payments p
      where p.order_id = new.order_id and p.method = 'alipay' and p.channel is not null))
    then new.order_number || '_' || new.id
    else new.order_number end;
  return new;
end $$;
create trigger payments_trade_number before insert on payments.payments
  for each row when (new.trade_number = '') execute function payments.give_trade_number();

create index payments_trade_number on payments.payments (method, trade_number);
create unique index payments_one_live_number on payments.payments (method, trade_number)
  where state in ('init', 'processing');
create unique index payments_one_paid_number on payments.payments (method, trade_number) where state = 'succeeded';

-- A company knows a trade by our number of it; refunds and odd money belong to a trade.
alter table payments.suspense add column trade_number text not null default '';
update payments.suspense set trade_number = order_number;
alter table payments.refunds add column trade_number text not null default '';
update payments.refunds set trade_number = order_number;
