import type { Tx } from '../../platform/db.ts'
import { deleteIdleLevels } from './stock.sql.ts'

/** Forgets the levels of a product's SKUs that never moved, before the product goes. */
export async function forgetLevels(tx: Tx, skuIds: readonly number[]): Promise<void> {
  await deleteIdleLevels(tx, skuIds)
}
