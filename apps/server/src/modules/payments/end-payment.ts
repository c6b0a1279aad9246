import type { Tx } from '../../platform/db.ts'
import { movePayment } from './move-payment.ts'
import type { MovePayment } from './move-payment.ts'
import { isOpen } from './payment.ts'
import type { Payment } from './payment.ts'
import { lockPayment } from './payments.sql.ts'
import { noteClosed } from './trades.sql.ts'

/** `isClosed`: the company has said that the trade can no longer be paid. */
export type EndPayment = Omit<MovePayment, 'move' | 'tradeId'> & {
  paymentId: number
  move: 'cancel' | 'fail' | 'expire'
  isClosed: boolean
}

/**
 * Ends one attempt without money; one that has ended already, or was paid, stays as it is. The caller holds the lock of
 * its order. @returns whether it was open
 */
export async function endPayment(tx: Tx, { paymentId, isClosed, ...move }: EndPayment): Promise<Payment | null> {
  const payment = await lockPayment(tx, paymentId)
  if (!payment) return null
  if (isClosed && payment.state !== 'succeeded') await noteClosed(tx, paymentId, move.at)
  return isOpen(payment) ? movePayment(tx, payment, move) : null
}
