-- Up Migration

create schema customers;

create table customers.addresses (
  id bigint generated always as identity primary key,
  user_id bigint not null references accounts.users (id),
  title text not null default '',
  receiver text not null,
  mobile text not null,
  province_code integer not null references areas.areas (code),
  city_code integer not null references areas.areas (code),
  district_code integer not null references areas.areas (code),
  detail text not null,
  postal_code text not null default '',
  is_default boolean not null default false,
  is_deleted boolean not null default false,
  created_at timestamptz not null
);
create index addresses_user_id on customers.addresses (user_id, id desc) where not is_deleted;
create unique index addresses_one_default on customers.addresses (user_id) where is_default and not is_deleted;
