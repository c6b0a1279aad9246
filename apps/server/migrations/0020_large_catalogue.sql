-- Up Migration

-- `few_qty` is the free stock where it is a hundred at most, so that what runs low is found by an index. Where there is
-- more it stays null: such a level changes without touching the index.
alter table stock.levels add column few_qty integer generated always as (
  case when on_hand_qty - held_qty <= 100 then on_hand_qty - held_qty end
) stored;
create index levels_few on stock.levels (few_qty, sku_id) where few_qty is not null;

-- Every SKU has a level, from the end of the transaction that makes it on.
insert into stock.levels (sku_id, on_hand_qty)
select id, 0 from catalog.skus as k where not exists (select from stock.levels as l where l.sku_id = k.id);

create function stock.give_level() returns trigger language plpgsql as $$
begin
  insert into stock.levels (sku_id, on_hand_qty) select id, 0 from catalog.skus where id = new.id on conflict do nothing;
  return null;
end
$$;
create constraint trigger skus_have_levels after insert on catalog.skus
  deferrable initially deferred for each row execute function stock.give_level();

-- The console's list: what is switched off too, the newest first.
create index products_all_newest on catalog.products (created_at desc, id desc);
