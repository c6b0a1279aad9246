import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { OrderView, ShipBody } from '@hearth/contracts/orders'
import { Type } from 'typebox'
import { shipOrder } from '../modules/fulfilment/index.ts'
import type { GivenCodes } from '../modules/fulfilment/index.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf } from './access.ts'
import { sayCodeReasons } from './code-reasons.ts'
import type { Deps } from './deps.ts'
import { orderIdFromPath } from './order-path.ts'
import { shownOrder, shownTo } from './order-view.ts'
import { refuseField, requiredText } from './required-text.ts'

const ONE_WAY = {
  zh: '编码请只填一种：整单（qrcode_ids）或按商品行（lines）。',
  en: 'Give the codes in one way only: for the whole order (qrcode_ids) or by line (lines).',
}

/** Shipping an order. */
export const fulfilmentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  sayCodeReasons(app)

  app.patch('/orders/:id(^\\d{1,64}$)/ship/', {
    config: { access: 'staff' },
    schema: { params: Type.Object({ id: Type.String() }), body: ShipBody, response: { 200: OrderView } },
  }, async (request) => {
    const sent = toShipOrder(request.body)
    const orderId = await orderIdFromPath(deps.db, request.params.id)
    const actorId = personOf(request).id
    await inTransaction(deps.db, (tx) => shipOrder(tx, { orderId, actorId, ...sent, at: deps.now() }))
    return shownOrder(shownTo(deps, request), orderId)
  })
}

/** Reads the body of A-47: either name of the number, and the codes for the order or by line. Throws http.invalid. */
function toShipOrder(body: ShipBody) {
  return {
    carrier: body.logistics_company?.trim() ?? '',
    trackingNumber: requiredText('tracking_number', body.tracking_number?.trim() || body.logistics_no),
    codes: codesOf(body),
    note: body.note ?? '',
  }
}

/** Empty lists mean that the units are not tracked. */
function codesOf(body: ShipBody): GivenCodes | null {
  const all = body.qrcode_ids ?? []
  const lines = (body.lines ?? []).map((line) => ({ lineId: line.item_id, codes: line.qrcode_ids }))
  if (all.length > 0 && lines.length > 0) refuseField('qrcode_ids', ONE_WAY)
  if (all.length > 0) return { all }
  return lines.length > 0 ? { lines } : null
}
