-- Up Migration

-- Codes and other things that live for minutes; when REDIS_URL is set they live in Redis instead.
create table platform.short_lived (
  key text primary key,
  value text not null,
  tries integer not null default 0,
  until timestamptz not null
);
create index short_lived_until on platform.short_lived (until);

alter table accounts.users
  -- The name as compared with others: case, width and look-alike letters folded.
  add column username_key text,
  add column deletion_due_at timestamptz,
  add column deleted_at timestamptz;
update accounts.users set username_key = lower(username);
alter table accounts.users alter column username_key set not null;
create unique index users_username_key on accounts.users (username_key);
drop index accounts.users_username;
create index users_email on accounts.users (lower(email)) where email <> '';
create index users_created_at on accounts.users (created_at, id);
create index users_last_login_at on accounts.users (last_login_at, id);
create index users_deletion_due_at on accounts.users (deletion_due_at) where deleted_at is null and deletion_due_at is not null;

alter table accounts.sessions
  add column device_hash text,
  add column address text not null default '';
create index sessions_device on accounts.sessions (user_id, device_hash) where device_hash is not null;

-- Who somebody is at WeChat, QQ or Alipay. The openid never leaves the server.
create table accounts.identities (
  id bigint generated always as identity primary key,
  user_id bigint not null references accounts.users (id) on delete cascade,
  provider text not null check (provider in ('wechat', 'qq', 'alipay')),
  openid text not null,
  unionid text,
  nickname text not null default '',
  linked_at timestamptz not null,
  unique (provider, openid),
  unique (user_id, provider)
);
