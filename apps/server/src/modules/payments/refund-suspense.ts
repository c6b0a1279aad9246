import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { moveSuspense } from './move-suspense.ts'
import { newRefundNumber } from './refund.ts'
import type { Refund } from './refund.ts'
import { sendToCompany } from './refund-payment.ts'
import { insertRefund, selectRefundOfSuspense } from './refunds.sql.ts'
import { requireSuspense } from './require-suspense.ts'
import { retryRefund } from './retry-refund.ts'
import type { Suspense } from './suspense.ts'

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
  const entry = await requireSuspense(tx, suspense.id)
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

/**
 * A person sends money in suspense back; a refund of it that failed goes out again, under its number.
 * Throws payments.suspense_not_found, payments.suspense_settled.
 */
export async function sendSuspenseBack(
  tx: Tx, deed: { suspenseId: number; actorId: number; note: string; at: Date },
): Promise<Refund> {
  const { suspenseId, actorId, note, at } = deed
  const entry = await requireSuspense(tx, suspenseId)
  if (entry.state !== 'open') throw new Refusal('payments.suspense_settled', { state: entry.state })
  const made = await selectRefundOfSuspense(tx, suspenseId)
  if (made) return retryRefund(tx, { refundId: made.id, actorId, note, at })
  return refundSuspense(tx, entry, at, { actorId, note })
}
