import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { movePayment } from './move-payment.ts'
import { openPayment } from './open-payment.ts'
import type { OpenPayment } from './open-payment.ts'
import { isOpen } from './payment.ts'
import type { Payment } from './payment.ts'
import { lockPaymentsOfOrder } from './payments.sql.ts'

/**
 * The live attempt to pay this order by this method, or a new one. One whose time has run out, or that asks for another
 * amount, is ended first. The caller holds the order's lock. Throws payments.duplicate when the order has been paid.
 */
export async function reuseOrOpenPayment(tx: Tx, input: OpenPayment): Promise<Payment> {
  const attempts = await lockPaymentsOfOrder(tx, input.orderId)
  if (attempts.some((attempt) => attempt.state === 'succeeded')) throw new Refusal('payments.duplicate')
  const open = attempts.find((attempt) => isOpen(attempt) && attempt.method === input.method)
  if (open && open.expiresAt > input.at && open.amountFen === input.amountFen) return open
  if (open) await movePayment(tx, open, { move: open.expiresAt > input.at ? 'cancel' : 'expire', at: input.at })
  return openPayment(tx, input)
}
