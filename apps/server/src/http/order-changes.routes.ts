import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { CancelBody, NoteBody, OrderEdit, OrderView } from '@hearth/contracts/orders'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { isStaff } from '../modules/accounts/index.ts'
import { cancelOrder, completeOrder, deleteOrder, editOrder, lockOrder } from '../modules/orders/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { countOrderMoney } from '../reads/order-money.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { orderChanges } from './order-input.ts'
import { orderIdFromPath } from './order-path.ts'
import { shownOrder, shownTo } from './order-view.ts'
import { ORDER_ID } from './orders.routes.ts'
import type { OrderPath } from './orders.routes.ts'

const person = { access: 'person' } as const

/** Cancel, complete, confirm receipt; shipping is in fulfilment.routes.ts. */
export const orderMoveRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.patch<{ Params: OrderPath; Body: { note?: string; reason?: string } }>(`/orders/${ORDER_ID}/cancel/`,
    { config: person, schema: { body: CancelBody, response: { 200: OrderView } } },
    async (request) => changed(deps, request, async (tx, orderId) => {
      const by = await roleOn(tx, orderId, request)
      const { note = '', reason = '' } = request.body
      await cancelOrder(tx, { orderId, actorId: personOf(request).id, by, reason, note, at: deps.now() })
    }))

  app.patch<{ Params: OrderPath; Body: { note?: string } }>(`/orders/${ORDER_ID}/complete/`,
    { config: { access: 'staff' }, schema: { body: NoteBody, response: { 200: OrderView } } },
    async (request) => changed(deps, request, async (tx, orderId) => {
      await completeOrder(tx, { orderId, move: 'complete', actorId: personOf(request).id, note: request.body.note ?? '', at: deps.now() })
    }))

  app.patch<{ Params: OrderPath; Body: { note?: string } }>(`/orders/${ORDER_ID}/confirm_receipt/`,
    { config: person, schema: { body: NoteBody, response: { 200: OrderView } } },
    async (request) => changed(deps, request, async (tx, orderId) => {
      await roleOn(tx, orderId, request)
      const actorId = personOf(request).id
      await completeOrder(tx, { orderId, move: 'confirm_receipt', actorId, note: request.body.note ?? '', at: deps.now() })
    }))
}

/** Corrections by staff, and taking an order off the lists. */
export const orderEditRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const [method, access] of [['PUT', 'admin'], ['PATCH', 'staff']] as const) {
    app.route<{ Params: OrderPath; Body: OrderEdit }>({
      method, url: `/orders/${ORDER_ID}/`, config: { access }, schema: { body: OrderEdit, response: { 200: OrderView } },
      handler: async (request) => changed(deps, request, async (tx, orderId) =>
        editOrder(tx, { orderId, actorId: personOf(request).id, changes: orderChanges(request.body), at: deps.now() })),
    })
  }

  app.delete<{ Params: OrderPath }>(`/orders/${ORDER_ID}/`,
    { config: { access: 'admin' }, schema: { response: { 204: Type.Null() } } },
    async (request, reply) => {
      const orderId = await orderIdFromPath(deps.db, request.params.id)
      await inTransaction(deps.db, async (tx) => {
        await lockOrder(tx, orderId)
        const moneyFacts = await countOrderMoney(tx, orderId)
        await deleteOrder(tx, { orderId, actorId: personOf(request).id, moneyFacts, at: deps.now() })
      })
      return reply.code(204).send(null)
    })
}

type Change = (tx: Tx, orderId: number) => Promise<void>

async function changed(deps: Deps, request: FastifyRequest<{ Params: OrderPath }>, change: Change) {
  const orderId = await orderIdFromPath(deps.db, request.params.id)
  await inTransaction(deps.db, (tx) => change(tx, orderId))
  return shownOrder(shownTo(deps, request), orderId)
}

/** Whether the caller acts as the buyer or as staff; somebody else's order does not exist for him. */
async function roleOn(tx: Tx, orderId: number, request: FastifyRequest): Promise<'buyer' | 'staff'> {
  const locked = await lockOrder(tx, orderId)
  const order = locked?.isDeleted ? null : locked
  const caller = personOf(request)
  if (order?.userId === caller.id) return 'buyer'
  if (order && isStaff(caller)) return 'staff'
  throw new Refusal('orders.not_found')
}
