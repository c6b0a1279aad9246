import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PayUrl, PayUrlQuery, TradeAnswer } from '@hearth/contracts/payments'
import { Refusal } from '@hearth/kernel/errors'
import { askPaymentCompany, selectOrderByNumber, startOrderPayment } from '../modules/orders/index.ts'
import { selectPaymentOfTrade } from '../modules/payments/index.ts'
import type { Payment, PaymentProvider } from '../modules/payments/index.ts'
import { inTransaction } from '../platform/db.ts'
import { isProviderDown } from '../platform/provider-faults.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { channelFor, isPhone } from './pay-params.ts'
import { endExpired } from './payment-attempts.routes.ts'
import { countPayAction } from './payment-guards.ts'
import { sendToCompany } from './send-to-company.ts'

function alipayOf(deps: Deps): PaymentProvider {
  if (!deps.payments.alipay) throw new Refusal('payments.method_not_available')
  return deps.payments.alipay
}

/** Paying an order by Alipay: where to go (D-21), and coming back from there (D-22). */
export const paymentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get<{ Params: { id: string }; Querystring: { device?: 'desk' | 'phone' } }>('/orders/:id(^\\d{1,64}$)/payment/', {
    config: { access: 'person' }, schema: { querystring: PayUrlQuery, response: { 200: PayUrl } },
  }, async (request) => {
    alipayOf(deps)
    await countPayAction(deps, request)
    const { id: userId } = personOf(request)
    const order = await selectOrderByNumber(deps.db, request.params.id)
    if (!order || order.userId !== userId) throw new Refusal('orders.not_found')
    const { device } = request.query
    const channel = channelFor('alipay', undefined, device ? device === 'phone' : isPhone(request.headers['user-agent']))
    const payment = await inTransaction(deps.db, (tx) => startOrderPayment(tx, {
      orderId: order.id, userId, paymentId: null, method: 'alipay', channel, maxFen: deps.config.paymentMaxFen,
      at: deps.now(),
    }))
    if (!payment) return endExpired(deps, order.id)
    const { pay_params: { alipay_url: url = '' } } = await sendToCompany(deps, payment, { openId: null, clientIp: request.ip })
    return { alipay_url: url }
  })

  app.put('/payment/status/', { config: { access: 'open' }, schema: { response: { 200: TradeAnswer } } }, async (request) => {
    const provider = alipayOf(deps)
    const returned = provider.readReturn?.(request.query as Record<string, string>)
    if (!returned) throw new Refusal('payments.bad_signature')
    const payment = await selectPaymentOfTrade(deps.db, 'alipay', returned.tradeNumber)
    if (!payment) throw new Refusal('orders.not_found')
    if (payment.amountFen !== returned.amountFen) throw new Refusal('payments.wrong_notice')
    return { trade_id: await tradeOf(deps, provider, payment) }
  })
}

/** Asks the company; only its answer settles. Throws payments.verification_failed, payments.provider_down. */
async function tradeOf(deps: Deps, provider: PaymentProvider, payment: Payment): Promise<string> {
  const asked = await askPaymentCompany({ ...deps, provider }, payment).catch((fault: unknown) => {
    throw isProviderDown(fault) ? new Refusal('payments.provider_down') : fault
  })
  if (asked.settlement === 'refunded') throw new Refusal('orders.paid_too_late')
  if (!asked.settlement || asked.settlement === 'wrong_amount') throw new Refusal('payments.verification_failed')
  return asked.tradeId
}
