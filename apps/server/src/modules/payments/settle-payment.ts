import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { bookPayment } from './book-money.ts'
import type { FromSuspense } from './book-money.ts'
import { movePayment } from './move-payment.ts'
import type { Payment } from './payment.ts'
import { lockPaymentsOfOrder } from './payments.sql.ts'

/** `from`: the money came before and lay in suspense. */
export type SettlePayment = {
  payment: Pick<Payment, 'id' | 'orderId'>
  tradeId: string
  amountFen: number
  from?: FromSuspense
  actorId?: number
  note?: string
  at: Date
}

/**
 * Writes that the money is there, and books it. The same trade again changes nothing and says `repeated`. An order is paid once: the
 * caller, who holds the order's lock, keeps any other money in suspense.
 * Throws payments.not_found, payments.duplicate, payments.wrong_notice (another amount), payments.closed.
 */
export async function settlePayment(tx: Tx, input: SettlePayment): Promise<'settled' | 'repeated'> {
  const attempts = await lockPaymentsOfOrder(tx, input.payment.orderId)
  const mine = attempts.find((attempt) => attempt.id === input.payment.id)
  if (!mine) throw new Refusal('payments.not_found')
  if (mine.state === 'succeeded' && mine.tradeId === input.tradeId) return 'repeated'
  if (attempts.some((attempt) => attempt.state === 'succeeded')) throw new Refusal('payments.duplicate')
  if (mine.amountFen !== input.amountFen) throw new Refusal('payments.wrong_notice')
  const { tradeId, actorId, note, at } = input
  const paid = await movePayment(tx, mine, { move: 'succeed', tradeId, actorId, note, at })
  await bookPayment(tx, paid, { from: input.from, at })
  return 'settled'
}
