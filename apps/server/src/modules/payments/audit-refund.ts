import { noteAudit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import type { Refund } from './refund.ts'

/** `refund_sent`: the company is about to be asked. `refund_ended`: nothing more happens by itself. */
export type RefundFact = { event: 'refund_sent' | 'refund_ended'; verdict?: string; actorId?: number | null; at: Date }

/** Notes a fact about a refund for the audit log; without a verdict of its own it is what became of the refund. */
export async function auditRefund(tx: Tx, refund: Refund, { event, verdict, actorId, at }: RefundFact): Promise<void> {
  const { provider, orderNumber, tradeNumber, tradeId, refundNumber, amountFen, paidFrom } = refund
  await noteAudit(tx, {
    event, provider, verdict: verdict ?? (refund.problem || refund.state), orderNumber, tradeNumber, tradeId,
    refundNumber, amountFen, ...(paidFrom ? { paidFrom } : {}), actorId: actorId ?? null, at,
  })
}
