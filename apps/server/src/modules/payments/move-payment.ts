import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { paymentMachine } from './payment.ts'
import type { Payment, PaymentMoveName } from './payment.ts'
import { updatePaymentState } from './payments.sql.ts'
import type { StartNote } from './payments.sql.ts'

export type MovePayment = {
  move: PaymentMoveName
  tradeId?: string
  /** What the history calls it, when that says more than the move. */
  event?: string
  actorId?: number | null
  note?: string
  /** By which way the buyer is sent to pay, of a start. */
  start?: StartNote
  at: Date
}

/**
 * The one writer of a payment's state, with a line in its history. The caller holds the row's lock.
 * Throws payments.closed when the machine does not allow the move.
 */
export async function movePayment(tx: Tx, payment: Payment, input: MovePayment): Promise<Payment> {
  const { move, event = move, tradeId = null, actorId = null, note = '', start, at } = input
  const to = nextState(paymentMachine, payment.state, move)
  if (!to) throw new Refusal('payments.closed', { state: payment.state })
  const change = { from: payment.state, to, tradeId, start, event, actorId, note, at }
  const moved = await updatePaymentState(tx, payment.id, change)
  if (!moved) throw new Error(`Payment ${payment.id} was moved by somebody who did not hold its lock`)
  return moved
}
