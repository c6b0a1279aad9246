import { Refusal } from '@hearth/kernel/errors'
import { inTransaction } from '../../platform/db.ts'
import { endPayment } from '../payments/index.ts'
import type { EndPayment, Payment } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { CompanyDeps } from './ask-payment-company.ts'
import { closeTrade } from './close-trades.ts'
import { lockOrder } from './orders.sql.ts'

export type EndAttempt = Pick<EndPayment, 'move' | 'actorId' | 'note'>

/**
 * Ends one attempt to pay. One that was started is asked about and closed at its company first; money that
 * is there already is settled instead. Throws payments.duplicate when it was paid, payments.closed, ProviderDown, and
 * ProviderSaidNo when the buyer is paying it just now.
 */
export async function endAttempt(deps: CompanyDeps, payment: Payment, input: EndAttempt): Promise<Payment> {
  const provider = payment.method === 'bank' ? null : deps.payments[payment.method]
  const isKnownThere = provider !== null && payment.channel !== null && payment.state === 'processing'
  if (isKnownThere) {
    const asked = await askPaymentCompany({ ...deps, provider }, payment)
    const closing = asked.settlement || asked.status === 'closed' ? asked : await closeTrade({ ...deps, provider }, payment)
    if (closing?.settlement) throw new Refusal('payments.duplicate')
  }
  const ended = await inTransaction(deps.db, async (tx) => {
    await lockOrder(tx, payment.orderId)
    return endPayment(tx, { paymentId: payment.id, isClosed: isKnownThere, ...input, at: deps.now() })
  })
  if (!ended) throw new Refusal('payments.closed', {})
  return ended
}
