import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { isOpen, lockPaymentsOfOrder, openPayment } from '../payments/index.ts'
import type { Payment, PaymentMethod } from '../payments/index.ts'
import { moveRefused } from './move-refused.ts'
import { lockOrder } from './orders.sql.ts'

/** `isAmountDue` compares what the buyer believes is due; without, nothing was named. */
export type OpenOrderPayment = {
  orderId: number
  userId: number
  method: PaymentMethod
  isAmountDue?: (dueFen: number) => boolean
  at: Date
}

/**
 * Opens an attempt to pay one's own pending order, or finds the live one.
 * @returns `expired`: the time to pay is over, nothing was written
 * Throws orders.not_found, payments.duplicate, orders.move_refused, payments.wrong_amount.
 */
export async function openOrderPayment(
  tx: Tx, input: OpenOrderPayment,
): Promise<{ payment: Payment; isNew: boolean } | 'expired'> {
  const { orderId, method, at } = input
  const order = await lockOrder(tx, orderId)
  if (!order || order.userId !== input.userId) throw new Refusal('orders.not_found')
  const attempts = await lockPaymentsOfOrder(tx, orderId)
  if (attempts.some((payment) => payment.state === 'succeeded')) throw new Refusal('payments.duplicate')
  if (order.state !== 'pending') throw moveRefused(order.state, 'pay')
  const { payableFen: amountFen, expiresAt } = order
  if (input.isAmountDue && !input.isAmountDue(amountFen)) {
    throw new Refusal('payments.wrong_amount', { due: yuanText(amountFen) })
  }
  if (expiresAt <= at) return 'expired'
  const live = attempts.filter((payment) => isOpen(payment) && payment.amountFen === amountFen)
  const found = live.find((payment) => payment.method === method) ?? live.at(-1)
  if (found) return { payment: found, isNew: false }
  const { userId, number: orderNumber } = order
  const payment = await openPayment(tx, { orderId, orderNumber, userId, method, amountFen, expiresAt, at })
  return { payment, isNew: true }
}
