import type { Db, Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { isProviderSaidNo } from '../../platform/provider-faults.ts'
import { moveRefund } from './move-refund.ts'
import { moveSuspense } from './move-suspense.ts'
import { insertProviderCall } from './notices.sql.ts'
import type { PaymentProvider, RefundOutcome } from './payment-provider.ts'
import type { Refund, RefundState } from './refund.ts'
import { selectPayment } from './payments.sql.ts'
import { countRefundAttempt, lockRefund, noteRefundAnswer } from './refunds.sql.ts'
import { lockSuspense } from './suspense.sql.ts'

/** What sending refunds works with. */
export type RefundSender = {
  db: Db
  provider: PaymentProvider
  /** Where the company tells what became of a refund, if it does. */
  notifyUrl: string
  now(): Date
}

/**
 * Sends one refund to its company and writes what came of it. The call runs outside any transaction. A refund that has
 * been tried before is asked about first and sent again, under the same number, only when the company does not know it.
 * A failed one is left for a person. Throws ProviderDown: the refund stays under way and the job comes again.
 */
export async function sendRefund(sender: RefundSender, refundId: number): Promise<RefundState | null> {
  const refund = await inTransaction(sender.db, (tx) => beginAttempt(tx, refundId, sender.now()))
  if (!refund) return null
  if (refund.state === 'succeeded' || refund.state === 'failed') return refund.state
  const { provider } = sender
  if (provider.name !== refund.provider) throw new Error(`Refund ${refund.refundNumber} belongs to ${refund.provider}`)
  const known = refund.attempts > 1 ? await ask(sender, refund, 'find_refund', () => provider.findRefund(refund)) : null
  const outcome = known?.status === 'succeeded' || known?.status === 'processing'
    ? known
    : await ask(sender, refund, 'refund', () => send(sender, refund))
  if (!outcome) throw new Error(`No answer about refund ${refund.refundNumber}`)
  return inTransaction(sender.db, (tx) => writeOutcome(tx, refund, outcome, sender.now()))
}

async function beginAttempt(tx: Tx, refundId: number, at: Date): Promise<Refund | null> {
  const refund = await lockRefund(tx, refundId)
  if (refund?.state === 'pending') return moveRefund(tx, refund, { move: 'start', at })
  if (refund?.state !== 'processing') return refund
  await countRefundAttempt(tx, refund.id, at)
  return { ...refund, attempts: refund.attempts + 1 }
}

async function send({ db, provider, notifyUrl }: RefundSender, refund: Refund): Promise<RefundOutcome> {
  const paid = refund.paymentId ? await selectPayment(db, refund.paymentId) : null
  return provider.refund({ ...refund, paidFen: paid?.amountFen ?? refund.amountFen, notifyUrl })
}

/** One call, kept whatever comes of it. A refusal becomes a failed outcome; anything else goes on. */
async function ask(
  sender: RefundSender, refund: Refund, action: string, call: () => Promise<RefundOutcome | null>,
): Promise<RefundOutcome | null> {
  try {
    const outcome = await call()
    await keepCall(sender, refund, { action, answer: outcome?.answer ?? null, outcome: outcome?.status ?? 'unknown' })
    return outcome
  } catch (fault) {
    const answer = fault instanceof Error ? fault.message : String(fault)
    await keepCall(sender, refund, { action, answer, outcome: fault instanceof Error ? fault.name : 'fault' })
    if (!isProviderSaidNo(fault)) throw fault
    return { status: 'failed', amountFen: refund.amountFen, answer: fault.answer }
  }
}

async function keepCall(
  sender: RefundSender, refund: Refund, said: { action: string; answer: string | null; outcome: string },
): Promise<void> {
  const { refundNumber, tradeNumber, tradeId, amountFen } = refund
  await inTransaction(sender.db, (tx) => insertProviderCall(tx, {
    provider: refund.provider, reference: refundNumber, request: { refundNumber, tradeNumber, tradeId, amountFen },
    at: sender.now(), ...said,
  }))
}

async function writeOutcome(tx: Tx, sent: Refund, outcome: RefundOutcome, at: Date): Promise<RefundState> {
  const entry = sent.suspenseId ? await lockSuspense(tx, sent.suspenseId) : null
  const refund = await lockRefund(tx, sent.id)
  if (!refund || refund.state === 'succeeded') return 'succeeded'
  const { status, answer } = outcome
  if (status === 'processing' || (status === 'succeeded' && outcome.amountFen !== refund.amountFen)) {
    await noteRefundAnswer(tx, refund.id, status === 'processing' ? answer : `amount differs: ${answer}`, at)
    return refund.state
  }
  if (status !== 'succeeded') {
    if (refund.state === 'failed') return 'failed'
    await moveRefund(tx, refund, { move: 'fail', answer, at })
  } else {
    const running = refund.state === 'processing' ? refund : await moveRefund(tx, refund, { move: 'start', at })
    await moveRefund(tx, running, { move: 'succeed', answer, at })
    if (entry?.state === 'refunding') await moveSuspense(tx, entry, { move: 'arrive', at })
  }
  const { id: refundId, refundNumber, orderId, paymentId, amountFen } = refund
  const state = status === 'succeeded' ? 'succeeded' : 'failed'
  const type = `payments.refund_${state}.v1`
  await record(tx, { type, at, body: { refundId, refundNumber, orderId, paymentId, amountFen } })
  return state
}
