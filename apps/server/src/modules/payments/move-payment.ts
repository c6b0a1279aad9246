import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { paymentMachine } from './payment.ts'
import type { Payment, PaymentMoveName } from './payment.ts'
import { insertPaymentMove, updatePaymentState } from './payments.sql.ts'

export type MovePayment = {
  move: PaymentMoveName
  tradeId?: string
  /** What the history calls it, when that says more than the move. */
  event?: string
  actorId?: number | null
  note?: string
  at: Date
}

/**
 * The one writer of a payment's state, with a line in its history. The caller holds the row's lock.
 * Throws payments.closed when the machine does not allow the move.
 */
export async function movePayment(tx: Tx, payment: Payment, input: MovePayment): Promise<Payment> {
  const { move, at } = input
  const to = nextState(paymentMachine, payment.state, move)
  if (!to) throw new Refusal('payments.closed', { state: payment.state })
  const tradeId = input.tradeId ?? null
  const moved = await updatePaymentState(tx, payment.id, { from: payment.state, to, tradeId, at })
  if (!moved) throw new Error(`Payment ${payment.id} was moved by somebody who did not hold its lock`)
  const { event = move, actorId = null, note = '' } = input
  await insertPaymentMove(tx, payment.id, { event, from: payment.state, to, actorId, note, at })
  return moved
}
