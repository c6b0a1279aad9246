-- Up Migration

create schema areas;

-- Provinces (level 1), cities (2) and districts (3) with their 6-digit codes.
create table areas.areas (
  code integer primary key check (code between 100000 and 999999),
  name text not null,
  parent_code integer references areas.areas (code),
  level smallint not null check (level between 1 and 3),
  check ((level = 1) = (parent_code is null))
);
create index areas_parent_code on areas.areas (parent_code, code);
