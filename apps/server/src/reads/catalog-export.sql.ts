import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { askedCategories, conditions, productsFrom } from './product-list.sql.ts'
import type { ProductFilter } from './product-list.sql.ts'

/** A SKU with its product, as a file says it. */
export type ExportRow = {
  product_id: number
  product_code: string
  name: string
  model: string
  brand: string
  category: string
  key_spec: string
  description: string
  warranty_months: number
  has_installation: boolean
  is_active: boolean
  sku_code: string
  specs: Record<string, string>
  barcode: string
  price_fen: number
  market_price_fen: number | null
  cost_price_fen: number | null
  on_hand_qty: number
  is_launched: boolean
}

/** The SKUs of the next products by id, after one. */
export async function selectExportRows(
  db: Db, filter: ProductFilter, { after, products }: { after: number; products: number },
): Promise<ExportRow[]> {
  const categories = await askedCategories(db, filter)
  if (categories.some((nodes) => nodes.length === 0)) return []
  const { rows } = await sql<ExportRow>`
    with picked as (
      select p.* from ${productsFrom(filter)} as p
      where p.id > ${after}::bigint and ${conditions(filter, categories)} order by p.id limit ${products}::int
    )
    select p.id as product_id, coalesce(p.product_code, '') as product_code, p.name, p.model, b.name as brand,
      (select string_agg(c.name, '/' order by at) from unnest(p.category_path) with ordinality as path (id, at)
        join catalog.categories as c on c.id = path.id) as category,
      p.key_spec, p.description, p.warranty_months, p.has_installation, p.is_active, k.sku_code, k.specs, k.barcode,
      k.price_fen, k.market_price_fen, k.cost_price_fen, coalesce(l.on_hand_qty, 0) as on_hand_qty, k.is_launched
    from picked as p join catalog.brands as b on b.id = p.brand_id join catalog.skus as k on k.product_id = p.id
    left join stock.levels as l on l.sku_id = k.id
    order by p.id, k.sort_order, k.id`.execute(db)
  return rows
}

/** How many SKUs that are. */
export async function countExportRows(db: Db, filter: ProductFilter): Promise<number> {
  const categories = await askedCategories(db, filter)
  if (categories.some((nodes) => nodes.length === 0)) return 0
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${productsFrom(filter)} as p join catalog.skus as k on k.product_id = p.id
    where ${conditions(filter, categories)}`.execute(db)
  return rows[0]?.n ?? 0
}
