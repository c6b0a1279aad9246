-- Up Migration

-- What happened to one product, the newest first.
create index events_of_product on platform.events (((body ->> 'productId')::bigint), id desc)
  where type in ('catalog.product_created.v1', 'catalog.product_changed.v1');
