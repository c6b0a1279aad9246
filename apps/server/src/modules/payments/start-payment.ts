import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { movePayment } from './move-payment.ts'
import type { Payment } from './payment.ts'
import type { PayChannel } from './payment-provider.ts'
import { lockPayment, updatePaymentChannel } from './payments.sql.ts'

export type StartAttempt = { paymentId: number; channel: PayChannel; at: Date }

/**
 * Notes that the buyer was sent to the company; from now on it is asked about. Again: nothing changes.
 * Throws payments.not_found, payments.closed.
 */
export async function startPayment(tx: Tx, input: StartAttempt): Promise<Payment> {
  const payment = await lockPayment(tx, input.paymentId)
  if (!payment) throw new Refusal('payments.not_found')
  if (payment.state !== 'processing') await movePayment(tx, payment, { move: 'start', at: input.at })
  return updatePaymentChannel(tx, payment.id, input)
}
