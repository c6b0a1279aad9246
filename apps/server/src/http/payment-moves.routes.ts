import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { PaymentAnswer, PaymentStarted, StartBody } from '@hearth/contracts/payments'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { cancelOrder, endAttempt, settlePaidTrade, startOrderPayment } from '../modules/orders/index.ts'
import { isOpen, selectPayment } from '../modules/payments/index.ts'
import type { Payment } from '../modules/payments/index.ts'
import { noteAudit } from '../platform/audit.ts'
import { inTransaction } from '../platform/db.ts'
import { isKeyKnown } from '../platform/idempotency.ts'
import { isProviderDown, isProviderSaidNo } from '../platform/provider-faults.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { bankAccountOf, channelFor, isPhone, openIdFor, transferPay } from './pay-params.ts'
import { endExpired } from './payment-attempts.routes.ts'
import { countPayAction, guardStart, ownPayment, shownPayment } from './payment-guards.ts'
import { idOf } from './id-of.ts'
import { onePaymentView } from './payment-view.ts'
import { sendToCompany } from './send-to-company.ts'
import { onceOf, writeOnce } from './write-once.ts'

const ONE = '/payments/:id(^\\d{1,15}$)/'
const person = { access: 'person' } as const
const moved = { params: IdPath, response: { 200: PaymentAnswer } }

/** What happens to an attempt. */
export const paymentMoveRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post(`${ONE}start/`, {
    config: person,
    schema: { params: IdPath, body: StartBody, headers: IdempotencyHeader, response: { 200: PaymentStarted } },
  }, async (request) => {
    await countPayAction(deps, request)
    if (!(await isKeyKnown(deps.db, onceOf(deps, request, startOf(request))))) await guardStart(deps, request)
    return start(deps, request)
  })

  app.post(`${ONE}cancel/`, { config: person, schema: moved }, async (request) => {
    await countPayAction(deps, request)
    return ended(deps, await shownPayment(deps, request), { move: 'cancel', actorId: personOf(request).id })
  })

  app.post(`${ONE}fail/`, { config: person, schema: moved }, async (request) =>
    ended(deps, await pretended(deps, request), { move: 'fail', actorId: personOf(request).id }))

  app.post(`${ONE}expire/`, { config: person, schema: moved }, async (request) => {
    const payment = await pretended(deps, request)
    return expired(deps, payment, personOf(request).id)
  })

  if (deps.config.isProduction) return
  app.post(`${ONE}succeed/`, { config: person, schema: moved }, async (request) => {
    const { id: paymentId, method, tradeNumber, amountFen } = await pretended(deps, request)
    const at = deps.now()
    const trade = { method, tradeNumber, tradeId: `simulated-${paymentId}`, amountFen, at }
    await inTransaction(deps.db, async (tx) => {
      const fact = { provider: method, paymentId, tradeNumber, tradeId: trade.tradeId, amountFen, at }
      await noteAudit(tx, { event: 'payment_settled', verdict: await settlePaidTrade(tx, trade), ...fact })
    })
    return answer(deps, paymentId)
  })
}

/** Opens or reuses the attempt in a transaction, then asks its company, outside any. */
async function start(deps: Deps, request: FastifyRequest): Promise<PaymentStarted> {
  const named = await ownPayment(deps, request)
  const asked = request.body as StartBody
  const method = asked.provider ?? named.method
  const channel = channelFor(method, asked.channel, isPhone(request.headers['user-agent']))
  if (method === 'bank') bankAccountOf(deps.config)
  else if (!deps.payments[method]) throw new Refusal('payments.method_not_available')
  const openId = await openIdFor(deps.db, named.userId, channel)
  const started = await writeOnce(deps, request, startOf(request), async (tx) => {
    const payment = await startOrderPayment(tx, {
      orderId: named.orderId, userId: named.userId, paymentId: named.id, method, channel,
      maxFen: deps.config.paymentMaxFen, at: deps.now(),
    })
    return payment && { paymentId: payment.id }
  })
  if (!started) return endExpired(deps, named.orderId)
  const payment = await found(deps, started.paymentId)
  if (!isOpen(payment)) throw new Refusal(payment.state === 'succeeded' ? 'payments.duplicate' : 'payments.closed')
  const toPay = method === 'bank'
    ? transferPay(deps, payment)
    : await sendToCompany(deps, payment, { openId, clientIp: request.ip })
  return { payment: await onePaymentView(deps, payment), ...toPay }
}

function startOf(request: FastifyRequest): string {
  return `startPayment:${idOf(request)}`
}

/** Pretending is for development; in production only administrators end other people's attempts. */
async function pretended(deps: Deps, request: FastifyRequest): Promise<Payment> {
  await countPayAction(deps, request)
  const payment = await shownPayment(deps, request)
  if (deps.config.isProduction && personOf(request).role !== 'admin') throw new Refusal('http.forbidden')
  return payment
}

async function ended(deps: Deps, payment: Payment, how: Parameters<typeof endAttempt>[2]): Promise<PaymentAnswer> {
  await endAttempt(deps, payment, how).catch((fault: unknown) => {
    if (isProviderSaidNo(fault)) throw new Refusal('payments.being_paid')
    throw isProviderDown(fault) ? new Refusal('payments.provider_down') : fault
  })
  return answer(deps, payment.id)
}

/** An attempt that expires takes its order with it, when that still waits for money (contract, A-63). */
async function expired(deps: Deps, payment: Payment, actorId: number): Promise<PaymentAnswer> {
  const said = await ended(deps, payment, { move: 'expire', actorId })
  const reason = '支付已过期，订单自动取消'
  await inTransaction(deps.db, (tx) => cancelOrder(tx, {
    orderId: payment.orderId, actorId, by: 'timeout', reason, note: reason, at: deps.now(),
  })).catch((fault: unknown) => {
    if (!(fault instanceof Refusal)) throw fault
  })
  return said
}

async function answer(deps: Deps, paymentId: number): Promise<PaymentAnswer> {
  return { payment: await onePaymentView(deps, await found(deps, paymentId)) }
}

async function found(deps: Deps, paymentId: number): Promise<Payment> {
  const payment = await selectPayment(deps.db, paymentId)
  if (!payment) throw new Refusal('payments.not_found')
  return payment
}
