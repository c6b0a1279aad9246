import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'
import { SEND_REFUND, newRefundNumber } from './refund.ts'
import type { Refund } from './refund.ts'
import { lockPaymentsOfOrder } from './payments.sql.ts'
import { insertRefund, sumRefunds } from './refunds.sql.ts'

/** Without `amountFen`: all that is left. `actorId`: the person who sends it back. */
export type RefundPayment = { orderId: number; amountFen?: number; reason: string; actorId?: number | null; at: Date }

/**
 * Sends money of a paid order back: one refund under one number, sent to the company once this commits. What came by
 * bank waits for a person to pay it out. What is on its way counts as gone, so that refunds together never exceed what
 * was paid.
 * @returns null when the order has no payment, or when nothing is left of it and no amount was named
 * Throws payments.refund_too_much.
 */
export async function refundPayment(tx: Tx, input: RefundPayment): Promise<Refund | null> {
  const paid = (await lockPaymentsOfOrder(tx, input.orderId)).find((payment) => payment.state === 'succeeded')
  if (!paid?.tradeId) return null
  const refundableFen = paid.amountFen - await sumRefunds(tx, paid.id)
  const amountFen = input.amountFen ?? refundableFen
  if (input.amountFen === undefined && refundableFen === 0) return null
  if (amountFen <= 0 || amountFen > refundableFen) {
    throw new Refusal('payments.refund_too_much', { refundable: yuanText(refundableFen) })
  }
  const refund = await insertRefund(tx, {
    refundNumber: newRefundNumber(input.at), provider: paid.method, orderNumber: paid.orderNumber,
    orderId: paid.orderId, paymentId: paid.id, suspenseId: null, tradeNumber: paid.tradeNumber,
    tradeId: paid.tradeId, amountFen, reason: input.reason, operatorId: input.actorId ?? null, at: input.at,
  })
  await sendToCompany(tx, refund)
  return refund
}

/** Asks for the refund to be sent once this commits. By bank there is nobody to send it to. */
export async function sendToCompany(tx: Tx, refund: Pick<Refund, 'id' | 'provider'>): Promise<void> {
  if (refund.provider !== 'bank') await sendJob(tx, SEND_REFUND, { refundId: refund.id })
}

/** What of an order's payment could still be sent back; 0 when it has none. */
export async function refundableFenOf(tx: Tx, orderId: number): Promise<number> {
  const paid = (await lockPaymentsOfOrder(tx, orderId)).find((payment) => payment.state === 'succeeded')
  return paid ? paid.amountFen - await sumRefunds(tx, paid.id) : 0
}
