import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { freeSpecs, noteSkusChanged, skuNamed } from './add-sku.ts'
import { changesOf } from './changes.ts'
import { refuseStale } from './change-product.ts'
import { insertPriceChange, lockProduct } from './products.sql.ts'
import { saidFields } from './said-fields.ts'
import { selectSkuRows, updateSkuRow } from './skus.sql.ts'
import type { SkuFields } from './skus.sql.ts'
import { unlessTaken } from './taken.ts'

/** `knownAt`: the `updated_at` that the caller saw; null when he does not care what changed since. */
export type ChangeSku = {
  productId: number; id: number; change: Partial<SkuFields>; knownAt: Date | null; actorId: number; at: Date
}

/**
 * Changes a SKU; what is left out stays. Throws catalog.product_not_found, catalog.sku_not_found,
 * catalog.changed_meanwhile, catalog.invalid.
 */
export async function changeSku(tx: Tx, { productId, id, change, knownAt, actorId, at }: ChangeSku): Promise<void> {
  const product = await lockProduct(tx, productId)
  if (!product) throw new Refusal('catalog.product_not_found')
  const skus = await selectSkuRows(tx, productId)
  const before = skus.find((sku) => sku.id === id)
  if (!before) throw new Refusal('catalog.sku_not_found')
  refuseStale(before.updatedAt, knownAt)
  const said = saidFields(change)
  const others = skus.filter((sku) => sku !== before)
  const specs = said.specs ? freeSpecs(product, said.specs, others) : before.specs
  const after = { ...before, ...said, specs }
  await unlessTaken(updateSkuRow(tx, id, after, at))
  if (after.priceFen !== before.priceFen) {
    await insertPriceChange(tx, { skuId: id, oldFen: before.priceFen, newFen: after.priceFen, actorId, at })
  }
  const fields = Object.keys(said).map((field) => `skus.${field}`)
  const happened = { act: 'changed', skus: [skuNamed(after)], changes: changesOf(before, { ...said, specs }) } as const
  await noteSkusChanged(tx, { productId, actorId, fields, happened, at })
}
