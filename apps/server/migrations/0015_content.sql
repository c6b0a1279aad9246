-- Up Migration

create schema content;

-- A large picture on a front page. Shown while active and within its period; an open end is null.
create table content.banners (
  id bigint generated always as identity primary key,
  image_id bigint not null references media.images (id),
  title text not null default '' check (length(title) <= 100),
  link_url text not null default '' check (length(link_url) <= 500),
  position text not null default 'home' check (position in ('home', 'gift', 'designer')),
  sort_order integer not null default 0,
  is_active boolean not null default true,
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at > starts_at)
);
create index banners_shown on content.banners (position, sort_order, id);
create index banners_image_id on content.banners (image_id);

-- A story of machines at somebody's home: a cover and blocks of text and pictures.
create table content.cases (
  id bigint generated always as identity primary key,
  title text not null check (length(title) between 1 and 200),
  cover_image_id bigint not null references media.images (id),
  sort_order integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index cases_shown on content.cases (sort_order, id);
create index cases_cover_image_id on content.cases (cover_image_id);

create table content.case_blocks (
  id bigint generated always as identity primary key,
  case_id bigint not null references content.cases (id) on delete cascade,
  block_type text not null check (block_type in ('text', 'image')),
  text text not null default '',
  image_id bigint references media.images (id),
  sort_order integer not null default 0,
  check ((block_type = 'image') = (image_id is not null)),
  check (block_type = 'image' or text <> '')
);
create index case_blocks_case_id on content.case_blocks (case_id, sort_order, id);
create index case_blocks_image_id on content.case_blocks (image_id);

-- A place for advertising, by its key; pages ask for it by that.
create table content.slots (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[A-Za-z0-9_.-]{1,50}$'),
  name text not null check (length(name) between 1 and 50)
);

create table content.entries (
  id bigint generated always as identity primary key,
  slot_id bigint not null references content.slots (id),
  title text not null check (length(title) between 1 and 100),
  url text not null default '' check (length(url) <= 300),
  image_id bigint references media.images (id),
  text text,
  sequence integer not null default 0,
  is_active boolean not null default true,
  starts_at timestamptz,
  ends_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at > starts_at)
);
create index entries_slot_id on content.entries (slot_id, sequence, id);
create index entries_image_id on content.entries (image_id);

-- A line of the shop's menu; channels of one group stand in one line. Below it hang its category's levels.
create table content.channels (
  id bigint generated always as identity primary key,
  group_id integer not null check (group_id > 0),
  category_id bigint not null references catalog.categories (id),
  name text not null check (length(name) between 1 and 50),
  url text not null default '' check (length(url) <= 50),
  sequence integer not null default 0
);
create index channels_group_id on content.channels (group_id, sequence, id);
create index channels_category_id on content.channels (category_id);
