import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { auditRefund } from './audit-refund.ts'
import { moveRefund } from './move-refund.ts'
import { moveSuspense } from './move-suspense.ts'
import type { Refund, RefundState } from './refund.ts'
import { insertRefundMove, markRefundGivenUp } from './refunds.sql.ts'
import { lockForRefund } from './retry-refund.ts'
import type { RefundDeed } from './retry-refund.ts'
import { finishRefund } from './write-refund-outcome.ts'

/** `seen`: the refund as its company was asked about it; one that has been touched since is not settled by hand. */
export type PayOutRefund = RefundDeed & { seen: Refund; paidFrom: 'bank' | 'company'; transactionId: string }

/** A call to a company is over by then, whatever came of it. */
const CALL_MS = 60_000

/** States from which a person may say that he has paid the money out himself. */
const PAYABLE: Record<'bank' | 'online', readonly RefundState[]> = {
  bank: ['pending', 'processing', 'failed'], online: ['failed', 'abnormal', 'no_balance'],
}

/**
 * Writes that a person has paid a refund out, under the number of his transfer: every refund by bank, and one that its
 * company could not do. It is booked to the account that the money left.
 * Throws payments.refund_moved_on, payments.refund_too_much, payments.suspense_settled.
 */
export async function payOutRefund(tx: Tx, input: PayOutRefund): Promise<Refund> {
  const { refundId, seen, actorId, note, at } = input
  const { refund, entry, refundableFen } = await lockForRefund(tx, refundId)
  refuseUnlessSeen(refund, seen)
  if (!PAYABLE[refund.provider === 'bank' ? 'bank' : 'online'].includes(refund.state) || refund.givenUpAt) {
    throw new Refusal('payments.refund_moved_on', { status: refund.state })
  }
  if (refund.amountFen > refundableFen) {
    throw new Refusal('payments.refund_too_much', { refundable: yuanText(refundableFen) })
  }
  const paidFrom = input.paidFrom === 'bank' ? 'bank' : refund.provider
  return finishRefund(tx, { refund, entry }, { paidFrom, transactionId: input.transactionId, actorId, note, at })
}

/**
 * Gives a refund up: its money is free to be refunded again, and money in suspense waits again. One that its company
 * has under way cannot be given up. Throws payments.refund_moved_on, payments.refund_under_way.
 */
export async function giveUpRefund(tx: Tx, input: RefundDeed & { seen: Refund }): Promise<Refund> {
  const { refundId, actorId, note = '', at } = input
  const { refund, entry } = await lockForRefund(tx, refundId)
  refuseUnlessSeen(refund, input.seen)
  if (refund.state === 'processing' && refund.provider !== 'bank' && at.getTime() - refund.updatedAt.getTime() < CALL_MS) {
    throw new Refusal('payments.refund_under_way', { status: refund.state })
  }
  if (refund.givenUpAt || refund.state === 'abnormal') throw new Refusal('payments.refund_moved_on', { status: refund.state })
  if (refund.state === 'failed') {
    await insertRefundMove(tx, refund.id, { event: 'give_up', from: 'failed', to: 'failed', actorId, note, at })
    await auditRefund(tx, refund, { event: 'refund_ended', verdict: 'stopped', actorId, at })
  } else await moveRefund(tx, refund, { move: 'fail', problem: 'stopped', actorId, note, at })
  await markRefundGivenUp(tx, refund.id, at)
  if (entry?.state === 'refunding') await moveSuspense(tx, entry, { move: 'give_back', actorId, note, at })
  return { ...refund, state: 'failed', problem: refund.problem || 'stopped', givenUpAt: at }
}

function refuseUnlessSeen(refund: Refund, seen: Refund): void {
  if (refund.state === seen.state && refund.attempts === seen.attempts) return
  throw new Refusal('payments.refund_moved_on', { status: refund.state })
}
