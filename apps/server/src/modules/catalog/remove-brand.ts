import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { countOfBrand, deleteBrand, lockBrand } from './brands.sql.ts'
import { refuseReferredTo, unlessReferredTo } from './unless-referred-to.ts'

/**
 * Takes a brand away that has no products; with products nothing forces it, for a product always has its brand.
 * Throws catalog.brand_not_found, catalog.still_referred_to (`counts`).
 */
export async function removeBrand(
  tx: Tx, { id, actorId, at }: { id: number; actorId: number; at: Date },
): Promise<void> {
  if (!(await lockBrand(tx, id))) throw new Refusal('catalog.brand_not_found')
  const counts = await countOfBrand(tx, id)
  refuseReferredTo(counts)
  await unlessReferredTo(counts, deleteBrand(tx, id))
  await record(tx, { type: 'catalog.brand_removed.v1', at, body: { brandId: id, actorId } })
}
