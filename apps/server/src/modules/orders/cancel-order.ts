import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { closePayments, refundPayment } from '../payments/index.ts'
import { releaseStock } from '../stock/index.ts'
import { moveOrder } from './move-order.ts'
import type { Order } from './order.ts'
import { lockOrder } from './orders.sql.ts'

export type CancelOrder = {
  orderId: number
  actorId: number | null
  by: 'buyer' | 'staff' | 'timeout'
  reason: string
  note: string
  at: Date
}

/**
 * Cancels an order: its stock is free again, open payments are closed, paid money goes back through the provider under
 * one stable refund number (decision 6). Throws orders.not_found, orders.move_refused; then nothing is written.
 */
export async function cancelOrder(tx: Tx, input: CancelOrder): Promise<Order> {
  const { orderId, actorId, at, reason } = input
  const before = await lockOrder(tx, orderId)
  const order = await moveOrder(tx, {
    orderId, move: input.by === 'timeout' ? 'expire' : 'cancel', actorId, note: input.note, at, cancelReason: reason,
    cancelledBy: input.by,
  })
  await closePayments(tx, { orderId, as: input.by === 'timeout' ? 'expired' : 'cancelled', at })
  if (before?.state === 'paid') await refundPayment(tx, { orderId, reason: reason || '订单取消', at })
  await releaseStock(tx, { orderId, reason: input.by === 'timeout' ? '超时未支付' : '订单取消', at, actorId })
  await record(tx, { type: 'orders.order_cancelled.v1', at, body: { orderId, orderNumber: order.number } })
  return order
}
