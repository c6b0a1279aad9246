import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { selectCategoryPath } from './catalog.sql.ts'
import { changesOf } from './changes.ts'
import { lockCategoryTree, moveProductPaths, selectCategory, updateCategory } from './categories.sql.ts'
import { refuseWrongParent } from './create-category.ts'
import { refuseFields, sentences } from './errors.ts'
import { indexProductsOf } from './index-products.ts'
import type { NewCategory } from './product.ts'
import { saidFields } from './said-fields.ts'
import { unlessTaken } from './taken.ts'

export type ChangeCategory = { id: number; change: Partial<NewCategory>; actorId: number; at: Date }

/**
 * Changes a category; what is left out stays. Under another parent it takes along what lies in it and the paths of
 * its products. Throws catalog.category_not_found, catalog.invalid.
 */
export async function changeCategory(tx: Tx, { id, change, actorId, at }: ChangeCategory): Promise<void> {
  await lockCategoryTree(tx, 'to change it')
  const before = await selectCategory(tx, id)
  if (!before) throw new Refusal('catalog.category_not_found')
  if (change.level !== undefined && change.level !== before.level) refuseFields({ level: [sentences.levelStays] })
  const said = saidFields(change)
  const after = { ...before, ...said }
  const moves = after.parentId !== before.parentId
  if (moves) await refuseWrongParent(tx, before.level, after.parentId)
  await unlessTaken(updateCategory(tx, after))
  if (moves) await moveProductPaths(tx, id, after.parentId === null ? [] : await selectCategoryPath(tx, after.parentId))
  if (moves || after.name !== before.name) await indexProductsOf(tx, { categoryId: id })
  const body = { categoryId: id, actorId, fields: Object.keys(said), changes: changesOf(before, said) }
  await record(tx, { type: 'catalog.category_changed.v1', at, body })
}
