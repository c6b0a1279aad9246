import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { noteSkusChanged, skuNamed } from './add-sku.ts'
import { lockProduct } from './products.sql.ts'
import { deleteSku, selectSkuRows } from './skus.sql.ts'
import { refuseReferredTo, unlessReferredTo } from './unless-referred-to.ts'
import type { Counts } from './unless-referred-to.ts'

/** `counts`: what refers to the SKU, by kind. */
export type RemoveSku = { productId: number; id: number; counts: Counts; actorId: number; at: Date }

/**
 * Takes away a SKU that nothing refers to and that is not the last one. Throws catalog.product_not_found,
 * catalog.sku_not_found, catalog.still_referred_to (`counts`), catalog.last_sku.
 */
export async function removeSku(tx: Tx, { productId, id, counts, actorId, at }: RemoveSku): Promise<void> {
  if (!(await lockProduct(tx, productId))) throw new Refusal('catalog.product_not_found')
  const skus = await selectSkuRows(tx, productId)
  const sku = skus.find((each) => each.id === id)
  if (!sku) throw new Refusal('catalog.sku_not_found')
  refuseReferredTo(counts)
  if (skus.length === 1) throw new Refusal('catalog.last_sku')
  await unlessReferredTo(counts, deleteSku(tx, id))
  const happened = { act: 'removed', skus: [skuNamed(sku)], changes: [] } as const
  await noteSkusChanged(tx, { productId, actorId, fields: ['skus'], happened, at })
}
