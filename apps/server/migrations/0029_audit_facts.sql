-- Up Migration

-- What is to be written into the audit log of payments: each fact in the transaction that makes it true, masked
-- already. A row goes once its line stands in the file.
create table platform.audit_facts (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  fact jsonb not null
);
