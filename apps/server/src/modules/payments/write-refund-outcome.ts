import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { auditRefund } from './audit-refund.ts'
import { bookRefund, bookRepeat } from './book-money.ts'
import { moveRefund } from './move-refund.ts'
import type { MoveRefund } from './move-refund.ts'
import { moveSuspense } from './move-suspense.ts'
import type { RefundOutcome } from './payment-provider.ts'
import type { Refund } from './refund.ts'
import { selectPayment } from './payments.sql.ts'
import { insertRepeat } from './refund-repeats.sql.ts'
import {
  insertRefundMove, lockRefund, markRefundProblem, noteRefundAnswer, selectRefund, sumRefunds,
} from './refunds.sql.ts'
import type { Suspense } from './suspense.ts'
import { lockSuspense } from './suspense.sql.ts'

/**
 * Writes what a company says became of a refund, whoever heard it first: the answer, a notice, or who asked again. A
 * success is booked in the same transaction. Another amount than ours is not believed: a person looks at it.
 */
export async function writeRefundOutcome(tx: Tx, refundId: number, outcome: RefundOutcome, at: Date): Promise<Refund> {
  const seen = await selectRefund(tx, refundId)
  const entry = seen?.suspenseId ? await lockSuspense(tx, seen.suspenseId) : null
  const refund = await lockRefund(tx, refundId)
  if (!refund) throw new Refusal('payments.refund_not_found')
  const { answer } = outcome
  if (refund.state === 'succeeded') return noteAfterwards(tx, refund, outcome, at)
  if (outcome.status === 'succeeded' && outcome.amountFen === refund.amountFen) {
    return finishRefund(tx, { refund, entry }, { answer, paidFrom: refund.provider, at })
  }
  const next = nextMove(refund, outcome)
  if (!next) {
    await noteRefundAnswer(tx, refund.id, answer, at)
    return { ...refund, lastAnswer: answer }
  }
  const running = next.move === 'start' ? refund : await runningOf(tx, refund, at)
  const moved = await moveRefund(tx, running, { ...next, answer, at })
  if (moved.state !== 'processing') await recordRefund(tx, moved, at)
  return moved
}

/** How the refund goes on after this; null when it stays what it is. */
function nextMove(refund: Refund, { status }: RefundOutcome): Pick<MoveRefund, 'move' | 'problem'> | null {
  const { state, problem } = refund
  if (status === 'processing') return state === 'processing' || state === 'pending' ? null : { move: 'start' }
  if (status === 'failed') return state === 'failed' ? null : { move: 'fail', problem: 'refused' }
  if (status === 'no_balance') return state === 'no_balance' ? null : { move: 'lack_balance', problem: 'no_balance' }
  const about = status === 'abnormal' ? 'abnormal' : 'amount_differs'
  return state === 'abnormal' && problem === about ? null : { move: 'get_stuck', problem: about }
}

function runningOf(tx: Tx, refund: Refund, at: Date): Promise<Refund> | Refund {
  return refund.state === 'processing' ? refund : moveRefund(tx, refund, { move: 'start', at })
}

export type FinishRefund = {
  paidFrom: string; answer?: string; transactionId?: string; actorId?: number | null; note?: string; at: Date
}

/** The money has gone back: the refund has succeeded, the book says so, and money in suspense is settled. */
export async function finishRefund(
  tx: Tx, { refund, entry }: { refund: Refund; entry: Suspense | null }, said: FinishRefund,
): Promise<Refund> {
  const { at, actorId = null } = said
  const done = await moveRefund(tx, await runningOf(tx, refund, at), { move: 'succeed', ...said })
  await bookRefund(tx, done, { paidFrom: said.paidFrom, actorId, at })
  const isTwice = entry ? !(await settleEntry(tx, entry, at)) : await isAbovePaid(tx, done)
  if (isTwice && await insertRepeat(tx, { refundId: done.id, account: null, at })) await markTwice(tx, done, at)
  await recordRefund(tx, done, at)
  return done
}

/** The money has left suspense. @returns false when it had paid an order before: then it went twice */
async function settleEntry(tx: Tx, entry: Suspense, at: Date): Promise<boolean> {
  if (entry.state === 'revived' || entry.state === 'matched') return false
  const leaving = entry.state === 'open' ? await moveSuspense(tx, entry, { move: 'refund', at }) : entry
  if (leaving.state === 'refunding') await moveSuspense(tx, leaving, { move: 'arrive', at })
  return true
}

/** A refund that had failed was sent again as another one, and the company did both. */
async function isAbovePaid(tx: Tx, refund: Refund): Promise<boolean> {
  if (!refund.paymentId) return false
  const paid = await selectPayment(tx, refund.paymentId)
  return (await sumRefunds(tx, refund.paymentId)) > (paid?.amountFen ?? 0)
}

/** News of a refund that is through changes nothing, unless it was paid out from elsewhere: then money went twice. */
async function noteAfterwards(tx: Tx, refund: Refund, outcome: RefundOutcome, at: Date): Promise<Refund> {
  const isTwice = outcome.status === 'succeeded' && refund.paidFrom !== refund.provider
  const account = refund.provider
  if (!isTwice || !(await insertRepeat(tx, { refundId: refund.id, account, at }))) return refund
  await bookRepeat(tx, refund, { account, at })
  await noteRefundAnswer(tx, refund.id, outcome.answer, at)
  await markTwice(tx, refund, at)
  return { ...refund, problem: 'paid_twice' }
}

async function markTwice(tx: Tx, refund: Refund, at: Date): Promise<void> {
  await markRefundProblem(tx, refund.id, 'paid_twice')
  const { id, state } = refund
  await insertRefundMove(tx, id, { event: 'paid_twice', from: state, to: state, actorId: null, note: '', at })
  await auditRefund(tx, refund, { event: 'refund_ended', verdict: 'paid_twice', at })
}

async function recordRefund(tx: Tx, refund: Refund, at: Date): Promise<void> {
  const { id: refundId, refundNumber, orderId, paymentId, amountFen, state } = refund
  await record(tx, { type: `payments.refund_${state}.v1`, at, body: { refundId, refundNumber, orderId, paymentId, amountFen } })
}
