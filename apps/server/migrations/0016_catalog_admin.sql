-- Up Migration

-- `manuals`: [{"title": "说明书", "url": "manuals/1.pdf"}, …] in the order shown. `supply_price_fen`: what the supplier
-- asks; never in a public answer.
alter table catalog.products
  add column manuals jsonb not null default '[]',
  add column supply_price_fen bigint check (supply_price_fen >= 0);
alter table catalog.skus add column barcode text not null default '';

-- Every price a SKU had since administrators write prices; the first one has no price before it.
create table catalog.price_changes (
  id bigint generated always as identity primary key,
  sku_id bigint not null references catalog.skus (id),
  old_price_fen bigint check (old_price_fen > 0),
  new_price_fen bigint not null check (new_price_fen > 0),
  actor_id bigint references accounts.users (id),
  at timestamptz not null
);
create index price_changes_sku_id on catalog.price_changes (sku_id, id desc);

-- The log as staff read it: the newest first, within dates; and what people changed by hand among all the orders' moves.
create index moves_at on stock.moves (at desc, id desc);
create index moves_adjusted on stock.moves (at desc, id desc) where change_type = 'adjust';
