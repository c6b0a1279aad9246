import { Refusal } from '@hearth/kernel/errors'
import type { Db, Tx } from '../../platform/db.ts'
import { selectDefaultSku, selectDefaultSkus, selectSkusForSale } from './catalog.sql.ts'
import type { SkuForSale } from './product.ts'

/** The SKUs that exist among these, by id, each saying whether it is for sale. */
export async function skusForSale(db: Db | Tx, skuIds: readonly number[]): Promise<SkuForSale[]> {
  return selectSkusForSale(db, skuIds)
}

/** A SKU that can be bought. Throws catalog.sku_unknown, catalog.sku_off_sale. */
export async function skuOnSale(db: Db | Tx, skuId: number): Promise<SkuForSale> {
  const [sku] = await selectSkusForSale(db, [skuId])
  if (!sku) throw unknownSku()
  if (!sku.isForSale) throw new Refusal('catalog.sku_off_sale', { sku_id: skuId })
  return sku
}

/** The SKU that stands for a product where only the product is named; null when there is no such product. */
export async function defaultSkuOf(db: Db | Tx, productId: number): Promise<number | null> {
  return selectDefaultSku(db, productId)
}

/** The SKUs that stand for products, by product; one without any is left out. */
export async function defaultSkusOf(db: Db | Tx, productIds: readonly number[]): Promise<Map<number, number>> {
  return selectDefaultSkus(db, productIds)
}

/** The refusal of a SKU that somebody named and that does not exist. */
export function unknownSku(): Refusal {
  return new Refusal('catalog.sku_unknown', { fields: { sku_id: [{ zh: '商品不存在。', en: 'No such article.' }] } })
}
