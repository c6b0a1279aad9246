import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  CancelBody, DirectOrderBody, MyOrdersQuery, NoteBody, OrderBody, OrderDetail, OrderPage, OrderPlaced, OrderQuery,
  OrderView, SettlementView,
} from '@hearth/contracts/orders'
import type { OrderBody as OrderBodyShape } from '@hearth/contracts/orders'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import { pageOf } from '@hearth/kernel/pages'
import { isStaff } from '../modules/accounts/index.ts'
import { cancelOrder, completeOrder, freightFor, lockOrder, placeCartOrder, placeOrder } from '../modules/orders/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { runOnce } from '../platform/idempotency.ts'
import { countOrders, selectOrders } from '../reads/order-list.sql.ts'
import type { OrderFilter } from '../reads/order-list.sql.ts'
import { selectSettlement } from '../reads/settlement.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { myOrdersFilter, ordersFilter } from './order-filters.ts'
import { directLines, payMethodOf, termsOf } from './order-input.ts'
import { orderIdFromPath } from './order-path.ts'
import { orderView, shownOrder, shownOrderDetail, shownTo } from './order-view.ts'
import { askedPage, linkedPage } from './paging.ts'
import { paymentView } from './payment-view.ts'

const person = { access: 'person' } as const
const ID = ':id(^\\d{1,64}$)'
type IdParams = { id: string }

/** Settlement, lists and detail (D-19, A-37, A-39, A-43). */
export const orderRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/orders/settlement/', { config: person, schema: { response: { 200: SettlementView } } }, async (request) => {
    const rows = await selectSettlement(deps.db, personOf(request).id)
    const goodsFen = rows.reduce((sum, row) => sum + row.price_fen * row.qty, 0)
    const freightFen = rows.length === 0 ? 0 : freightFor(goodsFen, termsOf(deps))
    return {
      freight: yuanText(freightFen), total_amount: yuanText(goodsFen), actual_amount: yuanText(goodsFen + freightFen),
      total_count: rows.reduce((sum, row) => sum + row.qty, 0),
      skus: rows.map((row) => ({
        id: row.sku_id, name: row.name, default_image_url: deps.files.url(row.image), price: yuanText(row.price_fen),
        count: row.qty, specs: row.specs, stock: row.free_qty,
      })),
    }
  })

  app.get('/orders/', { config: person, schema: { querystring: OrderQuery, response: { 200: OrderPage } } },
    async (request) => listOrders(deps, request, ordersFilter(personOf(request), request.query)))

  app.get('/orders/my_orders/', { config: person, schema: { querystring: MyOrdersQuery, response: { 200: OrderPage } } },
    async (request) => listOrders(deps, request, myOrdersFilter(personOf(request), request.query.status)))

  app.get<{ Params: IdParams }>(`/orders/${ID}/`, { config: person, schema: { response: { 200: OrderDetail } } },
    async (request) => shownOrderDetail(shownTo(deps, request), await orderIdFromPath(deps.db, request.params.id)))
}

async function listOrders(deps: Deps, request: FastifyRequest, filter: OrderFilter) {
  const ask = askedPage(request.query as { page?: number; page_size?: number })
  const [rows, total] = await Promise.all([selectOrders(deps.db, filter, ask), countOrders(deps.db, filter)])
  const shown = shownTo(deps, request)
  return linkedPage(request, deps.config.publicUrl, pageOf(rows.map((row) => orderView(row, shown)), total, ask))
}

/** Placing orders: one route with two documented bodies, and the direct one's own name (A-38, D-20, A-44, §5.4). */
export const placeOrderRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const response = { 200: OrderPlaced, 201: OrderPlaced }

  app.post('/orders/', { config: person, schema: { body: OrderBody, headers: IdempotencyHeader, response } },
    async (request, reply) => {
      const { body } = request
      const isDirect = body.items !== undefined || body.product_id !== undefined
      if (isDirect === (body.pay_method !== undefined)) throw new Refusal('orders.one_body_only')
      return reply.code(201).send(await place(deps, request, isDirect ? placeDirect : placeFromCart))
    })

  app.post('/orders/create_order/', { config: person, schema: { body: DirectOrderBody, headers: IdempotencyHeader, response } },
    async (request, reply) => reply.code(201).send(await place(deps, request, placeDirect)))
}

