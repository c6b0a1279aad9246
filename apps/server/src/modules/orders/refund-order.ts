import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { lockPaymentsOfOrder, refundPayment } from '../payments/index.ts'
import type { Refund } from '../payments/index.ts'
import { moveOrder } from './move-order.ts'
import { lockOrder } from './orders.sql.ts'

/** Without `amountFen`: all that is left. `paymentId`, when it is named, must be the one that paid the order. */
export type RefundOrder = {
  orderId: number
  paymentId?: number
  amountFen?: number
  reason: string
  actorId: number
  at: Date
}

/**
 * Refunds a paid order in part or in whole; several refunds may run at once, and the order is `refunding` while
 * one does. A cancelled order stays cancelled.
 * Throws orders.not_found, orders.move_refused, payments.nothing_to_refund, payments.not_of_order,
 * payments.refund_too_much.
 */
export async function refundOrder(tx: Tx, input: RefundOrder): Promise<Refund> {
  const { orderId, paymentId, amountFen, reason, actorId, at } = input
  const order = await lockOrder(tx, orderId)
  if (!order) throw new Refusal('orders.not_found')
  const paid = (await lockPaymentsOfOrder(tx, orderId)).find((payment) => payment.state === 'succeeded')
  if (!paid) throw new Refusal('payments.nothing_to_refund')
  if (paymentId !== undefined && paymentId !== paid.id) throw new Refusal('payments.not_of_order')
  const refund = await refundPayment(tx, { orderId, amountFen, reason, actorId, at })
  if (!refund) throw new Refusal('payments.refund_too_much', { refundable: yuanText(0) })
  if (order.state !== 'refunding' && order.state !== 'cancelled') {
    await moveOrder(tx, { orderId, move: 'start_refund', actorId, note: reason, at })
  }
  return refund
}
