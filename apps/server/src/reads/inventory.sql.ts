import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type MoveFilter = { productId?: number; skuId?: number; changeType?: string; from?: Date; before?: Date }
export type MoveRow = {
  id: number; product_id: number; product_name: string; sku_id: number; sku_name: string; sku_code: string
  change_type: 'lock' | 'release' | 'ship' | 'adjust'; qty: number; reason: string; order_id: number | null
  actor_id: number | null; actor_name: string; at: Date
}

/** One page of the log, the newest first, and how many rows there are in all. Two statements. */
export async function selectMoves(
  db: Db, filter: MoveFilter, asked: RowsAsked,
): Promise<{ rows: MoveRow[]; total: number }> {
  const where = conditions(filter)
  const [page, counted] = await Promise.all([
    sql<MoveRow>`select m.id, k.product_id, p.name as product_name, m.sku_id, k.name as sku_name, k.sku_code,
        m.change_type, m.qty, m.reason, m.order_id, m.actor_id, coalesce(u.username, '') as actor_name, m.at
      from (select * from stock.moves as m where ${where} order by m.at desc, m.id desc
        limit ${asked.limit}::int offset ${asked.offset}::bigint) as m
      join catalog.skus as k on k.id = m.sku_id join catalog.products as p on p.id = k.product_id
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

/** Launched SKUs of active products with at most `threshold` free pieces, the fewest first. Two statements. */
export async function selectLowStock(
  db: Db, threshold: number, asked: RowsAsked,
): Promise<{ rows: LowRow[]; total: number }> {
  const low = sql`from catalog.skus as k join catalog.products as p on p.id = k.product_id
    left join stock.levels as l on l.sku_id = k.id
    where k.is_launched and p.is_active and coalesce(l.on_hand_qty - l.held_qty, 0) <= ${threshold}::int`
  const [page, counted] = await Promise.all([
    sql<LowRow>`select p.id as product_id, p.name as product_name, k.id as sku_id, k.name as sku_name, k.sku_code,
        coalesce(l.on_hand_qty, 0) as on_hand_qty, coalesce(l.held_qty, 0) as held_qty,
        coalesce(nullif(k.image, ''), p.main_images[1], '') as image
      ${low} order by coalesce(l.on_hand_qty - l.held_qty, 0), k.id
      limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n ${low}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
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
