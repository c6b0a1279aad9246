import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { PayUrl, PayUrlQuery, TradeAnswer } from '@hearth/contracts/payments'
import { Refusal } from '@hearth/kernel/errors'
import { askPaymentCompany, selectOrder, settlePaidTrade, startAlipay } from '../modules/orders/index.ts'
import type { Settlement } from '../modules/orders/index.ts'
import { noteNotice, selectOrderOfTrade } from '../modules/payments/index.ts'
import type { PaymentNotice, PaymentProvider } from '../modules/payments/index.ts'
import { inTransaction } from '../platform/db.ts'
import { isProviderDown } from '../platform/provider-faults.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { payWayOf } from './pay-url.ts'

const PAYING = { name: 'pay', limit: 10, windowMs: 60_000 }

function alipayOf(deps: Deps): PaymentProvider {
  if (!deps.payments.alipay) throw new Refusal('payments.method_not_available')
  return deps.payments.alipay
}

/** Paying an order by Alipay: where to go (D-21), and coming back from there (D-22). */
export const paymentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get<{ Params: { id: string }; Querystring: { device?: 'desk' | 'phone' } }>('/orders/:id(^\\d{1,64}$)/payment/', {
    config: { access: 'person' }, schema: { querystring: PayUrlQuery, response: { 200: PayUrl } },
  }, async (request) => {
    const provider = alipayOf(deps)
    const { id: userId } = personOf(request)
    const at = deps.now()
    await hitThrottle(deps.store, PAYING, String(userId), at)
    const channel = CHANNELS[request.query.device ?? deviceOf(request.headers['user-agent'])]
    const payment = await inTransaction(deps.db, (tx) =>
      startAlipay(tx, { orderNumber: request.params.id, userId, channel, at }))
    const way = await payWayOf(deps, provider, payment, { channel, openId: null, clientIp: request.ip })
    if (way.kind !== 'link') throw new Refusal('payments.method_not_available')
    return { alipay_url: way.url }
  })

  app.put('/payment/status/', { config: { access: 'open' }, schema: { response: { 200: TradeAnswer } } }, async (request) => {
    const provider = alipayOf(deps)
    const returned = provider.readReturn?.(request.query as Record<string, string>)
    if (!returned) throw new Refusal('payments.bad_signature')
    const orderId = await selectOrderOfTrade(deps.db, 'alipay', returned.tradeNumber)
    const order = orderId && await selectOrder(deps.db, orderId)
    if (!order) throw new Refusal('orders.not_found')
    if (order.payableFen !== returned.amountFen) throw new Refusal('payments.wrong_notice')
    return { trade_id: await tradeOf(deps, provider, returned.tradeNumber) }
  })
}

/** Asks the company; only its answer settles. Throws payments.verification_failed, payments.provider_down. */
async function tradeOf(deps: Deps, provider: PaymentProvider, tradeNumber: string): Promise<string> {
  const asking = askPaymentCompany({ db: deps.db, provider, now: deps.now }, tradeNumber)
  const asked = await asking.catch((fault: unknown) => {
    throw isProviderDown(fault) ? new Refusal('payments.provider_down') : fault
  })
  if (asked?.settlement === 'refunded') throw new Refusal('orders.paid_too_late')
  if (!asked || asked.settlement === 'wrong_amount') throw new Refusal('payments.verification_failed')
  return asked.tradeId
}

const CHANNELS = { desk: 'page', phone: 'wap' } as const

function deviceOf(userAgent: string | undefined): 'desk' | 'phone' {
  return /\b(Mobile|Android|iPhone)\b/i.test(userAgent ?? '') ? 'phone' : 'desk'
}

/** Notices of payment companies: their signature is their ticket, so they are never throttled (decision 5). */
export const noticeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post<{ Params: { provider: string } }>('/payments/callback/:provider/', { config: { access: 'open' } },
    async (request, reply) => {
      if (request.params.provider !== 'alipay') throw new Refusal('payments.provider_unknown')
      return takeAlipayNotice(deps, textsOf(request.body), reply)
    })
}

async function takeAlipayNotice(deps: Deps, form: Record<string, string>, reply: FastifyReply) {
  const provider = alipayOf(deps)
  const notice = await provider.readNotice({ headers: {}, body: '', form })
  if (notice?.kind !== 'payment') {
    deps.metrics.notices.inc({ provider: 'alipay', verdict: 'bad_signature' })
    throw new Refusal('payments.bad_signature')
  }
  const verdict = await inTransaction(deps.db, async (tx) => {
    const at = deps.now()
    const found = wrongAddressee(provider, notice) ?? (notice.status === 'paid'
      ? await settlePaidTrade(tx, { method: 'alipay', ...tradeIn(notice), at })
      : 'noted')
    await noteNotice(tx, { provider: 'alipay', noticeId: notice.noticeId, orderNumber: notice.tradeNumber, verdict: found, body: form, at })
    return found
  })
  deps.metrics.notices.inc({ provider: 'alipay', verdict })
  if (verdict === 'unknown_order') throw new Refusal('orders.not_found')
  if (verdict.startsWith('wrong_')) throw new Refusal('payments.wrong_notice')
  return reply.type('text/plain; charset=utf-8').send('success')
}

type Verdict = Settlement | 'wrong_app' | 'wrong_seller' | 'noted'

function wrongAddressee(provider: PaymentProvider, notice: PaymentNotice): Verdict | null {
  if (notice.appId !== provider.appId) return 'wrong_app'
  return provider.sellerId !== null && notice.sellerId !== provider.sellerId ? 'wrong_seller' : null
}

function tradeIn({ tradeNumber, tradeId, amountFen }: PaymentNotice) {
  return { tradeNumber, tradeId, amountFen }
}

function textsOf(body: unknown): Record<string, string> {
  const pairs = Object.entries(typeof body === 'object' && body !== null ? body : {})
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
