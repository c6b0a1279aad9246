import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { moveRefund } from './move-refund.ts'
import { moveSuspense } from './move-suspense.ts'
import { lockPayment } from './payments.sql.ts'
import type { Refund } from './refund.ts'
import { sendToCompany } from './refund-payment.ts'
import { lockRefund, selectRefund, sumRefunds } from './refunds.sql.ts'
import type { Suspense } from './suspense.ts'
import { lockSuspense } from './suspense.sql.ts'

export type RefundDeed = { refundId: number; actorId: number | null; note?: string; at: Date }

/**
 * Sends a refund now, or again, under its own number. Throws payments.refund_not_found, payments.refund_moved_on,
 * payments.suspense_settled, and payments.refund_too_much when other refunds have used up what was paid.
 */
export async function retryRefund(tx: Tx, { refundId, actorId, note = '', at }: RefundDeed): Promise<Refund> {
  const { refund, entry, refundableFen } = await lockForRefund(tx, refundId)
  if (refund.amountFen > refundableFen) {
    throw new Refusal('payments.refund_too_much', { refundable: yuanText(refundableFen) })
  }
  const started = await moveRefund(tx, refund, { move: 'start', actorId, note, at })
  if (entry?.state === 'open') await moveSuspense(tx, entry, { move: 'refund', actorId, note, at })
  await sendToCompany(tx, started)
  return started
}

export type LockedRefund = { refund: Refund; entry: Suspense | null; refundableFen: number }

/**
 * Locks what a refund's money hangs on, then the refund. `refundableFen`: how much it may send back, itself left out.
 * Throws payments.refund_not_found; payments.suspense_settled when the money has been used for an order.
 */
export async function lockForRefund(tx: Tx, refundId: number): Promise<LockedRefund> {
  const seen = await selectRefund(tx, refundId)
  const paid = seen?.paymentId ? await lockPayment(tx, seen.paymentId) : null
  const entry = seen?.suspenseId ? await lockSuspense(tx, seen.suspenseId) : null
  const refund = await lockRefund(tx, refundId)
  if (!refund) throw new Refusal('payments.refund_not_found')
  if (entry && (entry.state === 'revived' || entry.state === 'matched')) throw new Refusal('payments.suspense_settled')
  const ownFen = refund.state === 'failed' ? 0 : refund.amountFen
  return { refund, entry, refundableFen: paid ? paid.amountFen - await sumRefunds(tx, paid.id) + ownFen : refund.amountFen }
}
