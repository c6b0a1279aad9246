import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { forgetProducts } from '../search/index.ts'
import { deleteProduct, lockProduct } from './products.sql.ts'
import { refuseReferredTo, unlessReferredTo } from './unless-referred-to.ts'
import type { Counts } from './unless-referred-to.ts'

/** `counts`: what refers to the product or its SKUs, by kind. */
export type RemoveProduct = { id: number; counts: Counts; actorId: number; at: Date }

/**
 * Takes away a product that nothing refers to, with its SKUs. Throws catalog.product_not_found,
 * catalog.still_referred_to (`counts`).
 */
export async function removeProduct(tx: Tx, { id, counts, actorId, at }: RemoveProduct): Promise<void> {
  if (!(await lockProduct(tx, id))) throw new Refusal('catalog.product_not_found')
  refuseReferredTo(counts)
  await forgetProducts(tx, [id])
  await unlessReferredTo(counts, deleteProduct(tx, id))
  await record(tx, { type: 'catalog.product_removed.v1', at, body: { productId: id, actorId } })
}
