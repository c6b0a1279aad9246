import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { movePayment } from './move-payment.ts'
import type { Payment } from './payment.ts'
import { lockPayment } from './payments.sql.ts'

/**
 * Notes that the buyer was sent to the company; from now on it is asked about. Again: nothing changes.
 * Throws payments.not_found, payments.closed.
 */
export async function startPayment(tx: Tx, input: { paymentId: number; at: Date }): Promise<Payment> {
  const payment = await lockPayment(tx, input.paymentId)
  if (!payment) throw new Refusal('payments.not_found')
  if (payment.state === 'processing') return payment
  return movePayment(tx, payment, { move: 'start', at: input.at })
}
