import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  RefundBody, RefundFailBody, RefundNoteBody, RefundPage, RefundPayOutBody, RefundQuery, RefundRepeatBody,
  RefundSucceedBody, RefundView,
} from '@hearth/contracts/refunds'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { fenFromText } from '@hearth/kernel/money'
import { pageOf } from '@hearth/kernel/pages'
import { giveUpOrderRefund, payOutOrderRefund, refundOrder, retryOrderRefund } from '../modules/orders/index.ts'
import { askRefund, selectRefund, settleRepeat } from '../modules/payments/index.ts'
import type { AskedRefund, Refund } from '../modules/payments/index.ts'
import type { Db, Tx } from '../platform/db.ts'
import { isProviderDown } from '../platform/provider-faults.ts'
import { selectRefundRow, selectRefunds } from '../reads/refund-list.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { orderIdFromPath } from './order-path.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'
import { refundSenderOf } from './refund-sender.ts'
import { refundStatesOf, refundView } from './refund-view.ts'
import { refuseField, requiredText } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const staff = { access: 'staff' } as const
const ONE = '/refunds/:id(^\\d{1,15}$)/'
const AMOUNT = { zh: '应为大于零的金额，例如 99.00。', en: 'Must be an amount above zero, such as 99.00.' }

/** Refunds by hand (X-88, X-89, X-90; decision 23). */
export const refundRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config } = deps

  app.get('/refunds/', { config: staff, schema: { querystring: RefundQuery, response: { 200: RefundPage } } },
    async (request) => {
      const { query } = request
      const ask = askedPage(query)
      const { rows, total } = await selectRefunds(db, {
        orderId: query.order_id === undefined ? undefined : await orderIdFromPath(db, query.order_id),
        orderNumber: query.order_number, refundNumber: query.refund_number, provider: query.provider,
        states: query.status && refundStatesOf(query.status), isProblem: query.problem,
      }, rowsAsked(ask))
      return linkedPage(request, config.publicUrl, pageOf(rows.map(refundView), total, ask))
    })

  app.post('/refunds/', { config: staff, schema: { body: RefundBody, headers: IdempotencyHeader, response: { 201: RefundView } } },
    async (request, reply) => {
      const { order: orderId, payment: paymentId, amount } = request.body
      const reason = requiredText('reason', request.body.reason)
      const amountFen = amount === undefined ? undefined : fenFromText(amount) || refuseField('amount', AMOUNT)
      const view = await writeOnce(deps, request, 'refundOrder', async (tx) => {
        const input = { orderId, paymentId, amountFen, reason, actorId: personOf(request).id, at: deps.now() }
        return shownRefund(tx, (await refundOrder(tx, input)).id)
      })
      return reply.code(201).send(view)
    })

  app.get(ONE, { config: staff, schema: { params: IdPath, response: { 200: RefundView } } },
    async (request) => shownRefund(db, idOf(request)))
}

/** What staff do with a refund, and what a company has left to them. */
export const refundMoveRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const around = { params: IdPath, headers: IdempotencyHeader, response: { 200: RefundView } }

  app.post(`${ONE}start/`, { config: staff, schema: { ...around, body: RefundNoteBody } }, async (request) =>
    deed(deps, request, 'startRefund', async (tx, said) => retryOrderRefund(tx, { ...said, note: request.body.reason })))

  app.post(`${ONE}ask/`, { config: staff, schema: { params: IdPath, response: { 200: RefundView } } }, async (request) => {
    await asked(deps, idOf(request))
    return shownRefund(deps.db, idOf(request))
  })

  app.post(`${ONE}succeed/`, { config: staff, schema: { ...around, body: RefundSucceedBody } }, async (request) => {
    const seen = await seenRefund(deps, idOf(request))
    if (seen.provider !== 'bank') {
      const { refund } = await asked(deps, seen.id)
      if (refund.state !== 'succeeded') throw new Refusal('payments.refund_not_confirmed', { status: refund.state })
      return shownRefund(deps.db, seen.id)
    }
    const transactionId = request.body.transaction_id?.trim()
    if (!transactionId) throw new Refusal('payments.refund_by_hand')
    return deed(deps, request, 'succeedRefund', async (tx, said) =>
      payOutOrderRefund(tx, { ...said, seen, transactionId, paidFrom: 'bank', note: request.body.reason }))
  })

  app.post(`${ONE}pay_out/`, { config: staff, schema: { ...around, body: RefundPayOutBody } }, async (request) => {
    const { body } = request
    const transactionId = requiredText('transaction_id', body.transaction_id)
    const note = requiredText('reason', body.reason)
    const seen = await notAtCompany(deps, idOf(request))
    return deed(deps, request, 'payOutRefund', async (tx, said) =>
      payOutOrderRefund(tx, { ...said, seen, transactionId, paidFrom: body.paid_from ?? 'bank', note }))
  })

  app.post(`${ONE}settle_repeat/`, { config: staff, schema: { ...around, body: RefundRepeatBody } }, async (request) => {
    const { body } = request
    const note = requiredText('reason', body.reason)
    const isBack = body.outcome === 'returned'
    const transactionId = isBack ? requiredText('transaction_id', body.transaction_id ?? '') : ''
    const into = isBack ? body.returned_to ?? 'bank' : null
    return deed(deps, request, 'settleRepeat', async (tx, said) => settleRepeat(tx, { ...said, into, transactionId, note }))
  })

  app.post(`${ONE}fail/`, { config: staff, schema: { ...around, body: RefundFailBody } }, async (request) => {
    const note = requiredText('reason', request.body.reason)
    const seen = await notAtCompany(deps, idOf(request))
    return deed(deps, request, 'failRefund', async (tx, said) => giveUpOrderRefund(tx, { ...said, seen, note }))
  })
}

type Said = { refundId: number; actorId: number; at: Date }

/** One deed of a person, in one transaction, once per `Idempotency-Key`. @returns the refund as it is then */
function deed(deps: Deps, request: FastifyRequest, route: string, write: (tx: Tx, said: Said) => Promise<Refund>) {
  const said = { refundId: idOf(request), actorId: personOf(request).id, at: deps.now() }
  return writeOnce(deps, request, `${route}:${said.refundId}`, async (tx) =>
    shownRefund(tx, (await write(tx, said)).id))
}

async function shownRefund(db: Db, id: number) {
  const row = await selectRefundRow(db, id)
  if (!row) throw new Refusal('payments.refund_not_found')
  return refundView(row)
}

async function seenRefund(deps: Deps, id: number): Promise<Refund> {
  const refund = await selectRefund(deps.db, id)
  if (!refund) throw new Refusal('payments.refund_not_found')
  return refund
}

/** Asks the company. Throws payments.provider_down besides. */
async function asked(deps: Deps, id: number): Promise<AskedRefund> {
  return askRefund(refundSenderOf(deps), id).catch((fault: unknown) => {
    throw isProviderDown(fault) ? new Refusal('payments.provider_down') : fault
  })
}

/**
 * A refund that its company has not done and is not doing: only then may a person settle it otherwise. What was never
 * sent, and what goes by bank, nobody needs to be asked about. Throws payments.refund_under_way.
 */
async function notAtCompany(deps: Deps, id: number): Promise<Refund> {
  const seen = await seenRefund(deps, id)
  if (seen.provider === 'bank' || seen.attempts === 0 || seen.state === 'succeeded') return seen
  const { refund, heard } = await asked(deps, id)
  if (heard === 'succeeded' || heard === 'processing') throw new Refusal('payments.refund_under_way', { status: refund.state })
  return refund
}
