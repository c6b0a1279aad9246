import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { auditRefund } from './audit-refund.ts'
import { bookRepeatClosed } from './book-money.ts'
import type { Refund } from './refund.ts'
import { closeRepeat } from './refund-repeats.sql.ts'
import { insertRefundMove, lockRefund, markRefundProblem } from './refunds.sql.ts'

/** `into`: where the buyer has paid it back; null: it is lost. `transactionId` names that payment. */
export type SettleRepeat = {
  refundId: number
  into: 'bank' | 'company' | null
  transactionId: string
  note: string
  actorId: number
  at: Date
}

/**
 * A person says what became of money that had left twice: the buyer has returned it, or it is written off. Booked
 * either way, once. Throws payments.refund_not_found, payments.refund_moved_on.
 */
export async function settleRepeat(tx: Tx, input: SettleRepeat): Promise<Refund> {
  const { refundId, into, transactionId, note, actorId, at } = input
  const refund = await lockRefund(tx, refundId)
  if (!refund) throw new Refusal('payments.refund_not_found')
  const closedAs = into === null ? 'written_off' : 'returned'
  if (refund.problem !== 'paid_twice' || !(await closeRepeat(tx, { refundId, closedAs, actorId, at }))) {
    throw new Refusal('payments.refund_moved_on', { status: refund.state })
  }
  await markRefundProblem(tx, refundId, '')
  await bookRepeatClosed(tx, refund, { account: into === 'company' ? refund.provider : into, transactionId, note, actorId, at })
  const { state } = refund
  await insertRefundMove(tx, refundId, { event: closedAs, from: state, to: state, actorId, note, at })
  await auditRefund(tx, refund, { event: 'refund_ended', verdict: closedAs, actorId, at })
  return { ...refund, problem: '' }
}
