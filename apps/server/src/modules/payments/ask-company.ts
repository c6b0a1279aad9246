import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { isProviderSaidNo } from '../../platform/provider-faults.ts'
import { insertProviderCall } from './notices.sql.ts'
import type { RefundOutcome } from './payment-provider.ts'
import type { Refund } from './refund.ts'

export type Asker = { db: Db; now(): Date }

/** One call about a refund, kept whatever comes of it. A refusal becomes a failed outcome; anything else goes on. */
export async function askCompany(
  asker: Asker, refund: Refund, action: 'refund' | 'find_refund', call: () => Promise<RefundOutcome | null>,
): Promise<RefundOutcome | null> {
  try {
    const outcome = await call()
    await keepCall(asker, refund, { action, answer: outcome?.answer ?? null, outcome: outcome?.status ?? 'unknown' })
    return outcome
  } catch (fault) {
    const answer = fault instanceof Error ? fault.message : String(fault)
    await keepCall(asker, refund, { action, answer, outcome: fault instanceof Error ? fault.name : 'fault' })
    if (!isProviderSaidNo(fault)) throw fault
    return { status: 'failed', amountFen: refund.amountFen, answer: fault.answer }
  }
}

async function keepCall(
  asker: Asker, refund: Refund, said: { action: string; answer: string | null; outcome: string },
): Promise<void> {
  const { refundNumber, tradeNumber, tradeId, amountFen } = refund
  await inTransaction(asker.db, (tx) => insertProviderCall(tx, {
    provider: refund.provider, reference: refundNumber, request: { refundNumber, tradeNumber, tradeId, amountFen },
    at: asker.now(), ...said,
  }))
}
