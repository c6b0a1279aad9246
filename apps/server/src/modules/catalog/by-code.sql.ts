import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { Option } from './sku-specs.ts'
import { selectSkuRows } from './skus.sql.ts'
import type { SkuRow } from './skus.sql.ts'

/** A product as files name it: by its number or its code, with brand and category by name. */
export type ProductByCode = {
  id: number
  productCode: string | null
  name: string
  model: string
  brandId: number
  brand: string
  categoryId: number
  category: string
  keySpec: string
  description: string
  warrantyMonths: number
  hasInstallation: boolean
  isActive: boolean
  options: Option[]
  skus: SkuRow[]
}

/** The product with this number, else with this code; locked for a change, with its SKUs. */
export async function lockProductBy(
  tx: Tx, { id, code }: { id?: number; code: string },
): Promise<ProductByCode | null> {
  const isIt = id === undefined ? sql`p.product_code = ${code}` : sql`p.id = ${id}`
  const { rows } = await sql<Omit<ProductByCode, 'skus'>>`
    select p.id, p.product_code as "productCode", p.name, p.model, p.brand_id as "brandId", b.name as brand, p.category_id as "categoryId",
      c.name as category, p.key_spec as "keySpec", p.description, p.warranty_months as "warrantyMonths",
      p.has_installation as "hasInstallation", p.is_active as "isActive", p.options
    from catalog.products as p join catalog.brands as b on b.id = p.brand_id
    join catalog.categories as c on c.id = p.category_id
    where ${isIt} for no key update of p`.execute(tx)
  const [product] = rows
  return product ? { ...product, skus: await selectSkuRows(tx, product.id) } : null
}

export type PlaceName = { id: number; path: string[] }

/** Every brand by its name, and every category that may hold products with its path, the major first. */
export async function selectPlaceNames(db: Db | Tx): Promise<{ brands: Map<string, number>; categories: PlaceName[] }> {
  const [brands, categories] = await Promise.all([
    db.selectFrom('catalog.brands').select(['id', 'name']).execute(),
    sql<PlaceName>`
      with recursive down as (
        select id, array[name] as path from catalog.categories where parent_id is null
        union all select c.id, path || c.name from catalog.categories as c join down on down.id = c.parent_id
      )
      select id, path from down where cardinality(path) > 1 order by id`.execute(db),
  ])
  return { brands: new Map(brands.map(({ id, name }) => [name, id])), categories: categories.rows }
}
