import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'
import { moveSuspense } from './move-suspense.ts'
import { SEND_REFUND, newRefundNumber } from './refund.ts'
import type { Refund } from './refund.ts'
import { insertRefund, selectRefundOfSuspense } from './refunds.sql.ts'
import type { Suspense } from './suspense.ts'
import { lockSuspense } from './suspense.sql.ts'

/**
 * Sends money in suspense back, once: again, it answers the refund that was made.
 * Throws payments.suspense_settled when it has revived its order.
 */
export async function refundSuspense(tx: Tx, suspense: Pick<Suspense, 'id'>, at: Date): Promise<Refund> {
  const entry = await lockSuspense(tx, suspense.id)
  if (!entry) throw new Refusal('payments.not_found')
  const made = await selectRefundOfSuspense(tx, entry.id)
  if (made) return made
  await moveSuspense(tx, entry, { move: 'refund', at })
  const refund = await insertRefund(tx, {
    refundNumber: newRefundNumber(at), provider: entry.provider, orderNumber: entry.orderNumber, orderId: entry.orderId,
    paymentId: null, suspenseId: entry.id, tradeNumber: entry.tradeNumber, tradeId: entry.tradeId,
    amountFen: entry.amountFen, reason: entry.reason, at,
  })
  await sendJob(tx, SEND_REFUND, { refundId: refund.id })
  return refund
}
