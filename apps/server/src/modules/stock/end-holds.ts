import type { Tx } from '../../platform/db.ts'
import { changeLevel, endHolds } from './stock.sql.ts'
import type { StockLine } from './stock.sql.ts'

/** Gives back what the order still holds. @returns those lines; none when it held nothing any more */
export async function releaseStock(
  tx: Tx, input: { orderId: number; reason: string; at: Date; actorId: number | null },
): Promise<StockLine[]> {
  const lines = await endHolds(tx, input.orderId, 'released', input.at)
  for (const { skuId, qty } of lines) {
    await changeLevel(tx, { skuId, onHandBy: 0, heldBy: -qty, changeType: 'release', loggedQty: qty }, input)
  }
  return lines
}

/** What the order holds leaves the shelf: on hand and held go down together. @returns those lines */
export async function shipStock(
  tx: Tx, input: { orderId: number; at: Date; actorId: number | null },
): Promise<StockLine[]> {
  const lines = await endHolds(tx, input.orderId, 'shipped', input.at)
  for (const { skuId, qty } of lines) {
    const change = { skuId, onHandBy: -qty, heldBy: -qty, changeType: 'ship' as const, loggedQty: -qty }
    await changeLevel(tx, change, { ...input, reason: '' })
  }
  return lines
}
