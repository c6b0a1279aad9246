import type { Sentence } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { lockCategoryTree, selectCategory } from './categories.sql.ts'
import { refuseFields, sentences } from './errors.ts'
import { insertProduct } from './insert-product.ts'
import type { NewProduct } from './product.ts'
import { hasBrand, insertPriceChange, updateProductRow } from './products.sql.ts'
import type { ProductFields } from './products.sql.ts'
import { firstSpecs } from './sku-specs.ts'
import { unlessTaken } from './taken.ts'

/** What a new product is in all that nobody said. */
export const newProductFields = {
  model: '', productCode: null, description: '', keySpec: '', sellingPoints: [], parameters: [], options: [],
  mainImages: [], detailImages: [], manuals: [], warrantyMonths: 12, hasInstallation: false, isActive: true,
  supplyPriceFen: null,
} satisfies Partial<ProductFields>

export type FirstSku = { code: string; priceFen: number; marketPriceFen: number | null; costPriceFen: number | null }
export type CreateProduct = { product: ProductFields; sku: FirstSku; actorId: number; at: Date }

/**
 * Makes a product with one SKU, of the first value of every option. Its stock is another's business.
 * Throws catalog.invalid.
 */
export async function createProduct(
  tx: Tx, { product, sku, actorId, at }: CreateProduct,
): Promise<{ productId: number; skuId: number }> {
  await refuseWrongPlace(tx, product)
  const first = { ...sku, caption: '', specs: firstSpecs(product.options), image: '', productTypeId: null }
  const row: NewProduct = { ...product, source: 'local', skus: [first], at }
  const { productId, skuIds: [skuId = 0] } = await unlessTaken(insertProduct(tx, row))
  await updateProductRow(tx, productId, { manuals: product.manuals, supplyPriceFen: product.supplyPriceFen }, at)
  await insertPriceChange(tx, { skuId, oldFen: null, newFen: sku.priceFen, actorId, at })
  await record(tx, { type: 'catalog.product_created.v1', at, body: { productId, actorId } })
  return { productId, skuId }
}

/**
 * A product lies in a minor or an item category, which stays where it is until the end of the transaction, and has a
 * brand that there is. Throws catalog.invalid.
 */
export async function refuseWrongPlace(
  tx: Tx, { categoryId, brandId }: { categoryId?: number; brandId?: number },
): Promise<void> {
  const faults: Record<string, Sentence[]> = {}
  if (categoryId !== undefined) {
    await lockCategoryTree(tx, 'to use it')
    const category = await selectCategory(tx, categoryId)
    if (!category) faults.category_id = [sentences.categoryUnknown]
    else if (category.level === 'major') faults.category_id = [sentences.categoryLevel]
  }
  if (brandId !== undefined && !(await hasBrand(tx, brandId))) faults.brand_id = [sentences.brandUnknown]
  if (Object.keys(faults).length > 0) refuseFields(faults)
}
