import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { countInCategory, deleteCategory, lockCategoryTree, selectCategory } from './categories.sql.ts'
import { refuseReferredTo, unlessReferredTo } from './unless-referred-to.ts'

/**
 * Takes an empty category away. Throws catalog.category_not_found, catalog.still_referred_to (`counts` of children and
 * of products in it or below).
 */
export async function removeCategory(
  tx: Tx, { id, actorId, at }: { id: number; actorId: number; at: Date },
): Promise<void> {
  await lockCategoryTree(tx, 'to change it')
  if (!(await selectCategory(tx, id))) throw new Refusal('catalog.category_not_found')
  const counts = await countInCategory(tx, id)
  refuseReferredTo(counts)
  await unlessReferredTo(counts, deleteCategory(tx, id))
  await record(tx, { type: 'catalog.category_removed.v1', at, body: { categoryId: id, actorId } })
}
