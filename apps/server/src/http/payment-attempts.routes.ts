import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  PaymentBody, PaymentFound, PaymentMethodBody, PaymentMethodPatch, PaymentPage, PaymentQuery, PaymentView,
} from '@hearth/contracts/payments'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { isStaff } from '../modules/accounts/index.ts'
import { changeAttemptMethod, expireOrder, openOrderPayment, removeAttempt } from '../modules/orders/index.ts'
import { countPayments, selectListedPayment, selectPayments } from '../modules/payments/index.ts'
import type { PaymentMethod } from '../modules/payments/index.ts'
import { inTransaction } from '../platform/db.ts'
import { isProviderDown, isProviderSaidNo } from '../platform/provider-faults.ts'
import { personOf } from './access.ts'
import { isAmountDue } from './amount-due.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { languageOf } from './language.ts'
import { askedPage, linkedPage } from './paging.ts'
import { countPayAction, shownPayment } from './payment-guards.ts'
import { onePaymentView, paymentViews } from './payment-view.ts'
import { writeOnce } from './write-once.ts'

const ONE = '/payments/:id(^\\d{1,15}$)/'
const LIVE = {
  zh: '这笔订单已有一笔进行中的支付，请继续完成它。', en: 'A payment of this order is already under way. Go on with that one.',
}
const person = { access: 'person' } as const
const admin = { access: 'admin' } as const

/** Attempts to pay. */
export const paymentAttemptRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/payments/', {
    config: person, schema: { querystring: PaymentQuery, response: { 200: PaymentPage } },
  }, async (request) => {
    await countPayAction(deps, request)
    const { order_id: orderId, order_number: orderNumber, method, status: state, proof } = request.query
    const mine = isStaff(personOf(request)) ? {} : { userId: personOf(request).id }
    const filter = { ...mine, orderId, orderNumber, method, state, waitsForProof: proof === 'waiting' }
    const ask = askedPage(request.query)
    const [rows, total] = await Promise.all([selectPayments(deps.db, filter, ask), countPayments(deps.db, filter)])
    return linkedPage(request, deps.config.publicUrl, pageOf(await paymentViews(deps, rows), total, ask))
  })

  app.post('/payments/', {
    config: person,
    schema: { body: PaymentBody, headers: IdempotencyHeader, response: { 200: PaymentFound, 201: PaymentView } },
  }, async (request, reply) => {
    await countPayAction(deps, request)
    const { order_id: orderId, method = 'wechat', amount } = request.body
    const { id: userId } = personOf(request)
    const opened = await writeOnce(deps, request, 'openPayment', async (tx) => {
      const due = amount === undefined ? {} : { isAmountDue: (fen: number) => isAmountDue(amount, fen) }
      const found = await openOrderPayment(tx, { orderId, userId, method, ...due, at: deps.now() })
      if (found === 'expired') return null
      return { isNew: found.isNew, view: await onePaymentView({ ...deps, db: tx }, found.payment) }
    })
    if (!opened) return endExpired(deps, orderId)
    if (opened.isNew) return reply.code(201).send(opened.view)
    return reply.send({ detail: LIVE[languageOf(request)], payment: opened.view })
  })

  app.get(ONE, { config: person, schema: { params: IdPath, response: { 200: PaymentView } } }, async (request) => {
    await countPayAction(deps, request)
    return onePaymentView(deps, await shownPayment(deps, request))
  })

  app.put(ONE, {
    config: admin, schema: { params: IdPath, body: PaymentMethodBody, response: { 200: PaymentView } },
  }, async (request) => changed(deps, request, request.body.method))

  app.patch(ONE, {
    config: admin, schema: { params: IdPath, body: PaymentMethodPatch, response: { 200: PaymentView } },
  }, async (request) => changed(deps, request, request.body.method))

  app.delete(ONE, {
    config: admin, schema: { params: IdPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await countPayAction(deps, request)
    const { id: actorId } = personOf(request)
    await inTransaction(deps.db, (tx) => removeAttempt(tx, { paymentId: idOf(request), actorId, at: deps.now() }))
    return reply.code(204).send(null)
  })
}

async function changed(deps: Deps, request: FastifyRequest, method: PaymentMethod | undefined): Promise<PaymentView> {
  await countPayAction(deps, request)
  const paymentId = idOf(request)
  if (method) await inTransaction(deps.db, (tx) => changeAttemptMethod(tx, { paymentId, method, at: deps.now() }))
  const payment = await selectListedPayment(deps.db, paymentId)
  if (!payment) throw new Refusal('payments.not_found')
  return onePaymentView(deps, payment)
}

/** The time to pay is over: the order expires now, its companies asked first, unless one of them was paid after all. */
export async function endExpired(deps: Deps, orderId: number): Promise<never> {
  const end = await expireOrder(deps, { id: orderId }).catch((fault: unknown) => {
    if (isProviderDown(fault) || isProviderSaidNo(fault)) return 'failed' as const
    throw fault
  })
  const isPaid = end === 'skipped' && (await countPayments(deps.db, { orderId, state: 'succeeded' })) > 0
  throw new Refusal(isPaid ? 'payments.duplicate' : 'payments.expired')
}
