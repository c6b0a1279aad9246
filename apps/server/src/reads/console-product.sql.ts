import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { ProductDetailRow } from './product-columns.ts'
import { selectProduct } from './product-detail.sql.ts'

/** A product as administrators see it. Two statements. */
export type ConsoleProductRow = ProductDetailRow & { supply_price_fen: number | null }

export async function selectConsoleProduct(db: Db, id: number): Promise<ConsoleProductRow | null> {
  const row = await selectProduct(db, id, true)
  const inside = row && await db.selectFrom('catalog.products').select('supply_price_fen').where('id', '=', id)
    .executeTakeFirst()
  return row && inside ? { ...row, ...inside } : null
}

export type ProductReferences = { skuIds: number[]; counts: Record<'orders' | 'cart_lines' | 'stock_moves' | 'units', number> }

/** What refers to a product through its SKUs. `units`: machines that were sold as it. */
export async function selectProductReferences(db: Db, productId: number): Promise<ProductReferences> {
  const mine = sql`select id from catalog.skus where product_id = ${productId}`
  const { rows } = await sql<ProductReferences['counts'] & { sku_ids: number[] }>`select
    (select coalesce(json_agg(id order by id), '[]') from (${mine}) as s) as sku_ids,
    (select count(distinct order_id) from orders.order_lines where product_id = ${productId}) as orders,
    (select count(*) from cart.lines where sku_id in (${mine})) as cart_lines,
    (select count(*) from stock.moves where sku_id in (${mine})) as stock_moves,
    (select count(*) from lifecycle.units as u join orders.order_lines as l on l.id = u.order_line_id
      where l.product_id = ${productId}) as units`.execute(db)
  const { sku_ids: skuIds = [], ...counts } = rows[0] ?? { orders: 0, cart_lines: 0, stock_moves: 0, units: 0 }
  return { skuIds, counts }
}
