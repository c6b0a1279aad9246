-- Up Migration

-- What is to be written into the audit log of payments: each fact in the transaction that makes it true, masked
-- already. A row goes once its line stands in the file.
create table platform.audit_facts (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  fact jsonb not null
);

-- A refund whose money has left twice. `account`: the one that it left the second time, where the first was another;
-- null where the refund itself is the second one of its money. Closed by a person, once.
create table payments.refund_repeats (
  refund_id bigint primary key references payments.refunds (id),
  account text,
  at timestamptz not null,
  closed_at timestamptz,
  closed_as text check (closed_as in ('returned', 'written_off')),
  actor_id bigint references accounts.users (id),
  check ((closed_at is null) = (closed_as is null))
);
insert into payments.refund_repeats (refund_id, account, at)
select id, nullif(provider, paid_from), updated_at from payments.refunds where problem = 'paid_twice';
insert into book.entries (kind, business_key, order_id, order_number, payment_id, suspense_id, refund_id, reference, at)
select case when r.suspense_id is null then 'refund' else 'suspense_refund' end, 'refund:' || r.id || ':again', r.order_id,
  r.order_number, r.payment_id, r.suspense_id, r.id, r.refund_number, p.at
from payments.refund_repeats p join payments.refunds r on r.id = p.refund_id where p.account is not null;
insert into book.postings (entry_id, account, amount_fen)
select e.id, sides.account, sides.amount_fen
from payments.refund_repeats p join payments.refunds r on r.id = p.refund_id
join book.entries e on e.business_key = 'refund:' || r.id || ':again'
cross join lateral (values (case when r.suspense_id is null then 'orders' else 'suspense' end, r.amount_fen),
  (p.account, -r.amount_fen)) as sides (account, amount_fen)
where p.account is not null;
