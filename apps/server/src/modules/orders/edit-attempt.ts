import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import {
  endPayment, isOpen, lockPaymentsOfOrder, markPaymentRemoved, selectListedPayment, updatePaymentMethod,
} from '../payments/index.ts'
import type { Payment, PaymentMethod } from '../payments/index.ts'
import { lockOrder } from './orders.sql.ts'

/**
 * Another method for an attempt that nobody has started.
 * Throws payments.not_found, payments.started_already, payments.already_open.
 */
export async function changeAttemptMethod(
  tx: Tx, input: { paymentId: number; method: PaymentMethod; at: Date },
): Promise<Payment> {
  const { paymentId, method, at } = input
  const attempts = await lockAttempts(tx, paymentId)
  const payment = attempts.find((each) => each.id === paymentId)
  if (payment?.state !== 'init') throw new Refusal('payments.started_already')
  if (payment.method === method) return payment
  if (attempts.some((each) => isOpen(each) && each.method === method)) throw new Refusal('payments.already_open')
  return updatePaymentMethod(tx, paymentId, { method, at })
}

/**
 * Takes an attempt that came to nothing out of the lists; its row stays for money that may still come.
 * Throws payments.not_found, payments.not_removable.
 */
export async function removeAttempt(tx: Tx, input: { paymentId: number; actorId: number; at: Date }): Promise<void> {
  const { paymentId, actorId, at } = input
  const payment = (await lockAttempts(tx, paymentId)).find((each) => each.id === paymentId)
  if (!payment || payment.state === 'processing' || payment.state === 'succeeded') {
    throw new Refusal('payments.not_removable', { state: payment?.state })
  }
  if (payment.state === 'init') await endPayment(tx, { paymentId, move: 'cancel', actorId, isClosed: false, at })
  await markPaymentRemoved(tx, paymentId, at)
}

async function lockAttempts(tx: Tx, paymentId: number): Promise<Payment[]> {
  const seen = await selectListedPayment(tx, paymentId)
  const order = seen && await lockOrder(tx, seen.orderId)
  if (!order) throw new Refusal('payments.not_found')
  return lockPaymentsOfOrder(tx, order.id)
}
