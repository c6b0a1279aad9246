import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { DirectOrderBody, OrderBody, OrderPlaced, OrdersPlaced } from '@hearth/contracts/orders'
import type { OrderBody as OrderBodyShape, OrderPlaced as OrderPlacedShape } from '@hearth/contracts/orders'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { isStaff } from '../modules/accounts/index.ts'
import { placeCartOrder, placeOrder } from '../modules/orders/index.ts'
import type { Tx } from '../platform/db.ts'
import { openTurns } from '../platform/turns.ts'
import type { Turns } from '../platform/turns.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { refuseUnpayable } from './open-methods.ts'
import { directLines, orderAsked, payMethodOf } from './order-input.ts'
import { shownOrder, shownTo } from './order-view.ts'
import { paymentView } from './payment-view.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'person' } as const
const headers = IdempotencyHeader

/** A rush for one product waits here and leaves connections of the database to those who look, pay and ask. */
const AT_ONCE = 8

/** Placing orders: one route with two documented bodies, and the direct one's names (A-38, D-20, A-44, A-45, §5.4). */
export const placeOrderRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const response = { 200: OrderPlaced, 201: OrderPlaced }
  const place = placingInTurn(deps, openTurns(AT_ONCE))

  app.post('/orders/', { config, schema: { body: OrderBody, headers, response } }, async (request, reply) => {
    const { body } = request
    const isDirect = body.items !== undefined || body.product_id !== undefined
    if (isDirect === (body.pay_method !== undefined)) throw new Refusal('orders.one_body_only')
    return reply.code(201).send(await place(request, isDirect ? placeDirect : placeFromCart))
  })

  app.post('/orders/create_order/', { config, schema: { body: DirectOrderBody, headers, response } },
    async (request, reply) => reply.code(201).send(await place(request, placeDirect)))

  app.post('/orders/create_batch_orders/', {
    config, schema: { body: DirectOrderBody, headers, response: { 201: OrdersPlaced } },
  }, async (request, reply) => {
    const placed = await place(request, placeDirect)
    return reply.code(201).send({ ...placed, orders: [placed.order], payments: placed.payment ? [placed.payment] : [] })
  })
}

type Place = typeof placeDirect

function placingInTurn(deps: Deps, turns: Turns) {
  return (request: FastifyRequest, placing: Place): Promise<OrderPlacedShape> => turns(() => {
    const shown = shownTo(deps, request)
    return writeOnce(deps, request, 'placeOrder', async (tx) => {
      refuseUnpayable(deps)
      const { order, payment } = await placing(tx, deps, request)
      const view = await shownOrder(shown, order.id, tx)
      return { order_id: order.number, order: view, payment: paymentView(payment, [{ event: 'open', at: order.placedAt }]) }
    })
  })
}

async function placeDirect(tx: Tx, deps: Deps, request: FastifyRequest) {
  const caller = personOf(request)
  const body = request.body as OrderBodyShape
  if (body.payment_method === 'credit') throw new Refusal('orders.credit_refused')
  const userId = body.user_id ?? caller.id
  if (userId !== caller.id && !isStaff(caller)) throw new Refusal('orders.for_another')
  return placeOrder(tx, {
    ...orderAsked(deps, caller, body), userId, addressId: body.address_id ?? 0, lines: await directLines(tx, body),
    payMethod: body.method ?? 'wechat', chargesFreight: false, leftOut: 'nothing',
  })
}

async function placeFromCart(tx: Tx, deps: Deps, request: FastifyRequest) {
  const caller = personOf(request)
  const body = request.body as OrderBodyShape
  if (body.payment_method === 'credit') throw new Refusal('orders.credit_refused')
  return placeCartOrder(tx, {
    ...orderAsked(deps, caller, body), userId: caller.id, addressId: body.address ?? body.address_id ?? 0,
    payMethod: payMethodOf(body.pay_method ?? 0),
  })
}
