import type { Db, Tx } from '../../platform/db.ts'
import { selectFree } from './stock.sql.ts'

/** How many of each SKU are free: on hand minus held. A SKU without a level has none. */
export async function freeStock(db: Db | Tx, skuIds: readonly number[]): Promise<Map<number, number>> {
  const free = new Map(skuIds.map((skuId) => [skuId, 0]))
  for (const row of await selectFree(db, skuIds)) free.set(row.sku_id, row.free_qty)
  return free
}
