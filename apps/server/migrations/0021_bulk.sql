-- Up Migration

create schema bulk;

-- Products, SKUs, prices and stock that came as a file. What a line would do is tried out first, and undone; then the
-- lines are applied: all of them in one transaction, or the chosen ones product by product.
create table bulk.imports (
  id bigint generated always as identity primary key,
  file_name text not null check (char_length(file_name) <= 200),
  state text not null check (state in ('checking', 'checked', 'applying', 'done', 'discarded')),
  mode text check (mode in ('all', 'lines')),
  columns text[] not null,
  unknown_columns text[] not null,
  line_qty integer not null check (line_qty >= 0),
  actor_id bigint not null references accounts.users (id),
  created_at timestamptz not null,
  ended_at timestamptz
);

-- `group_no` counts products in the order of the file: lines of one product go together.
create table bulk.lines (
  import_id bigint not null references bulk.imports (id) on delete cascade,
  line_no integer not null,
  group_no integer not null,
  product_code text not null,
  sku_code text not null,
  said jsonb not null,
  state text not null check (state in ('new', 'same', 'good', 'bad', 'done')),
  is_chosen boolean not null default false,
  report jsonb not null default '{}',
  primary key (import_id, line_no)
);
create index lines_state on bulk.lines (import_id, state, group_no);

-- How far a long transaction has come; written beside it, so that others can see it.
create table bulk.progress (
  import_id bigint primary key references bulk.imports (id) on delete cascade,
  done_qty integer not null
);
