import type { Tx } from '../../platform/db.ts'
import { followSkus, insertProductRow, insertSkuRows, selectCategoryPath } from './catalog.sql.ts'
import { indexProduct } from './index-products.ts'
import type { NewProduct } from './product.ts'

/** Puts a product with its SKUs into the catalog. @returns its id, and those of its SKUs in the order given */
export async function insertProduct(tx: Tx, product: NewProduct): Promise<{ productId: number; skuIds: number[] }> {
  if (product.skus.length === 0) throw new RangeError('A product has at least one SKU')
  const path = await selectCategoryPath(tx, product.categoryId)
  const productId = await insertProductRow(tx, product, path)
  const skuIds = await insertSkuRows(tx, productId, product)
  await followSkus(tx, productId)
  await indexProduct(tx, productId)
  return { productId, skuIds }
}
