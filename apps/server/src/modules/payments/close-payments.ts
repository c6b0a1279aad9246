import type { Tx } from '../../platform/db.ts'
import { movePayment } from './move-payment.ts'
import { isOpen } from './payment.ts'
import type { Payment } from './payment.ts'
import { lockPaymentsOfOrder } from './payments.sql.ts'

/** Ends every open attempt to pay the order. @returns the ones that it ended, to be closed at their companies too */
export async function closePayments(
  tx: Tx, input: { orderId: number; as: 'cancelled' | 'expired'; at: Date },
): Promise<Payment[]> {
  const closed: Payment[] = []
  for (const payment of (await lockPaymentsOfOrder(tx, input.orderId)).filter(isOpen)) {
    closed.push(await movePayment(tx, payment, { move: input.as === 'expired' ? 'expire' : 'cancel', at: input.at }))
  }
  return closed
}
