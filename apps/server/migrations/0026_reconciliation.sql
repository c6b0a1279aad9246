-- Up Migration

create schema reconciliation;

-- The bill of one day as the company gave it, packed with gzip; when it is given anew with other lines, the newest counts.
create table reconciliation.bills (
  id bigint generated always as identity primary key,
  provider text not null check (provider in ('alipay', 'wechat')),
  day date not null,
  hash text not null,
  file bytea not null,
  line_count integer not null check (line_count >= 0),
  is_current boolean not null default true,
  fetched_at timestamptz not null,
  unique (provider, day, hash)
);
create unique index bills_current on reconciliation.bills (provider, day) where is_current;

-- A fee that the company gave back is negative.
create table reconciliation.bill_lines (
  bill_id bigint not null references reconciliation.bills (id),
  line_no integer not null,
  kind text not null check (kind in ('payment', 'refund')),
  trade_number text not null,
  trade_id text not null,
  refund_number text not null default '',
  amount_fen bigint not null check (amount_fen >= 0),
  fee_fen bigint not null,
  at timestamptz,
  primary key (bill_id, line_no)
);
create index bill_lines_trade on reconciliation.bill_lines (trade_id, refund_number);

-- One comparison of a day with its bill.
create table reconciliation.runs (
  id bigint generated always as identity primary key,
  provider text not null check (provider in ('alipay', 'wechat')),
  day date not null,
  state text not null check (state in ('running', 'compared', 'no_bill', 'failed')),
  bill_id bigint references reconciliation.bills (id),
  payment_count integer not null default 0,
  payment_fen bigint not null default 0,
  refund_count integer not null default 0,
  refund_fen bigint not null default 0,
  fee_fen bigint not null default 0,
  difference_count integer not null default 0,
  problem text not null default '',
  actor_id bigint references accounts.users (id),
  started_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'compared') = (bill_id is not null))
);
create index runs_day on reconciliation.runs (provider, day, id desc);

-- A difference between the company and us, once per what it is about, however often the day is compared.
create table reconciliation.cases (
  id bigint generated always as identity primary key,
  provider text not null check (provider in ('alipay', 'wechat')),
  day date not null,
  kind text not null check (kind in
    ('company_payment', 'company_refund', 'our_payment', 'our_refund', 'payment_amount', 'refund_amount', 'fee')),
  trade_number text not null,
  trade_id text not null,
  refund_number text not null default '',
  company_fen bigint,
  our_fen bigint,
  proposal text not null check (proposal in
    ('settle', 'suspense', 'ask_company', 'correct', 'book_fee', 'by_hand')),
  state text not null check (state in ('open', 'applied', 'dismissed', 'resolved')),
  result text not null default '',
  note text not null default '',
  run_id bigint not null references reconciliation.runs (id),
  actor_id bigint references accounts.users (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, kind, trade_id, refund_number),
  check (state <> 'dismissed' or note <> '')
);
create index cases_open on reconciliation.cases (provider, day, id) where state = 'open';

-- What the money book holds of a day's fees.
create table reconciliation.booked_fees (
  provider text not null check (provider in ('alipay', 'wechat')),
  day date not null,
  fee_fen bigint not null,
  times integer not null,
  primary key (provider, day)
);
