import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { insertCategory } from './catalog.sql.ts'
import { lockCategoryTree, selectCategory } from './categories.sql.ts'
import { refuseFields, sentences } from './errors.ts'
import type { CategoryLevel, NewCategory } from './product.ts'
import { unlessTaken } from './taken.ts'

export type CreateCategory = { category: NewCategory; actorId: number; at: Date }

/** Makes a category of one of the three levels. Throws catalog.invalid. @returns its id */
export async function createCategory(tx: Tx, { category, actorId, at }: CreateCategory): Promise<number> {
  await lockCategoryTree(tx, 'to change it')
  await refuseWrongParent(tx, category.level, category.parentId)
  const categoryId = await unlessTaken(insertCategory(tx, category))
  await record(tx, { type: 'catalog.category_created.v1', at, body: { categoryId, actorId } })
  return categoryId
}

/** A major has no parent, a minor's is a major, an item's is a minor: so there is no circle. Throws catalog.invalid. */
export async function refuseWrongParent(tx: Tx, level: CategoryLevel, parentId: number | null): Promise<void> {
  if (level === 'major') {
    if (parentId !== null) refuseFields({ parent_id: [sentences.noParent] })
    return
  }
  if (parentId === null) refuseFields({ parent_id: [sentences.missing] })
  const parent = await selectCategory(tx, parentId)
  if (!parent) refuseFields({ parent_id: [sentences.categoryUnknown] })
  const [wanted, sentence] = level === 'minor'
    ? ['major', sentences.parentIsMajor] as const : ['minor', sentences.parentIsMinor] as const
  if (parent.level !== wanted) refuseFields({ parent_id: [sentence] })
}
