-- Up Migration

create schema book;

-- Where money can be. What a company holds for us grows to the positive side, what it is held for to the negative one.
create table book.accounts (
  code text primary key,
  kind text not null check (kind in ('held', 'owed', 'spent'))
);
insert into book.accounts (code, kind) values
  ('alipay', 'held'), ('wechat', 'held'), ('bank', 'held'), ('orders', 'owed'), ('suspense', 'owed'), ('fees', 'spent');

-- One thing that happened to money, once per business key. Orders and payments stand above the book, so their ids are
-- no foreign keys. `written_in` is the transaction: only there may postings be added.
create table book.entries (
  id bigint generated always as identity primary key,
  kind text not null check (kind in
    ('receipt', 'suspense_receipt', 'revive', 'match', 'refund', 'suspense_refund', 'fee', 'correction')),
  business_key text not null unique,
  order_id bigint,
  order_number text not null default '',
  payment_id bigint,
  suspense_id bigint,
  refund_id bigint,
  reference text not null default '',
  note text not null default '',
  actor_id bigint references accounts.users (id),
  at timestamptz not null,
  written_in bigint not null default pg_current_xact_id()::text::bigint
);
create index entries_order_number on book.entries (order_number, id) where order_number <> '';
create index entries_at on book.entries (at, id);

create table book.postings (
  entry_id bigint not null references book.entries (id),
  account text not null references book.accounts (code),
  amount_fen bigint not null check (amount_fen <> 0),
  primary key (entry_id, account)
);
create index postings_account on book.postings (account, entry_id desc) include (amount_fen);

create function book.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The money book is only ever added to: % of %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger only_added_to before update or delete or truncate on book.entries
  for each statement execute function book.refuse_change();
create trigger only_added_to before update or delete or truncate on book.postings
  for each statement execute function book.refuse_change();
create trigger only_added_to before update or delete or truncate on book.accounts
  for each statement execute function book.refuse_change();

create function book.refuse_late_posting() returns trigger language plpgsql as $$
begin
  if not exists (
    select from book.entries where id = new.entry_id and written_in = pg_current_xact_id()::text::bigint
  ) then
    raise exception 'Entry % is closed: postings belong to the transaction that writes their entry', new.entry_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger with_its_entry before insert on book.postings
  for each row execute function book.refuse_late_posting();

create function book.mark_entry() returns trigger language plpgsql as $$
begin
  new.written_in := pg_current_xact_id()::text::bigint;
  return new;
end $$;
create trigger marked before insert on book.entries for each row execute function book.mark_entry();

-- Looked at when the transaction commits: an entry has two postings or more, and they sum to nothing.
create function book.require_balance() returns trigger language plpgsql as $$
declare
  entry bigint := case tg_table_name when 'entries' then (to_jsonb(new) ->> 'id')::bigint
    else (to_jsonb(new) ->> 'entry_id')::bigint end;
  lines bigint;
  total numeric;
begin
  select count(*), coalesce(sum(amount_fen), 0) into lines, total from book.postings where entry_id = entry;
  if lines < 2 or total <> 0 then
    raise exception 'Entry % is not balanced: % postings sum to %', entry, lines, total
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on book.entries
  deferrable initially deferred for each row execute function book.require_balance();
create constraint trigger balanced after insert on book.postings
  deferrable initially deferred for each row execute function book.require_balance();

-- What went wrong with a refund, in a word; when it is asked about next; who made it and how it was paid out.
alter table payments.refunds
  add column problem text not null default ''
    check (problem in ('', 'refused', 'abnormal', 'no_balance', 'amount_differs', 'stopped', 'paid_twice')),
  add column transaction_id text not null default '',
  add column paid_from text,
  add column operator_id bigint references accounts.users (id),
  add column given_up_at timestamptz,
  add column ask_at timestamptz;
update payments.refunds set ask_at = updated_at + interval '1 minute',
  problem = case state when 'failed' then 'refused' else '' end,
  paid_from = case state when 'succeeded' then provider end;
