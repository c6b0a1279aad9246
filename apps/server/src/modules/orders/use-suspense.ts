import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { lockPaymentsOfOrder, matchSuspense, requireSuspense, reviveSuspense } from '../payments/index.ts'
import type { PaymentMethod, Suspense } from '../payments/index.ts'
import { holdAgain } from '../stock/index.ts'
import { moveOrder } from './move-order.ts'
import type { Order } from './order.ts'
import { lockOrder, lockOrderByNumber } from './orders.sql.ts'
import { payFromSuspense } from './settle-payment.ts'

/** A person decides on money in suspense, with a reason. */
export type SuspenseDeed = { suspenseId: number; actorId: number; note: string; at: Date }

/**
 * Money in suspense pays the cancelled order under which it came, when all its stock can be held again.
 * Throws payments.suspense_not_found, payments.suspense_settled, payments.not_revivable.
 */
export async function reviveBySuspense(tx: Tx, deed: SuspenseDeed, orderId: number | null): Promise<Order> {
  const { suspenseId, actorId, note, at } = deed
  const order = orderId ? await lockOrder(tx, orderId) : null
  const paid = orderId ? (await lockPaymentsOfOrder(tx, orderId)).some((each) => each.state === 'succeeded') : false
  const entry = await requireOpen(tx, suspenseId)
  const fits = order?.state === 'cancelled' && !paid && order.id === entry.orderId && order.payableFen === entry.amountFen
  if (!order || !fits || !(await holdAgain(tx, { orderId: order.id, at }))) throw new Refusal('payments.not_revivable')
  await payFromSuspense(tx, order, tradeOf(entry, at), { suspenseId, as: 'revive' })
  await reviveSuspense(tx, entry, at, { actorId, note })
  return moveOrder(tx, { orderId: order.id, move: 'revive', actorId, note, at, cancelledBy: null })
}

/**
 * Money that came under a number nobody knows pays a pending order of exactly its amount, which a person has found.
 * Throws payments.suspense_not_found, payments.suspense_settled, payments.not_unknown, orders.not_found,
 * payments.match_refused.
 */
export async function matchToOrder(tx: Tx, deed: SuspenseDeed, orderNumber: string): Promise<Order> {
  const { suspenseId, actorId, note, at } = deed
  const order = await lockOrderByNumber(tx, orderNumber)
  if (!order) throw new Refusal('orders.not_found')
  await lockPaymentsOfOrder(tx, order.id)
  const entry = await requireOpen(tx, suspenseId)
  if (entry.reason !== 'unknown_order') throw new Refusal('payments.not_unknown')
  if (order.state !== 'pending' || order.payableFen !== entry.amountFen) {
    throw new Refusal('payments.match_refused', {
      amount: yuanText(entry.amountFen), due: yuanText(order.payableFen), status: order.state,
    })
  }
  await payFromSuspense(tx, order, tradeOf(entry, at), { suspenseId, as: 'match' })
  await matchSuspense(tx, { suspenseId, orderId: order.id, at }, { actorId, note })
  return moveOrder(tx, { orderId: order.id, move: 'pay', actorId, note, at })
}

async function requireOpen(tx: Tx, suspenseId: number): Promise<Suspense> {
  const entry = await requireSuspense(tx, suspenseId)
  if (entry.state !== 'open') throw new Refusal('payments.suspense_settled', { state: entry.state })
  return entry
}

function tradeOf({ provider, tradeNumber, tradeId, amountFen }: Suspense, at: Date) {
  return { method: provider as PaymentMethod, tradeNumber, tradeId, amountFen, at }
}
