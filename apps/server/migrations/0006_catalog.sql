-- Up Migration

create schema catalog;

create table catalog.categories (
  id bigint generated always as identity primary key,
  parent_id bigint references catalog.categories (id),
  level text not null check (level in ('major', 'minor', 'item')),
  name text not null,
  sort_order integer not null default 0,
  logo text not null default '',
  check ((level = 'major') = (parent_id is null))
);
create unique index categories_name on catalog.categories (level, coalesce(parent_id, 0), name);
create index categories_parent_id on catalog.categories (parent_id, sort_order, id);

create table catalog.brands (
  id bigint generated always as identity primary key,
  name text not null unique,
  first_letter text not null default '',
  logo text not null default '',
  description text not null default '',
  sort_order integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- The product (SPU). `category_path` is its category with that one's ancestors before it, the major first: place 1 is
-- the major, 2 the minor, 3 the item. So every level finds it at once.
create table catalog.products (
  id bigint generated always as identity primary key,
  category_id bigint not null references catalog.categories (id),
  category_path bigint[] not null,
  brand_id bigint not null references catalog.brands (id),
  name text not null,
  model text not null default '',
  product_code text unique,
  source text not null default 'local' check (source in ('local', 'haier')),
  description text not null default '',
  key_spec text not null default '',
  selling_points text[] not null default '{}',
  -- [["能效等级", "一级"], …] in the order shown
  parameters jsonb not null default '[]',
  -- [{"name": "颜色", "values": ["白", "灰"]}, …] in the order shown
  options jsonb not null default '[]',
  -- paths under the media folder
  main_images text[] not null default '{}',
  detail_images text[] not null default '{}',
  warranty_months integer not null default 12 check (warranty_months between 0 and 240),
  has_installation boolean not null default false,
  is_active boolean not null default true,
  -- follow the launched SKUs; written together with them
  min_price_fen bigint not null default 0 check (min_price_fen >= 0),
  market_price_fen bigint check (market_price_fen >= 0),
  default_sku_id bigint,
  view_count integer not null default 0,
  sales_count integer not null default 0,
  comments_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index products_category_path on catalog.products using gin (category_path);
create index products_brand_id on catalog.products (brand_id);
create index products_newest on catalog.products (created_at desc, id desc) where is_active;
create index products_sales on catalog.products (sales_count desc, id desc) where is_active;
create index products_price on catalog.products (min_price_fen, id desc) where is_active;
-- The same orders within one category of each level: a page of a large category reads only its own rows.
create index products_major_newest on catalog.products ((category_path[1]), created_at desc, id desc) where is_active;
create index products_major_sales on catalog.products ((category_path[1]), sales_count desc, id desc) where is_active;
create index products_major_price on catalog.products ((category_path[1]), min_price_fen, id desc) where is_active;
create index products_minor_newest on catalog.products ((category_path[2]), created_at desc, id desc) where is_active;
create index products_minor_sales on catalog.products ((category_path[2]), sales_count desc, id desc) where is_active;
create index products_minor_price on catalog.products ((category_path[2]), min_price_fen, id desc) where is_active;
create index products_item_newest on catalog.products ((category_path[3]), created_at desc, id desc) where is_active;
create index products_item_sales on catalog.products ((category_path[3]), sales_count desc, id desc) where is_active;
create index products_item_price on catalog.products ((category_path[3]), min_price_fen, id desc) where is_active;

-- What is sold. `product_type_id` names the lifecycle's product type that its units must have.
create table catalog.skus (
  id bigint generated always as identity primary key,
  product_id bigint not null references catalog.products (id),
  category_id bigint not null references catalog.categories (id),
  name text not null,
  caption text not null default '',
  sku_code text not null,
  -- {"颜色": "白"}
  specs jsonb not null default '{}',
  price_fen bigint not null check (price_fen > 0),
  market_price_fen bigint check (market_price_fen >= 0),
  cost_price_fen bigint check (cost_price_fen >= 0),
  image text not null default '',
  is_launched boolean not null default true,
  product_type_id bigint,
  sort_order integer not null default 0,
  sales_count integer not null default 0,
  comments_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (product_id, sku_code)
);
create index skus_category_newest on catalog.skus (category_id, created_at desc, id desc) where is_launched;
create index skus_category_price on catalog.skus (category_id, price_fen, id desc) where is_launched;
create index skus_category_sales on catalog.skus (category_id, sales_count desc, id desc) where is_launched;
alter table catalog.products add foreign key (default_sku_id) references catalog.skus (id);
