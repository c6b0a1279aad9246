import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { movePayment } from './move-payment.ts'
import { nextAskAt } from './payment.ts'
import type { Payment } from './payment.ts'
import type { PayChannel } from './payment-provider.ts'
import { lockPayment, updatePaymentStart } from './payments.sql.ts'

/** `channel` is null for a bank transfer: there is nobody to ask about it. */
export type StartAttempt = { paymentId: number; channel: PayChannel | null; at: Date }

/**
 * Notes that the buyer was sent to the company; from now on it is asked about. Again: only the channel changes.
 * Throws payments.not_found, payments.closed.
 */
export async function startPayment(tx: Tx, input: StartAttempt): Promise<Payment> {
  const payment = await lockPayment(tx, input.paymentId)
  if (!payment) throw new Refusal('payments.not_found')
  if (payment.state === 'processing' && payment.channel === input.channel) return payment
  const { channel, at } = input
  const start = { channel, nextAskAt: channel && nextAskAt(payment.asks, at) }
  if (payment.state === 'processing') return updatePaymentStart(tx, payment.id, { ...start, at })
  return movePayment(tx, payment, { move: 'start', start, at })
}
