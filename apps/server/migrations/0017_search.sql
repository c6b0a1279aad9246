-- Up Migration

create schema search;

-- What people looked for. `folded` is the keyword as compared with others: case, width, blanks and signs folded.
create table search.logs (
  id bigint generated always as identity primary key,
  keyword text not null check (char_length(keyword) between 1 and 200),
  folded text collate "C" not null,
  user_id bigint references accounts.users (id) on delete cascade,
  found_qty integer not null check (found_qty >= 0),
  created_at timestamptz not null
);
create index logs_newest on search.logs (created_at desc, id desc);
create index logs_user_id on search.logs (user_id, id desc) where user_id is not null;
create index logs_found on search.logs (folded, created_at) where found_qty > 0;

-- SKUs a person looked at, the newest with the highest id. The catalog stands above this schema: no key points there.
create table search.browse_history (
  id bigint generated always as identity primary key,
  user_id bigint not null references accounts.users (id) on delete cascade,
  sku_id bigint not null,
  viewed_at timestamptz not null,
  unique (user_id, sku_id)
);
create index browse_history_newest on search.browse_history (user_id, id desc);

-- The texts of a product as searching compares them, the most telling first, written with the product. `grams` holds
-- every letter and every pair of neighbouring letters; `near_keys` what its model words are with one letter left out.
create table search.product_words (
  product_id bigint primary key,
  name_text text not null,
  label_text text not null,
  spec_text text not null,
  body_text text not null,
  grams text[] not null,
  model_words text[] not null,
  near_keys text[] not null,
  edition integer not null
);
create index product_words_grams on search.product_words using gin (grams);
create index product_words_near_keys on search.product_words using gin (near_keys);
create index product_words_edition on search.product_words (edition);

-- What was bought together with a product, and whether anything still refers to it.
create index order_lines_product_id on orders.order_lines (product_id, id desc);
