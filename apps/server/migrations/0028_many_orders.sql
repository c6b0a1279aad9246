-- Up Migration

-- Deleted orders are on no list, so they are in no index that lists are read by: counting needs nothing but this one.
drop index orders.orders_state;
create index orders_state on orders.orders (state, id desc) where deleted_at is null;

-- What the desk sorts by.
create index orders_placed_at on orders.orders (placed_at, id) where deleted_at is null;
create index orders_payable_fen on orders.orders (payable_fen, id) where deleted_at is null;
create index orders_item_qty on orders.orders (item_qty, id) where deleted_at is null;
create index orders_updated_at on orders.orders (updated_at, id) where deleted_at is null;

-- What the desk pastes into its search.
create index orders_phone on orders.orders (phone);
create index parcels_tracking_number on fulfilment.parcels (tracking_number);
