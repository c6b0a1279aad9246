import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptWhenMany, rowsOfPage, totalOf } from './rows-of-page.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type MoveFilter = { productId?: number; skuId?: number; changeType?: string; from?: Date; before?: Date }
export type MoveRow = {
  id: number; product_id: number; product_name: string; sku_id: number; sku_name: string; sku_code: string
  change_type: 'lock' | 'release' | 'ship' | 'adjust'; qty: number; reason: string; order_id: number | null
  order_number: string | null; actor_id: number | null; actor_name: string; at: Date
}

/** One page of the log, the newest first, and how many rows there are in all. Two statements. */
export async function selectMoves(
  db: Db, filter: MoveFilter, asked: RowsAsked,
): Promise<{ rows: MoveRow[]; total: number }> {
  const where = conditions(filter)
  const [page, counted] = await Promise.all([
    sql<MoveRow>`select m.id, k.product_id, p.name as product_name, m.sku_id, k.name as sku_name, k.sku_code,
        m.change_type, m.qty, m.reason, m.order_id, o.number as order_number, m.actor_id, coalesce(u.username, '') as actor_name, m.at
      from (select * from stock.moves as m where ${where} order by m.at desc, m.id desc
        limit ${asked.limit}::int offset ${asked.offset}::bigint) as m
      join catalog.skus as k on k.id = m.sku_id join catalog.products as p on p.id = k.product_id
      left join orders.orders as o on o.id = m.order_id
      left join accounts.users as u on u.id = m.actor_id order by m.at desc, m.id desc`.execute(db),
    sql<{ n: number }>`select count(*) as n from stock.moves as m where ${where}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}

function conditions({ productId, skuId, changeType, from, before }: MoveFilter): RawBuilder<unknown> {
  const all = [sql`true`]
  if (productId !== undefined) all.push(sql`m.sku_id in (select id from catalog.skus where product_id = ${productId})`)
  if (skuId !== undefined) all.push(sql`m.sku_id = ${skuId}`)
  if (changeType === 'adjust') all.push(sql`m.change_type = 'adjust'`)
  else if (changeType) all.push(sql`m.change_type = ${changeType}`)
  if (from) all.push(sql`m.at >= ${from}`)
  if (before) all.push(sql`m.at < ${before}`)
  return sql.join(all, sql` and `)
}

export type LowRow = {
  product_id: number; product_name: string; sku_id: number; sku_name: string; sku_code: string; on_hand_qty: number
  held_qty: number; image: string
}

/** Up to here the free stock is in an index. */
const FEW = 100

/**
 * Launched SKUs of active products with at most `threshold` free pieces, the fewest first. Two statements at most; how
 * many there are may be a few seconds old where they are many.
 */
export async function selectLowStock(
  db: Db, threshold: number, asked: RowsAsked,
): Promise<{ rows: LowRow[]; total: number }> {
  const freeQty = threshold > FEW ? sql`l.on_hand_qty - l.held_qty` : sql`l.few_qty`
  const low = sql`from stock.levels as l join catalog.skus as k on k.id = l.sku_id
    join catalog.products as p on p.id = k.product_id
    where k.is_launched and p.is_active and ${freeQty} <= ${threshold}::int`
  const ordered = sql`select p.id as product_id, p.name as product_name, k.id as sku_id, k.name as sku_name, k.sku_code,
      l.on_hand_qty, l.held_qty, coalesce(nullif(k.image, ''), p.main_images[1], '') as image
    ${low} order by ${freeQty}, l.sku_id`
  const { rows } = await sql<LowRow>`${rowsOfPage(ordered, asked)}`.execute(db)
  const total = await totalOf({ rows, asked, db }, { key: `low stock ${threshold}`, keptFor: keptWhenMany }, async () => {
    const counted = await sql<{ n: number }>`select count(*) as n ${low}`.execute(db)
    return counted.rows[0]?.n ?? 0
  })
  return { rows, total }
}

export type PriceRow = {
  id: number; sku_id: number; sku_name: string; sku_code: string; old_price_fen: number | null; new_price_fen: number
  actor_id: number | null; actor_name: string; at: Date
}

/** One page of a product's prices, the newest first. Two statements. */
export async function selectPriceHistory(
  db: Db, of: { productId: number; skuId?: number }, asked: RowsAsked,
): Promise<{ rows: PriceRow[]; total: number }> {
  const one = of.skuId === undefined ? sql`` : sql`and k.id = ${of.skuId}`
  const found = sql`from catalog.skus as k join catalog.price_changes as c on c.sku_id = k.id
    left join accounts.users as u on u.id = c.actor_id where k.product_id = ${of.productId} ${one}`
  const [page, counted] = await Promise.all([
    sql<PriceRow>`select c.id, k.id as sku_id, k.name as sku_name, k.sku_code, c.old_price_fen, c.new_price_fen,
        c.actor_id, coalesce(u.username, '') as actor_name, c.at
      ${found} order by c.id desc limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n ${found}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}
