-- Up Migration

create schema payments;

-- One attempt to pay an order. Orders stand above payments, so `order_id` is no foreign key.
create table payments.payments (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  order_number text not null,
  user_id bigint not null references accounts.users (id),
  method text not null check (method in ('wechat', 'alipay', 'bank')),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('init', 'processing', 'succeeded', 'failed', 'cancelled', 'expired')),
  trade_id text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'succeeded') = (trade_id is not null))
);
create unique index payments_trade on payments.payments (method, trade_id);
create unique index payments_one_success on payments.payments (order_id) where state = 'succeeded';
create unique index payments_one_open on payments.payments (order_id, method) where state in ('init', 'processing');
create index payments_order_id on payments.payments (order_id, id desc);
create index payments_order_number on payments.payments (order_number);
create index payments_open on payments.payments (created_at) where state in ('init', 'processing');

create table payments.payment_moves (
  id bigint generated always as identity primary key,
  payment_id bigint not null references payments.payments (id),
  event text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null
);
create index payment_moves_payment_id on payments.payment_moves (payment_id, id);

-- Money that arrived and cannot pay its order: it goes back once, or revives the order.
create table payments.suspense (
  id bigint generated always as identity primary key,
  provider text not null,
  trade_id text not null,
  order_number text not null,
  order_id bigint,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null check (reason in ('late', 'double', 'unknown_order')),
  state text not null check (state in ('open', 'refunding', 'refunded', 'revived')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, trade_id)
);
create index suspense_open on payments.suspense (created_at) where state = 'open';

-- Money on its way back, under one number for ever.
create table payments.refunds (
  id bigint generated always as identity primary key,
  refund_number text not null unique,
  provider text not null,
  order_number text not null,
  order_id bigint,
  payment_id bigint references payments.payments (id),
  suspense_id bigint unique references payments.suspense (id),
  trade_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null default '',
  state text not null check (state in ('pending', 'processing', 'succeeded', 'failed')),
  attempts integer not null default 0,
  last_answer text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  succeeded_at timestamptz,
  check ((payment_id is null) <> (suspense_id is null))
);
create index refunds_order_id on payments.refunds (order_id);
create index refunds_payment_id on payments.refunds (payment_id);
create index refunds_open on payments.refunds (updated_at) where state in ('pending', 'processing');

-- Every notice that was proved to come from the company, once per its id, and what became of it.
create table payments.notices (
  id bigint generated always as identity primary key,
  provider text not null,
  notice_id text not null,
  order_number text not null,
  verdict text not null,
  body jsonb not null,
  received_at timestamptz not null,
  unique (provider, notice_id)
);

-- What was asked of a payment company and what it said, redacted.
create table payments.provider_calls (
  id bigint generated always as identity primary key,
  provider text not null,
  action text not null,
  reference text not null,
  request jsonb not null,
  answer jsonb,
  outcome text not null,
  at timestamptz not null
);
create index provider_calls_reference on payments.provider_calls (reference, id);
