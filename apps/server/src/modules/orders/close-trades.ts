import { noteAudit } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/db.ts'
import { isProviderSaidNo } from '../../platform/provider-faults.ts'
import { isOpen, noteClosed, payableTrades } from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { Asked, AskDeps, CompanyDeps } from './ask-payment-company.ts'

/**
 * Closes at their companies the trades of an order whose attempts have ended here, so that they can no longer be paid.
 * If one was paid in that moment, the money is settled like any late money. A company that is down holds up only its
 * own trades. Throws what they failed at in the end, so that the job comes again.
 */
export async function closeTrades(deps: CompanyDeps, { orderId }: { orderId: number }): Promise<void> {
  const ended = (await payableTrades(deps.db, orderId)).filter((payment) => !isOpen(payment))
  const faults: unknown[] = []
  for (const payment of ended) {
    const provider = payment.method === 'bank' ? null : deps.payments[payment.method]
    if (provider) await closeTrade({ ...deps, provider }, payment).catch((fault: unknown) => void faults.push(fault))
  }
  if (faults.length > 0) throw faults[0]
}

/**
 * Closes one trade, whatever its attempt's state here. Throws ProviderDown; ProviderSaidNo when the company does not
 * close it and it can still be paid (the buyer is paying just now): it is to be closed later.
 * @returns what became of one that was over already
 */
export async function closeTrade(deps: AskDeps, payment: Payment): Promise<Asked | null> {
  const { db, provider, now } = deps
  try {
    await provider.close(payment.tradeNumber)
  } catch (fault) {
    if (!isProviderSaidNo(fault)) throw fault
    const asked = await askPaymentCompany(deps, payment)
    if (asked.status === 'waiting') throw fault
    return asked
  }
  const at = now()
  const { id: paymentId, tradeNumber } = payment
  await inTransaction(db, async (tx) => {
    await noteClosed(tx, paymentId, at)
    await noteAudit(tx, { event: 'payment_closed', provider: provider.name, verdict: 'closed', paymentId, tradeNumber, at })
  })
  return null
}
