import { Refusal } from '@hearth/kernel/errors'
import { inTransaction } from '../../platform/db.ts'
import { askCompany } from './ask-company.ts'
import type { RefundOutcome } from './payment-provider.ts'
import type { Refund } from './refund.ts'
import { selectRefund } from './refunds.sql.ts'
import { companyOf } from './send-refund.ts'
import type { RefundSender } from './send-refund.ts'
import { writeRefundOutcome } from './write-refund-outcome.ts'

/** `heard`: what the company said; null when it knows no refund under this number. */
export type AskedRefund = { refund: Refund; heard: RefundOutcome['status'] | null }

/**
 * Asks a refund's company what became of it, outside any transaction, and writes what it says. Nothing is sent.
 * Throws payments.refund_not_found, payments.refund_by_hand (nobody to ask), payments.provider_unknown, ProviderDown.
 */
export async function askRefund(sender: RefundSender, refundId: number): Promise<AskedRefund> {
  const refund = await selectRefund(sender.db, refundId)
  if (!refund) throw new Refusal('payments.refund_not_found')
  if (refund.provider === 'bank') throw new Refusal('payments.refund_by_hand')
  const provider = companyOf(sender.providers, refund)
  if (!provider) throw new Refusal('payments.provider_unknown')
  const outcome = await askCompany(sender, refund, 'find_refund', () => provider.findRefund(refund))
  const heard = outcome?.status ?? null
  // That it cannot be looked up, or failed before, is no news of a refund that nobody has sent since.
  if (!outcome || (refund.state === 'pending' && outcome.status === 'failed')) return { refund, heard }
  const settle = sender.settle ?? writeRefundOutcome
  return { refund: await inTransaction(sender.db, (tx) => settle(tx, refundId, outcome, sender.now())), heard }
}
