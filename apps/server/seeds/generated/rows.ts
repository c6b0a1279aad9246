import { sql } from 'kysely'
import { indexProductsOf, insertBrand, insertCategory } from '../../src/modules/catalog/index.ts'
import type { Db, Tx } from '../../src/platform/db.ts'
import { demoPicturePath } from '../demo-pictures.ts'
import { madeUpBrands } from './brands.ts'
import { generatedCategories } from './product.ts'
import type { GeneratedProduct } from './product.ts'

/** Where products go: category key → the ids of its path, the major first; brand name → id. */
export type Places = { paths: ReadonlyMap<string, number[]>; brands: ReadonlyMap<string, number> }

/** Finds the categories and brands of generated products; those that are not there are made. */
export async function findPlaces(tx: Tx): Promise<Places> {
  return { paths: await findCategories(tx), brands: await findBrands(tx) }
}

async function findCategories(tx: Tx): Promise<Map<string, number[]>> {
  const rows = await tx.selectFrom('catalog.categories').select(['id', 'name', 'level', 'parent_id']).execute()
  const paths = new Map<string, number[]>()
  for (const [at, { key, name, level, parentKey, pictureKind }] of generatedCategories.entries()) {
    const above = parentKey === null ? [] : (paths.get(parentKey) ?? [])
    const parentId = above.at(-1) ?? null
    const known = rows.find((row) => row.name === name && row.level === level && row.parent_id === parentId)?.id
    const logo = demoPicturePath({ of: 'category', kind: pictureKind })
    const id = known ?? await insertCategory(tx, { name, level, parentId, sortOrder: at + 1, logo })
    paths.set(key, [...above, id])
  }
  return paths
}

async function findBrands(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('catalog.brands').select(['id', 'name']).execute()
  const brands = new Map(rows.map(({ id, name }) => [name, id]))
  const at = new Date('2023-01-01T00:00:00Z')
  for (const [place, { name, firstLetter, description }] of madeUpBrands.entries()) {
    if (brands.has(name)) continue
    brands.set(name, await insertBrand(tx, { name, firstLetter, description, logo: '', sortOrder: 1_000 + place, at }))
  }
  return brands
}

/** Those of the codes that products have already. */
export async function selectKnownCodes(db: Db, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ product_code: string }>`
    select product_code from catalog.products where product_code = any((select ${[...codes]}::text[])::text[])`.execute(db)
  return new Set(rows.map((row) => row.product_code))
}

/** Writes products with their SKUs and stock, and tells searching of them. */
export async function insertProducts(tx: Tx, products: readonly GeneratedProduct[], places: Places): Promise<void> {
  const ids = await nextIds(tx, 'catalog.products', products.length)
  const skuIds = await nextIds(tx, 'catalog.skus', products.reduce((sum, { skus }) => sum + skus.length, 0))
  let used = 0
  const rows = products.map((product, at) => {
    const own = skuIds.slice(used, used += product.skus.length)
    return rowsOf(product, { id: ids[at] ?? 0, skuIds: own, places })
  })
  await insertAll(tx, {
    goods: rows.map((row) => row.product), skus: rows.flatMap((row) => row.skus),
    levels: rows.flatMap((row) => row.levels),
  })
  await indexProductsOf(tx, { productIds: ids })
}

type Placed = { id: number; skuIds: number[]; places: Places }

function rowsOf(product: GeneratedProduct, { id, skuIds, places }: Placed) {
  const path = places.paths.get(product.categoryKey) ?? []
  const category_id = path.at(-1) ?? 0
  const dates = { created_at: product.createdAt, updated_at: product.createdAt }
  const cheapest = product.skus.map((sku, at) => ({ sku, id: skuIds[at] ?? 0 })).filter(({ sku }) => sku.isLaunched)
    .sort((a, b) => a.sku.priceFen - b.sku.priceFen || a.id - b.id)[0]
  return {
    product: {
      id, category_id, category_path: path, brand_id: places.brands.get(product.brand.name), name: product.name,
      model: product.model, product_code: product.code, source: 'local', description: product.description,
      key_spec: product.keySpec, selling_points: product.sellingPoints, parameters: product.parameters,
      options: product.options, manuals: [], main_images: product.mainImages, detail_images: product.detailImages,
      warranty_months: product.warrantyMonths, has_installation: product.hasInstallation, is_active: product.isActive,
      min_price_fen: cheapest?.sku.priceFen, market_price_fen: cheapest?.sku.marketPriceFen,
      default_sku_id: cheapest?.id, view_count: product.viewQty,
      sales_count: product.skus.reduce((sum, { salesQty }) => sum + salesQty, 0), comments_count: 0, ...dates,
    },
    skus: product.skus.map((sku, at) => ({
      id: skuIds[at], product_id: id, category_id, name: [product.name, ...Object.values(sku.specs)].join(' '),
      caption: sku.caption, sku_code: sku.code, barcode: '', specs: sku.specs, price_fen: sku.priceFen,
      market_price_fen: sku.marketPriceFen, cost_price_fen: sku.costPriceFen, image: sku.image,
      is_launched: sku.isLaunched, sort_order: at, sales_count: sku.salesQty, comments_count: 0, ...dates,
    })),
    levels: product.skus.map((sku, at) => ({ sku_id: skuIds[at], on_hand_qty: sku.onHandQty, held_qty: 0 })),
  }
}

/** One statement, because a product and its default SKU point at each other. */
async function insertAll(tx: Tx, rows: Record<'goods' | 'skus' | 'levels', readonly object[]>): Promise<void> {
  const into = (table: string, all: readonly object[]) => {
    const columns = sql.join(Object.keys(all[0] ?? {}).map((column) => sql.ref(column)))
    return sql`insert into ${sql.table(table)} (${columns}) overriding system value
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(all)}::jsonb)`
  }
  await sql`with goods as (${into('catalog.products', rows.goods)}), kinds as (${into('catalog.skus', rows.skus)})
    ${into('stock.levels', rows.levels)}`.execute(tx)
}

async function nextIds(tx: Tx, table: 'catalog.products' | 'catalog.skus', qty: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${qty}::int)`.execute(tx)
  return rows.map((row) => row.id)
}
