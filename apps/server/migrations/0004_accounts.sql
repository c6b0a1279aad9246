-- Up Migration

create schema accounts;

create table accounts.users (
  id bigint generated always as identity primary key,
  username text not null check (length(username) between 1 and 150),
  mobile text unique check (mobile ~ '^1[3-9][0-9]{9}$'),
  email text not null default '',
  avatar_url text not null default '',
  password_hash text,
  role text not null default 'individual' check (role in ('individual', 'dealer', 'support', 'admin')),
  is_agent boolean not null default false,
  is_active boolean not null default true,
  last_login_at timestamptz,
  created_at timestamptz not null
);
create unique index users_username on accounts.users (lower(username));
create index users_agents on accounts.users (id) where is_agent;

-- One row per sign-in; access tokens name it, and it can be ended at any moment.
create table accounts.sessions (
  id uuid primary key,
  user_id bigint not null references accounts.users (id),
  user_agent text not null default '',
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  ended_at timestamptz,
  ended_because text
);
create index sessions_user_id on accounts.sessions (user_id) where ended_at is null;

-- The family of refresh tokens of a session; a spent one that comes back ends the session.
create table accounts.refresh_tokens (
  token_hash text primary key,
  session_id uuid not null references accounts.sessions (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index refresh_tokens_session_id on accounts.refresh_tokens (session_id);
