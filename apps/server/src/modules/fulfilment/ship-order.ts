import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { bindUnitsToLines, isUnitCode, lockUnits } from '../lifecycle/index.ts'
import { moveOrder, selectOrderLines } from '../orders/index.ts'
import type { Order } from '../orders/index.ts'
import { shipStock } from '../stock/index.ts'
import { codesByLine } from './codes-by-line.ts'
import type { GivenCodes } from './codes-by-line.ts'
import { putParcel } from './parcels.sql.ts'

export type ShipOrder = {
  orderId: number
  actorId: number
  carrier: string
  trackingNumber: string
  /** The codes of the units that go out; null when the units are not tracked. */
  codes: GivenCodes | null
  note: string
  at: Date
}

/**
 * Ships a paid order (A-47; decisions 20 and 34): its units, the order, its stock and its parcel, all or nothing.
 * The units are locked first, as everywhere; the order's state decides before their codes do.
 * Throws orders.not_found, orders.move_refused, the fulfilment refusals, lifecycle.wrong_code_count,
 * lifecycle.codes_refused.
 */
export async function shipOrder(tx: Tx, input: ShipOrder): Promise<Order> {
  const { orderId, actorId, carrier, trackingNumber, codes, note, at } = input
  if (codes) await lockUnits(tx, allCodes(codes).filter(isUnitCode))
  const order = await moveOrder(tx, { orderId, move: 'ship', actorId, note, at })
  if (codes) {
    const lines = codesByLine(await selectOrderLines(tx, orderId), codes)
    await bindUnitsToLines(tx, { orderId, lines, actorId, at })
  }
  await shipStock(tx, { orderId, actorId, at })
  const parcelId = await putParcel(tx, { orderId, carrier, trackingNumber, actorId, at })
  await record(tx, { type: 'fulfilment.order_shipped.v1', at, body: { orderId, parcelId } })
  return order
}

function allCodes(codes: GivenCodes): string[] {
  return 'all' in codes ? codes.all : codes.lines.flatMap((line) => line.codes)
}
