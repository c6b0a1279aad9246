import type pg from 'pg'

export type FloorOrder = { user_id: number; address_id: number; sku_id: number; quantity: number }

const holdLevel = `update stock.levels set held_qty = held_qty + $2::int
  where sku_id = $1::bigint and on_hand_qty - held_qty >= $2::int`

const insertOrder = `
  insert into orders.orders (number, user_id, state, goods_fen, payable_fen, item_qty, pay_method, receiver, phone, province,
    city, district, province_code, city_code, district_code, address_detail, placed_by, placed_at, expires_at, updated_at)
  select $1, $2::bigint, 'pending', k.price_fen * $5::int, k.price_fen * $5::int, $5::int, 'wechat', a.receiver, a.mobile,
    '', '', '', a.province_code, a.city_code, a.district_code, a.detail, $2::bigint, $6::timestamptz,
    $6::timestamptz + interval '10 minutes', $6::timestamptz
  from catalog.skus as k, customers.addresses as a where k.id = $4::bigint and a.id = $3::bigint
  returning id, payable_fen`

const insertLine = `
  insert into orders.order_lines (order_id, product_id, sku_id, product_name, sku_specs, sku_code, image, product_type_id, qty,
    unit_price_fen, created_at)
  select $1::bigint, k.product_id, k.id, p.name, k.specs, k.sku_code, k.image, k.product_type_id, $3::int, k.price_fen,
    $4::timestamptz
  from catalog.skus as k join catalog.products as p on p.id = k.product_id where k.id = $2::bigint`

const insertHold = `insert into stock.holds (order_id, sku_id, qty, state, created_at)
  values ($1::bigint, $2::bigint, $3::int, 'held', $4::timestamptz)`

const insertPayment = `
  insert into payments.payments (order_id, order_number, user_id, method, amount_fen, state, expires_at, created_at, updated_at)
  values ($1::bigint, $2, $3::bigint, 'wechat', $4::bigint, 'init', $5::timestamptz + interval '10 minutes', $5::timestamptz,
    $5::timestamptz) returning id`

type Placed = { id: string; payable_fen: string }

/** An order with its stock, line, hold and payment in one short transaction; no history, no log, no names of areas. */
export async function placeFloorOrder(pool: pg.Pool, order: FloorOrder, number: string) {
  const { user_id, address_id, sku_id, quantity } = order
  const at = new Date()
  const client = await pool.connect()
  try {
    await client.query('begin')
    const held = await client.query({ name: 'hold_level', text: holdLevel, values: [sku_id, quantity] })
    if (held.rowCount !== 1) throw new Error('too few')
    const values = [number, user_id, address_id, sku_id, quantity, at]
    const { rows: [placed] } = await client.query<Placed>({ name: 'insert_order', text: insertOrder, values })
    if (!placed) throw new Error('nothing was written')
    await client.query({ name: 'insert_line', text: insertLine, values: [placed.id, sku_id, quantity, at] })
    await client.query({ name: 'insert_hold', text: insertHold, values: [placed.id, sku_id, quantity, at] })
    const paid = [placed.id, number, user_id, placed.payable_fen, at]
    const { rows: [payment] } = await client.query<{ id: string }>(
      { name: 'insert_payment', text: insertPayment, values: paid })
    await client.query('commit')
    return { order_id: number, id: placed.id, payable_fen: placed.payable_fen, payment_id: payment?.id }
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}
