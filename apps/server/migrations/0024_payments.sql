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
      where p.order_id = new.order_id and p.id <> new.id and p.method = 'alipay' and p.channel is not null))
    then new.order_number || '_' || new.id
    else new.order_number end;
  return new;
end $$;
create trigger payments_trade_number before insert or update of trade_number on payments.payments
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

-- When the company is asked next about an attempt that was started, and how often it was; since when it is known that
-- the trade can no longer be paid there. `removed_at`: an attempt that came to nothing and is no longer listed; the row
-- stays, as money for it may still come.
alter table payments.payments
  add column next_ask_at timestamptz,
  add column asks integer not null default 0,
  add column closed_at timestamptz,
  add column removed_at timestamptz;
update payments.payments set next_ask_at = updated_at where state = 'processing' and method <> 'bank';
create index payments_to_ask on payments.payments (method, next_ask_at) where state = 'processing';
create index payments_user_id on payments.payments (user_id, id desc);

-- Who moved an attempt, when a person did, and in which words.
alter table payments.payment_moves
  add column actor_id bigint references accounts.users (id),
  add column note text not null default '';

-- What a buyer sent to prove a bank transfer; it waits as long as its attempt is open.
create table payments.bank_proofs (
  payment_id bigint primary key references payments.payments (id),
  image_path text,
  note text not null default '' check (char_length(note) <= 500),
  uploaded_at timestamptz not null,
  check (image_path is not null or note <> '')
);
create index bank_proofs_image_path on payments.bank_proofs (image_path);
