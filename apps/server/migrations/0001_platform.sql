-- Up Migration

create table platform.clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0
);
insert into platform.clock default values;

create table platform.events (
  id bigint generated always as identity primary key,
  type text not null,
  at timestamptz not null,
  body jsonb not null
);

-- The answer of a request that came with an Idempotency-Key; null while the first request still runs.
create table platform.idempotency_keys (
  scope text not null,
  key text not null,
  body_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_keys_created_at on platform.idempotency_keys (created_at);

create table platform.throttles (
  key text primary key,
  hits timestamptz[] not null
);

-- A row per cron job and due moment: who inserts it sends the job.
create table platform.cron_slots (
  job text not null,
  due_at timestamptz not null,
  primary key (job, due_at)
);

-- Keys that sign tokens and scan codes, or speak to payment companies; encrypted with SECRET_KEY.
create table platform.secrets (
  id bigint generated always as identity primary key,
  purpose text not null,
  key_id text not null unique,
  sealed text not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
create index secrets_purpose on platform.secrets (purpose, created_at desc);
