import type { Tx } from '../../platform/db.ts'
import { changeLevel, lockHolds, reviveHolds } from './stock.sql.ts'

const REASON = '付款晚到，重新占用'

/**
 * Takes back everything an order had released, or nothing. @returns whether the order holds all its lines now; false
 * when something is short, has been shipped, or when the order never held anything
 */
export async function holdAgain(tx: Tx, input: { orderId: number; at: Date }): Promise<boolean> {
  const holds = await lockHolds(tx, input.orderId)
  const released = holds.filter((hold) => hold.state === 'released')
  if (holds.length === 0 || holds.some((hold) => hold.state === 'shipped')) return false
  if (released.some((hold) => hold.free < hold.qty)) return false
  await reviveHolds(tx, input.orderId)
  for (const { skuId, qty } of released) {
    const change = { skuId, onHandBy: 0, heldBy: qty, changeType: 'lock' as const, loggedQty: -qty }
    await changeLevel(tx, change, { ...input, reason: REASON, actorId: null })
  }
  return true
}
