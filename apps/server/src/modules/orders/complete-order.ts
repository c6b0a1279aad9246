import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { bumpSales } from '../catalog/index.ts'
import { moveOrder } from './move-order.ts'
import type { Order } from './order.ts'
import { selectOrderLines } from './orders.sql.ts'

export type CompleteOrder = {
  orderId: number
  move: 'complete' | 'confirm_receipt'
  actorId: number
  note: string
  at: Date
}

/** The goods have arrived: shipped → completed; sales counters grow. Throws orders.not_found, orders.move_refused. */
export async function completeOrder(tx: Tx, input: CompleteOrder): Promise<Order> {
  const order = await moveOrder(tx, input)
  const lines = await selectOrderLines(tx, order.id)
  await bumpSales(tx, lines.map((line) => ({ skuId: line.skuId, productId: line.productId, qty: line.qty })))
  await record(tx, { type: 'orders.order_completed.v1', at: input.at, body: { orderId: order.id } })
  return order
}
