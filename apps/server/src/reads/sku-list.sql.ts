import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { rowsOfPage, totalOf } from './rows-of-page.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type SkuOrder = 'newest' | 'oldest' | 'cheapest' | 'dearest' | 'most sold' | 'least sold'

export type SkuCardRow = {
  id: number
  name: string
  price_fen: number
  market_price_fen: number | null
  image: string
  comments_count: number
  sales_count: number
  product_id: number
  key_spec: string
  warranty_months: number
  has_installation: boolean
  free_qty: number
}

const orderings: Record<SkuOrder, RawBuilder<unknown>> = {
  newest: sql`k.created_at desc, k.id desc`,
  oldest: sql`k.created_at, k.id`,
  cheapest: sql`k.price_fen, k.id desc`,
  dearest: sql`k.price_fen desc, k.id`,
  'most sold': sql`k.sales_count desc, k.id desc`,
  'least sold': sql`k.sales_count, k.id`,
}

/** One page of the launched SKUs of a category's active products, and how many there are in all. */
export async function selectCategorySkus(
  db: Db, categoryId: number, order: SkuOrder, asked: RowsAsked,
): Promise<{ rows: SkuCardRow[]; total: number }> {
  const shown = sql`from catalog.skus as k join catalog.products as p on p.id = k.product_id
    where k.category_id = ${categoryId} and k.is_launched and p.is_active`
  const ordered = sql`select k.*, p.key_spec, p.warranty_months, p.has_installation, p.main_images[1] as first_image
    ${shown} order by ${orderings[order]}`
  const { rows } = await sql<SkuCardRow>`
    select k.id, k.name, k.price_fen, k.market_price_fen, coalesce(nullif(k.image, ''), k.first_image, '') as image,
      k.comments_count, k.sales_count, k.product_id, k.key_spec, k.warranty_months, k.has_installation,
      coalesce(l.on_hand_qty - l.held_qty, 0) as free_qty
    from (${rowsOfPage(ordered, asked)}) as k left join stock.levels as l on l.sku_id = k.id
    order by ${orderings[order]}`.execute(db)
  const total = await totalOf({ rowQty: rows.length, asked }, db, `skus ${categoryId}`, async () => {
    const counted = await sql<{ n: number }>`select count(*) as n ${shown}`.execute(db)
    return counted.rows[0]?.n ?? 0
  })
  return { rows, total }
}
