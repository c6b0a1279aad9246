import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { closeThesePayments, isOpen, lockPaymentsOfOrder, openPayment, startPayment } from '../payments/index.ts'
import type { PayChannel, Payment, PaymentMethod } from '../payments/index.ts'
import { moveRefused } from './move-refused.ts'
import type { Order } from './order.ts'
import { lockOrder, updatePayMethod } from './orders.sql.ts'

/** `paymentId`: the attempt that is started; without, whichever there is. `maxFen`: null is no limit. */
export type StartOrderPayment = {
  orderId: number
  userId: number
  paymentId: number | null
  method: PaymentMethod
  channel: PayChannel | null
  maxFen: number | null
  at: Date
}

/**
 * Makes a pending order ready to be paid by this method and channel. The live attempt is used again; one by another
 * method or channel ends, and a job closes it at its company.
 * @returns null when the time to pay is over: nothing was written, the order is to expire
 * Throws payments.not_found, payments.duplicate, payments.closed, payments.above_maximum, orders.move_refused.
 */
export async function startOrderPayment(tx: Tx, input: StartOrderPayment): Promise<Payment | null> {
  const { orderId, method, channel, at } = input
  const order = await lockOrder(tx, orderId)
  if (!order || order.userId !== input.userId) throw new Refusal('payments.not_found')
  const attempts = await lockPaymentsOfOrder(tx, orderId)
  if (!isPayable(order, attempts, input)) return null
  const fits = (payment: Payment) => payment.method === method && payment.amountFen === order.payableFen
    && (payment.channel === null || payment.channel === channel || method === 'alipay')
  const live = attempts.filter(isOpen).find(fits)
  const others = attempts.filter((payment) => payment !== live)
  await closeThesePayments(tx, others, { orderId, as: 'cancelled', event: 'switch', at })
  const payment = live ?? await openPayment(tx, {
    orderId, orderNumber: order.number, userId: order.userId, method, amountFen: order.payableFen,
    expiresAt: order.expiresAt, at,
  })
  if (order.payMethod !== method) await updatePayMethod(tx, orderId, method, at)
  return startPayment(tx, { paymentId: payment.id, channel, at })
}

/** False: the time to pay is over. Throws what stands against paying it. */
function isPayable(order: Order, attempts: readonly Payment[], { paymentId, maxFen, at }: StartOrderPayment): boolean {
  const named = paymentId === null ? null : attempts.find((payment) => payment.id === paymentId)
  if (named === undefined) throw new Refusal('payments.not_found')
  if (named && attempts.some((payment) => payment.state === 'succeeded')) throw new Refusal('payments.duplicate')
  if (order.state !== 'pending') throw moveRefused(order.state, 'pay')
  if (named && !isOpen(named)) throw new Refusal('payments.closed', { state: named.state })
  if (maxFen !== null && order.payableFen > maxFen) {
    throw new Refusal('payments.above_maximum', { maximum: yuanText(maxFen) })
  }
  return order.expiresAt > at
}