alter table payments.refunds
  alter column ask_at set not null,
  drop constraint refunds_state_check,
  add constraint refunds_state_check
    check (state in ('pending', 'processing', 'succeeded', 'failed', 'abnormal', 'no_balance')),
  add constraint refunds_paid_from check ((state = 'succeeded') = (paid_from is not null));
drop index payments.refunds_open;
create index refunds_open on payments.refunds (ask_at) where state in ('pending', 'processing');
create index refunds_problem on payments.refunds (id desc) where problem <> '' and given_up_at is null;
create index refunds_order_number on payments.refunds (order_number);

create table payments.refund_moves (
  id bigint generated always as identity primary key,
  refund_id bigint not null references payments.refunds (id),
  event text not null,
  from_state text,
  to_state text not null,
  actor_id bigint references accounts.users (id),
  note text not null default '',
  at timestamptz not null
);
create index refund_moves_refund_id on payments.refund_moves (refund_id, id);
insert into payments.refund_moves (refund_id, event, from_state, to_state, at)
select id, 'make', null, 'pending', created_at from payments.refunds
union all
select id, case state when 'succeeded' then 'succeed' when 'failed' then 'fail' else 'start' end, 'pending', state,
  coalesce(succeeded_at, updated_at)
from payments.refunds where state <> 'pending'
order by 1, 5, 2 desc;

alter table payments.suspense
  drop constraint suspense_state_check,
  add constraint suspense_state_check check (state in ('open', 'refunding', 'refunded', 'revived', 'matched'));
create index suspense_order_number on payments.suspense (order_number);

create table payments.suspense_moves (
  id bigint generated always as identity primary key,
  suspense_id bigint not null references payments.suspense (id),
  event text not null,
  from_state text,
  to_state text not null,
  actor_id bigint references accounts.users (id),
  note text not null default '',
  at timestamptz not null
);
create index suspense_moves_suspense_id on payments.suspense_moves (suspense_id, id);
insert into payments.suspense_moves (suspense_id, event, from_state, to_state, at)
select id, 'keep', null, 'open', created_at from payments.suspense
union all
select id, state, 'open', state, updated_at from payments.suspense where state <> 'open'
order by 1, 5;

-- How a person settled a notice that did not fit its order.
create table payments.case_closings (
  notice_id bigint primary key references payments.notices (id),
  actor_id bigint not null references accounts.users (id),
  reason text not null check (reason <> ''),
  at timestamptz not null
);
create index notices_cases on payments.notices (id desc) 
  where starts_with(verdict, 'wrong_') or verdict = 'unknown_refund';

-- The book of what happened before there was one.
create temporary table past on commit drop as
select case when s.id is null then 'receipt' else 'revive' end as kind, 'payment:' || p.id as business_key, p.order_id,
  p.order_number, p.id as payment_id, s.id as suspense_id, null::bigint as refund_id, coalesce(p.trade_id, '') as reference,
  p.updated_at as at, case when s.id is null then p.method else 'suspense' end as takes, 'orders' as gives, p.amount_fen
from payments.payments p
left join payments.suspense s on s.provider = p.method and s.trade_id = p.trade_id and s.state = 'revived'
where p.state = 'succeeded'
union all
select 'suspense_receipt', 'suspense:' || id, order_id, order_number, null, id, null, trade_id, created_at, provider,
  'suspense', amount_fen
from payments.suspense
union all
select case when suspense_id is null then 'refund' else 'suspense_refund' end, 'refund:' || id, order_id, order_number,
  payment_id, suspense_id, id, refund_number, coalesce(succeeded_at, updated_at),
  case when suspense_id is null then 'orders' else 'suspense' end, paid_from, amount_fen
from payments.refunds where state = 'succeeded';

insert into book.entries (kind, business_key, order_id, order_number, payment_id, suspense_id, refund_id, reference, at)
select kind, business_key, order_id, order_number, payment_id, suspense_id, refund_id, reference, at
from past order by at, business_key;
insert into book.postings (entry_id, account, amount_fen)
select e.id, t.account, t.amount_fen
from past join book.entries e using (business_key)
cross join lateral (values (past.takes, past.amount_fen), (past.gives, -past.amount_fen)) as t (account, amount_fen);
