import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { productColumns, productJoins } from './product-columns.ts'
import type { ProductDetailRow } from './product-columns.ts'

/** A SKU with its product, the product's launched SKUs, and the way down the categories. */
export type SkuDetailRow = ProductDetailRow & {
  sku_id: number
  sku_name: string
  caption: string
  sku_code: string
  barcode: string
  specs: Record<string, string>
  price_fen: number
  sku_market_price_fen: number | null
  image: string
  is_launched: boolean
  product_type_id: number | null
  sku_sales_count: number
  sku_comments_count: number
  free_qty: number
  breadcrumb: { id: number; name: string; level: 'major' | 'minor' | 'item' }[]
}

/** One SKU by its id; of a product that is switched off only when `withInactive`. */
export async function selectSkuDetail(db: Db, id: number, withInactive: boolean): Promise<SkuDetailRow | null> {
  const { rows } = await sql<SkuDetailRow>`
    select ${productColumns}, p.parameters, p.manuals, u.id as sku_id, u.name as sku_name, u.caption, u.sku_code, u.barcode, u.specs, u.price_fen,
      u.market_price_fen as sku_market_price_fen, u.image, u.is_launched, u.product_type_id,
      u.sales_count as sku_sales_count, u.comments_count as sku_comments_count,
      coalesce((select v.on_hand_qty - v.held_qty from stock.levels as v where v.sku_id = u.id), 0) as free_qty,
      (select json_agg(json_build_object('id', g.id, 'name', g.name, 'level', g.level)
          order by array_position(p.category_path, g.id))
        from catalog.categories as g where g.id = any(p.category_path)) as breadcrumb
    from catalog.skus as u join catalog.products as p on p.id = u.product_id ${productJoins}
    where u.id = ${id} and (p.is_active or ${withInactive}::boolean)`.execute(db)
  return rows[0] ?? null
}
