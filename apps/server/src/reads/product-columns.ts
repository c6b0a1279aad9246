import { sql } from 'kysely'

/** [id, name, code, specs, price in fen, market price in fen, free stock, image, is launched] */
export type SkuTuple = [
  id: number, name: string, code: string, specs: Record<string, string>,
  priceFen: number, marketPriceFen: number | null, freeQty: number, image: string, isLaunched: boolean,
]

/** A product with its launched SKUs, as lists and pages show it. */
export type ProductRow = {
  id: number
  name: string
  description: string
  category_id: number
  category: string
  brand_id: number
  brand: string
  source: 'local' | 'haier'
  product_code: string | null
  model: string
  key_spec: string
  selling_points: string[]
  options: { name: string; values: string[] }[]
  main_images: string[]
  detail_images: string[]
  warranty_months: number
  has_installation: boolean
  is_active: boolean
  min_price_fen: number
  market_price_fen: number | null
  default_sku_id: number
  view_count: number
  sales_count: number
  comments_count: number
  created_at: Date
  updated_at: Date
  skus: SkuTuple[]
}

/** What a page of its own shows beside: the table of parameters, and the manuals. */
export type ProductDetailRow = ProductRow & {
  parameters: [string, string][]
  manuals: { title: string; url: string }[]
}

/** The columns of {@link ProductRow} from `p`, `c`, `b` and `s`. */
export const productColumns = sql`
  p.id, p.name, p.description, p.category_id, c.name as category, p.brand_id, b.name as brand, p.source, p.product_code,
  p.model, p.key_spec, to_json(p.selling_points) as selling_points, p.options,
  to_json(p.main_images) as main_images, to_json(p.detail_images) as detail_images, p.warranty_months,
  p.has_installation, p.is_active, p.min_price_fen, p.market_price_fen, p.default_sku_id, p.view_count, p.sales_count,
  p.comments_count, p.created_at, p.updated_at, s.skus`

/** Joins what a product row needs to `p`: its category, its brand, and its launched SKUs with their free stock. */
export const productJoins = sql`
  join catalog.categories as c on c.id = p.category_id
  join catalog.brands as b on b.id = p.brand_id
  cross join lateral (
    select coalesce(json_agg(json_build_array(k.id, k.name, k.sku_code, k.specs, k.price_fen, k.market_price_fen,
      coalesce(l.on_hand_qty - l.held_qty, 0), k.image, k.is_launched) order by k.sort_order, k.id), '[]') as skus
    from catalog.skus as k left join stock.levels as l on l.sku_id = k.id
    where k.product_id = p.id and k.is_launched
  ) as s`
