import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'
import { moveRefund } from './move-refund.ts'
import { lockPayment } from './payments.sql.ts'
import { SEND_REFUND } from './refund.ts'
import type { Refund } from './refund.ts'
import { lockRefund, selectRefund, sumRefunds } from './refunds.sql.ts'

/**
 * Starts a failed refund again, under its own number. Throws payments.refund_not_found, payments.refund_not_failed, and
 * payments.refund_too_much when other refunds have used up what was paid.
 */
export async function retryRefund(tx: Tx, input: { refundId: number; at: Date }): Promise<Refund> {
  const seen = await selectRefund(tx, input.refundId)
  const paid = seen?.paymentId ? await lockPayment(tx, seen.paymentId) : null
  const refund = await lockRefund(tx, input.refundId)
  if (!refund) throw new Refusal('payments.refund_not_found')
  if (refund.state !== 'failed') throw new Refusal('payments.refund_not_failed', { state: refund.state })
  const refundableFen = paid ? paid.amountFen - await sumRefunds(tx, paid.id) : refund.amountFen
  if (refund.amountFen > refundableFen) {
    throw new Refusal('payments.refund_too_much', { refundable: yuanText(refundableFen) })
  }
  const started = await moveRefund(tx, refund, { move: 'start', at: input.at })
  await sendJob(tx, SEND_REFUND, { refundId: refund.id })
  return started
}
