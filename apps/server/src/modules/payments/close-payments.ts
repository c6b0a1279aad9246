import type { Tx } from '../../platform/db.ts'
import { sendJob } from '../../platform/jobs.ts'
import { movePayment } from './move-payment.ts'
import { isOpen } from './payment.ts'
import type { Payment } from './payment.ts'
import { lockPaymentsOfOrder } from './payments.sql.ts'

/** The name of the job that closes trades of an order at their companies. */
const CLOSE_TRADES = 'close-trades'

/** `event`: what the history calls it, when that says more than the end. */
export type ClosePayments = { orderId: number; as: 'cancelled' | 'expired'; event?: string; at: Date }

/** Ends every open attempt to pay the order. @returns the ones that it ended, to be closed at their companies too */
export async function closePayments(tx: Tx, { orderId, ...end }: ClosePayments): Promise<Payment[]> {
  return endOpen(tx, await lockPaymentsOfOrder(tx, orderId), end)
}

/**
 * Ends those of these attempts that are open; the caller holds their locks. Once this commits a job closes at their
 * companies those that were started there.
 */
export async function closeThesePayments(
  tx: Tx, payments: readonly Payment[], { orderId, ...end }: ClosePayments,
): Promise<void> {
  const ended = await endOpen(tx, payments, end)
  const isKnownThere = (payment: Payment) => payment.channel !== null && payment.closedAt === null
  if (ended.some(isKnownThere)) await sendJob(tx, CLOSE_TRADES, { orderId })
}

async function endOpen(
  tx: Tx, payments: readonly Payment[], { as, event, at }: Omit<ClosePayments, 'orderId'>,
): Promise<Payment[]> {
  const ended: Payment[] = []
  for (const payment of payments.filter(isOpen)) {
    ended.push(await movePayment(tx, payment, { move: as === 'expired' ? 'expire' : 'cancel', event, at }))
  }
  return ended
}
