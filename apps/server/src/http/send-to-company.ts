import { Refusal } from '@hearth/kernel/errors'
import { endAttempt } from '../modules/orders/index.ts'
import type { Payment } from '../modules/payments/index.ts'
import { noteAudit } from '../platform/audit.ts'
import type { AuditFact } from '../platform/audit.ts'
import { inTransaction } from '../platform/db.ts'
import { isProviderDown, isProviderSaidNo } from '../platform/provider-faults.ts'
import type { Deps } from './deps.ts'
import { companyPay } from './pay-params.ts'
import type { ToPay } from './pay-params.ts'
import { payWayOf } from './pay-url.ts'

export type Payer = { openId: string | null; clientIp: string }

/**
 * Asks the company of a started attempt how the buyer pays it. One that it refuses fails, so that the next start makes
 * another. Throws payments.provider_down, payments.company_refused, payments.duplicate when it was paid already.
 */
export async function sendToCompany(deps: Deps, payment: Payment, payer: Payer): Promise<ToPay> {
  const provider = payment.method === 'bank' ? null : deps.payments[payment.method]
  if (!provider || !payment.channel) throw new Refusal('payments.method_not_available')
  const { id: paymentId, tradeNumber, amountFen, orderNumber } = payment
  const fact = { provider: provider.name, paymentId, orderNumber, tradeNumber, amountFen, at: deps.now() }
  try {
    const way = await payWayOf(deps, provider, payment, { ...payer, channel: payment.channel })
    await note(deps, { event: 'payment_started', verdict: payment.channel, ...fact })
    return companyPay(provider, payment, way)
  } catch (fault) {
    if (isProviderDown(fault)) throw new Refusal('payments.provider_down')
    if (!isProviderSaidNo(fault)) throw fault
    await note(deps, { event: 'payment_refused', verdict: 'refused_by_company', ...fact })
    await endAttempt(deps, payment, { move: 'fail', note: fault.answer.slice(0, 200) }).catch((end: unknown) => {
      if (!isProviderDown(end) && !isProviderSaidNo(end)) throw end
    })
    throw new Refusal('payments.company_refused', { reason: fault.answer.slice(0, 200) })
  }
}

/** What a company answered, beside no write of ours. */
function note(deps: Deps, fact: AuditFact): Promise<void> {
  return inTransaction(deps.db, (tx) => noteAudit(tx, fact))
}
