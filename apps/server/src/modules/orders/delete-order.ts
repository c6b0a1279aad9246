import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { insertOrderMove, lockOrder, markDeleted } from './orders.sql.ts'

/**
 * Takes a cancelled order off every list; its rows stay. `moneyFacts`: how many payments that succeeded, refunds and
 * odd sums it has, counted in this transaction with the order locked.
 * Throws orders.not_found, orders.delete_refused; then nothing is written.
 */
export async function deleteOrder(
  tx: Tx, input: { orderId: number; actorId: number; moneyFacts: number; at: Date },
): Promise<void> {
  const { orderId, actorId, moneyFacts, at } = input
  const order = await lockOrder(tx, orderId)
  if (!order || order.isDeleted) throw new Refusal('orders.not_found')
  if (order.state !== 'cancelled' || moneyFacts > 0) {
    throw new Refusal('orders.delete_refused', { status: order.state, counts: { money: moneyFacts } })
  }
  await markDeleted(tx, orderId, at)
  await insertOrderMove(tx, { orderId, move: 'delete', from: order.state, to: order.state, actorId, note: '', at })
}
