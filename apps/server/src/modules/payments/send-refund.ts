import type { Db, Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { auditRefund } from './audit-refund.ts'
import { moveRefund } from './move-refund.ts'
import type { PaymentProvider, PaymentProviders, RefundOutcome } from './payment-provider.ts'
import { askCompany } from './ask-company.ts'
import type { Refund, RefundState } from './refund.ts'
import { selectPayment } from './payments.sql.ts'
import { countRefundAttempt, lockRefund } from './refunds.sql.ts'
import { writeRefundOutcome } from './write-refund-outcome.ts'

/** Writes what became of a refund and what follows from it. */
export type SettleRefund = (tx: Tx, refundId: number, outcome: RefundOutcome, at: Date) => Promise<Refund>

/** What sending refunds works with. */
export type RefundSender = {
  db: Db
  providers: PaymentProviders
  /** Where a company tells what became of a refund, if it does. */
  notifyUrlOf(provider: PaymentProvider): string
  now(): Date
  /** Without: the refund alone is written. */
  settle?: SettleRefund
}

/** The company of a refund, if there is one and it is set up. */
export function companyOf(providers: PaymentProviders, refund: Pick<Refund, 'provider'>): PaymentProvider | null {
  return providers[refund.provider as keyof PaymentProviders] ?? null
}

/**
 * Sends one refund to its company and writes what came of it. The call runs outside any transaction. A refund that has
 * been tried before is asked about first and sent again, under the same number, only when the company does not know it.
 * One that a company left to a person, and one of a company that is not set up, is not touched.
 * Throws ProviderDown: the refund stays under way and the job comes again.
 */
export async function sendRefund(sender: RefundSender, refundId: number): Promise<RefundState | null> {
  const begun = await inTransaction(sender.db, (tx) => beginAttempt(tx, sender, refundId))
  if (!begun) return null
  const { refund, provider } = begun
  if (!provider || refund.state !== 'processing') return refund.state
  const known = refund.attempts > 1 ? await askCompany(sender, refund, 'find_refund', () => provider.findRefund(refund)) : null
  const isAccepted = known !== null && known.status !== 'failed' && known.status !== 'no_balance'
  const outcome = isAccepted ? known : await askCompany(sender, refund, 'refund', () => send(sender, provider, refund))
  if (!outcome) throw new Error(`No answer about refund ${refund.refundNumber}`)
  const settle = sender.settle ?? writeRefundOutcome
  return (await inTransaction(sender.db, (tx) => settle(tx, refund.id, outcome, sender.now()))).state
}

async function beginAttempt(tx: Tx, sender: RefundSender, refundId: number) {
  const refund = await lockRefund(tx, refundId)
  if (!refund) return null
  const provider = companyOf(sender.providers, refund)
  const at = sender.now()
  if (!provider) return { refund, provider }
  if (refund.state !== 'pending' && refund.state !== 'processing') return { refund, provider }
  const begun = refund.state === 'pending'
    ? await moveRefund(tx, refund, { move: 'start', at })
    : await countRefundAttempt(tx, refund, at)
  await auditRefund(tx, begun, { event: 'refund_sent', verdict: begun.attempts > 1 ? 'again' : 'first', at })
  return { refund: begun, provider }
}

/** Companies want the total of the trade too: what was paid, or what lies in suspense. */
async function send(sender: RefundSender, provider: PaymentProvider, refund: Refund): Promise<RefundOutcome> {
  const paid = refund.paymentId ? await selectPayment(sender.db, refund.paymentId) : null
  const notifyUrl = sender.notifyUrlOf(provider)
  return provider.refund({ ...refund, paidFen: paid?.amountFen ?? refund.amountFen, notifyUrl })
}