type Place = typeof placeDirect

async function place(deps: Deps, request: FastifyRequest, placing: Place) {
  const caller = personOf(request)
  const body = request.body as OrderBodyShape
  const key = request.headers['idempotency-key'] as string | undefined
  const once = { scope: `placeOrder:${caller.id}`, key, body, at: deps.now() }
  const shown = shownTo(deps, request)
  const { answer } = await inTransaction(deps.db, (tx) => runOnce(tx, once, async () => {
    const { order, payment } = await placing(tx, deps, request)
    const view = await shownOrder(shown, order.id, tx)
    return { order_id: order.number, order: view, payment: paymentView(payment, [{ event: 'open', at: once.at }]) }
  }))
  return answer
}

async function placeDirect(tx: Tx, deps: Deps, request: FastifyRequest) {
  const caller = personOf(request)
  const body = request.body as OrderBodyShape
  if (body.payment_method === 'credit') throw new Refusal('orders.credit_refused')
  const userId = body.user_id ?? caller.id
  if (userId !== caller.id && !isStaff(caller)) throw new Refusal('orders.for_another')
  return placeOrder(tx, {
    userId, placedBy: caller.id, addressId: body.address_id ?? 0, lines: await directLines(tx, body),
    payMethod: body.method ?? 'wechat', note: body.note ?? '', chargesFreight: false, offSale: 'refused', terms: termsOf(deps), at: deps.now(),
  })
}

async function placeFromCart(tx: Tx, deps: Deps, request: FastifyRequest) {
  const caller = personOf(request)
  const body = request.body as OrderBodyShape
  return placeCartOrder(tx, {
    userId: caller.id, placedBy: caller.id, addressId: body.address ?? body.address_id ?? 0, note: body.note ?? '',
    payMethod: payMethodOf(body.pay_method ?? 0), terms: termsOf(deps), at: deps.now(),
  })
}

/** Cancel, complete, confirm receipt; shipping is in fulfilment.routes.ts. */
export const orderMoveRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.patch<{ Params: IdParams; Body: { note?: string; reason?: string } }>(`/orders/${ID}/cancel/`,
    { config: person, schema: { body: CancelBody, response: { 200: OrderView } } },
    async (request) => changed(deps, request, async (tx, orderId) => {
      const by = await roleOn(tx, orderId, request)
      const { note = '', reason = '' } = request.body
      await cancelOrder(tx, { orderId, actorId: personOf(request).id, by, reason, note, at: deps.now() })
    }))

  app.patch<{ Params: IdParams; Body: { note?: string } }>(`/orders/${ID}/complete/`,
    { config: { access: 'staff' }, schema: { body: NoteBody, response: { 200: OrderView } } },
    async (request) => changed(deps, request, async (tx, orderId) => {
      await completeOrder(tx, { orderId, move: 'complete', actorId: personOf(request).id, note: request.body.note ?? '', at: deps.now() })
    }))

  app.patch<{ Params: IdParams; Body: { note?: string } }>(`/orders/${ID}/confirm_receipt/`,
    { config: person, schema: { body: NoteBody, response: { 200: OrderView } } },
    async (request) => changed(deps, request, async (tx, orderId) => {
      await roleOn(tx, orderId, request)
      const actorId = personOf(request).id
      await completeOrder(tx, { orderId, move: 'confirm_receipt', actorId, note: request.body.note ?? '', at: deps.now() })
    }))
}

type Change = (tx: Tx, orderId: number) => Promise<void>

async function changed(deps: Deps, request: FastifyRequest<{ Params: IdParams }>, change: Change) {
  const orderId = await orderIdFromPath(deps.db, request.params.id)
  await inTransaction(deps.db, (tx) => change(tx, orderId))
  return shownOrder(shownTo(deps, request), orderId)
}

/** Whether the caller acts as the buyer or as staff; somebody else's order does not exist for him. */
async function roleOn(tx: Tx, orderId: number, request: FastifyRequest): Promise<'buyer' | 'staff'> {
  const order = await lockOrder(tx, orderId)
  const caller = personOf(request)
  if (order?.userId === caller.id) return 'buyer'
  if (order && isStaff(caller)) return 'staff'
  throw new Refusal('orders.not_found')
}
