import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { Specs } from './sku-specs.ts'

/** A SKU as administrators write it. */
export type SkuFields = {
  name: string; caption: string; code: string; barcode: string; specs: Specs; priceFen: number
  marketPriceFen: number | null; costPriceFen: number | null; image: string; isLaunched: boolean
  productTypeId: number | null; sortOrder: number
}
export type SkuRow = SkuFields & { id: number; updatedAt: Date }

/** The SKUs of a product that is locked. */
export async function selectSkuRows(tx: Tx, productId: number): Promise<SkuRow[]> {
  const { rows } = await sql<SkuRow>`
    select id, name, caption, sku_code as code, barcode, specs, price_fen as "priceFen",
      market_price_fen as "marketPriceFen", cost_price_fen as "costPriceFen", image, is_launched as "isLaunched",
      product_type_id as "productTypeId", sort_order as "sortOrder", updated_at as "updatedAt"
    from catalog.skus where product_id = ${productId} order by sort_order, id`.execute(tx)
  return rows
}

const columnsOf = (sku: SkuFields) => ({
  name: sku.name, caption: sku.caption, sku_code: sku.code, barcode: sku.barcode, specs: JSON.stringify(sku.specs),
  price_fen: sku.priceFen, market_price_fen: sku.marketPriceFen, cost_price_fen: sku.costPriceFen, image: sku.image,
  is_launched: sku.isLaunched, product_type_id: sku.productTypeId, sort_order: sku.sortOrder,
})

export async function insertSkuRow(tx: Tx, productId: number, sku: SkuFields, at: Date): Promise<number> {
  const row = await tx.insertInto('catalog.skus').values({
    ...columnsOf(sku), product_id: productId, created_at: at, updated_at: at,
    category_id: sql<number>`(select category_id from catalog.products where id = ${productId})`,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function updateSkuRow(tx: Tx, id: number, sku: SkuFields, at: Date): Promise<void> {
  const updated = sql<Date>`greatest(${at}::timestamptz, updated_at + interval '1 millisecond')`
  await tx.updateTable('catalog.skus').set({ ...columnsOf(sku), updated_at: updated }).where('id', '=', id).execute()
}

/** Takes out a SKU with its prices; another stands for its product. */
export async function deleteSku(tx: Tx, id: number): Promise<void> {
  await tx.updateTable('catalog.products').set({ default_sku_id: null }).where('default_sku_id', '=', id).execute()
  await tx.deleteFrom('catalog.price_changes').where('sku_id', '=', id).execute()
  await tx.deleteFrom('catalog.skus').where('id', '=', id).execute()
}
