import type { Tx } from '../../platform/db.ts'
import { refuseFields } from './errors.ts'
import { lockOrdered, updateOrder } from './ordering.sql.ts'
import type { Ordered } from './ordering.sql.ts'

const TWICE = { zh: '同一项出现了两次。', en: 'One of them is there twice.' }
const UNKNOWN = { zh: '其中有已被删除的项目，请刷新后重试。', en: 'One of them does not exist any more. Reload and try again.' }

/**
 * Puts things into the order of `ids`, from place 1; what is not named keeps its place. All or none.
 * Throws content.invalid.
 */
export async function reorder(tx: Tx, what: Ordered, ids: readonly number[]): Promise<void> {
  if (new Set(ids).size < ids.length) refuseFields({ ids: [TWICE] })
  const found = await lockOrdered(tx, what, ids)
  if (found.length < ids.length) refuseFields({ ids: [UNKNOWN] })
  await updateOrder(tx, what, ids)
}
