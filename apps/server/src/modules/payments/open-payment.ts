import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import type { Payment } from './payment.ts'
import { insertPayment } from './payments.sql.ts'
import type { NewPayment } from './payments.sql.ts'

export type OpenPayment = NewPayment

/** Opens an attempt to pay an order. Throws payments.already_open when one by this method is open. */
export async function openPayment(tx: Tx, input: OpenPayment): Promise<Payment> {
  const payment = await insertPayment(tx, input)
  if (!payment) throw new Refusal('payments.already_open')
  return payment
}
