import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { NewProduct } from './product.ts'
import type { Option, Specs } from './sku-specs.ts'

/** What administrators write of a product; a manual's `url` is a stored path or another's URL. */
export type ProductFields = Pick<NewProduct,
  'name' | 'categoryId' | 'brandId' | 'model' | 'description' | 'keySpec' | 'sellingPoints' | 'parameters' | 'options'
  | 'mainImages' | 'detailImages' | 'warrantyMonths' | 'hasInstallation'> & {
  productCode: string | null
  isActive: boolean
  manuals: { title: string; url: string }[]
  supplyPriceFen: number | null
}

export type LockedProduct = {
  name: string; productCode: string | null; options: Option[]; minPriceFen: number; marketPriceFen: number | null
  updatedAt: Date
}

/** What is written of a product that is locked. */
export async function selectProductFields(tx: Tx, id: number): Promise<ProductFields> {
  const row = await tx.selectFrom('catalog.products').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return {
    name: row.name, categoryId: row.category_id, brandId: row.brand_id, model: row.model,
    productCode: row.product_code, description: row.description, keySpec: row.key_spec,
    sellingPoints: row.selling_points, parameters: row.parameters as ProductFields['parameters'],
    options: row.options as Option[], manuals: row.manuals as ProductFields['manuals'], mainImages: row.main_images,
    detailImages: row.detail_images, warrantyMonths: row.warranty_months, hasInstallation: row.has_installation,
    isActive: row.is_active, supplyPriceFen: row.supply_price_fen,
  }
}

/** The product, locked for a change of it or of its SKUs. */
export async function lockProduct(tx: Tx, id: number): Promise<LockedProduct | null> {
  const { rows } = await sql<LockedProduct>`
    select name, product_code as "productCode", options, min_price_fen as "minPriceFen",
      market_price_fen as "marketPriceFen", updated_at as "updatedAt"
    from catalog.products where id = ${id} for no key update`.execute(tx)
  return rows[0] ?? null
}

/** Writes what is said. No two changes have the same `updated_at`, so that it tells them apart. */
export async function updateProductRow(tx: Tx, id: number, said: Partial<ProductFields>, at: Date): Promise<void> {
  const { parameters, options, manuals } = said
  await tx.updateTable('catalog.products').set({
    name: said.name, category_id: said.categoryId, brand_id: said.brandId, model: said.model,
    product_code: said.productCode, description: said.description, key_spec: said.keySpec,
    selling_points: said.sellingPoints, parameters: parameters && JSON.stringify(parameters),
    options: options && JSON.stringify(options), manuals: manuals && JSON.stringify(manuals),
    main_images: said.mainImages, detail_images: said.detailImages, warranty_months: said.warrantyMonths,
    has_installation: said.hasInstallation, is_active: said.isActive, supply_price_fen: said.supplyPriceFen,
    updated_at: sql<Date>`greatest(${at}::timestamptz, updated_at + interval '1 millisecond')`,
  }).where('id', '=', id).execute()
}

/** Puts the product and its SKUs under its category. */
export async function placeProduct(tx: Tx, id: number, categoryId: number, path: number[]): Promise<void> {
  await tx.updateTable('catalog.products').set({ category_path: path }).where('id', '=', id).execute()
  await tx.updateTable('catalog.skus').set({ category_id: categoryId }).where('product_id', '=', id).execute()
}

export async function hasBrand(tx: Tx, id: number): Promise<boolean> {
  return (await tx.selectFrom('catalog.brands').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export type SkuOfProduct = {
  id: number; name: string; specs: Specs; priceFen: number; marketPriceFen: number | null; costPriceFen: number | null
}

export async function selectSkusOf(tx: Tx, productId: number): Promise<SkuOfProduct[]> {
  const { rows } = await sql<SkuOfProduct>`select id, name, specs, price_fen as "priceFen",
      market_price_fen as "marketPriceFen", cost_price_fen as "costPriceFen"
    from catalog.skus where product_id = ${productId} order by id`.execute(tx)
  return rows
}

export async function nameSku(tx: Tx, id: number, name: string, specs: Specs): Promise<void> {
  await tx.updateTable('catalog.skus').set({ name, specs: JSON.stringify(specs) }).where('id', '=', id).execute()
}

export type SkuPrices = { priceFen?: number; marketPriceFen?: number | null; costPriceFen?: number | null }

export async function writeSkuPrices(tx: Tx, id: number, prices: SkuPrices, at: Date): Promise<void> {
  await tx.updateTable('catalog.skus').set({
    price_fen: prices.priceFen, market_price_fen: prices.marketPriceFen, cost_price_fen: prices.costPriceFen,
    updated_at: sql<Date>`greatest(${at}::timestamptz, updated_at + interval '1 millisecond')`,
  }).where('id', '=', id).execute()
}

/** `oldFen` is null for the first price. */
export type PriceChanged = { skuId: number; oldFen: number | null; newFen: number; actorId: number; at: Date }

export async function insertPriceChange(tx: Tx, { skuId, oldFen, newFen, actorId, at }: PriceChanged): Promise<void> {
  await tx.insertInto('catalog.price_changes')
    .values({ sku_id: skuId, old_price_fen: oldFen, new_price_fen: newFen, actor_id: actorId, at }).execute()
}

/** Takes out a product with its SKUs and their prices. */
export async function deleteProduct(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('catalog.products').set({ default_sku_id: null }).where('id', '=', id).execute()
  await tx.deleteFrom('catalog.price_changes').where('sku_id', 'in', (eb) =>
    eb.selectFrom('catalog.skus').select('id').where('product_id', '=', id)).execute()
  await tx.deleteFrom('catalog.skus').where('product_id', '=', id).execute()
  await tx.deleteFrom('catalog.products').where('id', '=', id).execute()
}
