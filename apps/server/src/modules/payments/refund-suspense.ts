import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { moveSuspense } from './move-suspense.ts'
import { newRefundNumber } from './refund.ts'
import type { Refund } from './refund.ts'
import { sendToCompany } from './refund-payment.ts'
import { insertRefund, selectRefundOfSuspense } from './refunds.sql.ts'
import type { Suspense } from './suspense.ts'
import { lockSuspense } from './suspense.sql.ts'

/** Who did it and why, when a person did. */
export type ByHand = { actorId: number | null; note: string }
const BY_RULE: ByHand = { actorId: null, note: '' }

/**
 * Sends money in suspense back, once: again, it answers the refund that was made.
 * Throws payments.suspense_settled when it has paid an order.
 */
export async function refundSuspense(
  tx: Tx, suspense: Pick<Suspense, 'id'>, at: Date, { actorId, note }: ByHand = BY_RULE,
): Promise<Refund> {
  const entry = await lockSuspense(tx, suspense.id)
  if (!entry) throw new Refusal('payments.suspense_not_found')
  const made = await selectRefundOfSuspense(tx, entry.id)
  if (made) return made
  await moveSuspense(tx, entry, { move: 'refund', actorId, note, at })
  const refund = await insertRefund(tx, {
    refundNumber: newRefundNumber(at), provider: entry.provider, orderNumber: entry.orderNumber, orderId: entry.orderId,
    paymentId: null, suspenseId: entry.id, tradeNumber: entry.tradeNumber, tradeId: entry.tradeId,
    amountFen: entry.amountFen, reason: note || entry.reason, operatorId: actorId, at,
  })
  await sendToCompany(tx, refund)
  return refund
}
