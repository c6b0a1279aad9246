import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { lockBrand, updateBrand } from './brands.sql.ts'
import type { BrandFields } from './brands.sql.ts'
import { changesOf } from './changes.ts'
import { firstLetter } from './first-letter.ts'
import { indexProductsOf } from './index-products.ts'
import { saidFields } from './said-fields.ts'
import { unlessTaken } from './taken.ts'

export type ChangeBrand = { id: number; change: Partial<BrandFields>; actorId: number; at: Date }

/**
 * Changes a brand; what is left out stays, but a first letter that was the old name's follows the new name.
 * Throws catalog.brand_not_found, catalog.invalid.
 */
export async function changeBrand(tx: Tx, { id, change, actorId, at }: ChangeBrand): Promise<void> {
  const before = await lockBrand(tx, id)
  if (!before) throw new Refusal('catalog.brand_not_found')
  const said = saidFields(change)
  const after = { ...before, ...said }
  const follows = change.firstLetter === '' || (change.firstLetter === undefined && before.firstLetter === firstLetter(before.name))
  if (follows) after.firstLetter = firstLetter(after.name)
  await unlessTaken(updateBrand(tx, id, after, at))
  if (after.name !== before.name) await indexProductsOf(tx, { brandId: id })
  const body = { brandId: id, actorId, fields: Object.keys(said), changes: changesOf(before, after) }
  await record(tx, { type: 'catalog.brand_changed.v1', at, body })
}
