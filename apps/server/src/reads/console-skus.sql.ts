import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export type ConsoleSkuRow = {
  id: number; product_id: number; name: string; caption: string; sku_code: string; barcode: string
  specs: Record<string, string>; price_fen: number; market_price_fen: number | null; cost_price_fen: number | null
  on_hand_qty: number; held_qty: number; image: string; is_launched: boolean; is_default: boolean
  product_type_id: number | null; sort_order: number; sales_count: number; created_at: Date; updated_at: Date
}

/** All SKUs of a product, or one of them, by order and id; null when there is no such product. */
export async function selectConsoleSkus(
  db: Db, productId: number, skuIds?: readonly number[],
): Promise<ConsoleSkuRow[] | null> {
  const only = skuIds ? sql`and k.id = any((select ${[...skuIds]}::bigint[])::bigint[])` : sql``
  const { rows } = await sql<ConsoleSkuRow | { id: null }>`
    select k.id, p.id as product_id, k.name, k.caption, k.sku_code, k.barcode, k.specs, k.price_fen, k.market_price_fen,
      k.cost_price_fen, coalesce(l.on_hand_qty, 0) as on_hand_qty, coalesce(l.held_qty, 0) as held_qty, k.image,
      k.is_launched, p.default_sku_id is not distinct from k.id as is_default, k.product_type_id, k.sort_order,
      k.sales_count, k.created_at, k.updated_at
    from catalog.products as p left join catalog.skus as k on k.product_id = p.id ${only}
    left join stock.levels as l on l.sku_id = k.id
    where p.id = ${productId} order by k.sort_order, k.id`.execute(db)
  return rows.length === 0 ? null : rows.filter((row): row is ConsoleSkuRow => row.id !== null)
}

/** What refers to one SKU. */
export async function selectSkuReferences(db: Db, skuId: number) {
  const { rows } = await sql<Record<'orders' | 'cart_lines' | 'stock_moves' | 'units', number>>`select
    (select count(distinct order_id) from orders.order_lines where sku_id = ${skuId}) as orders,
    (select count(*) from cart.lines where sku_id = ${skuId}) as cart_lines,
    (select count(*) from stock.moves where sku_id = ${skuId}) as stock_moves,
    (select count(*) from lifecycle.units as u join orders.order_lines as l on l.id = u.order_line_id
      where l.sku_id = ${skuId}) as units`.execute(db)
  return rows[0] ?? { orders: 0, cart_lines: 0, stock_moves: 0, units: 0 }
}
