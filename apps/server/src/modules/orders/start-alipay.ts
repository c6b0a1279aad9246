import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { reuseOrOpenPayment, startPayment } from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { lockOrderByNumber, updatePayMethod } from './orders.sql.ts'

export type StartAlipay = { orderNumber: string; userId: number; channel: 'page' | 'wap'; at: Date }

/**
 * Makes an unpaid order ready to be paid by Alipay (D-21); calling it switches the method. A pending order past its
 * time whose sweep has not come yet may still be paid. Throws orders.not_found, orders.move_refused.
 */
export async function startAlipay(tx: Tx, input: StartAlipay): Promise<Payment> {
  const order = await lockOrderByNumber(tx, input.orderNumber)
  if (!order || order.userId !== input.userId) throw new Refusal('orders.not_found')
  if (order.state !== 'pending') throw new Refusal('orders.move_refused', { status: order.state, move: 'pay' })
  const payment = await reuseOrOpenPayment(tx, {
    orderId: order.id, orderNumber: order.number, userId: order.userId, method: 'alipay', amountFen: order.payableFen,
    expiresAt: order.expiresAt, at: input.at,
  })
  const started = await startPayment(tx, { paymentId: payment.id, channel: input.channel, at: input.at })
  if (order.payMethod !== 'alipay') await updatePayMethod(tx, order.id, 'alipay', input.at)
  return started
}
