import { orderNotes } from '@hearth/kernel/order-notes'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import {
  closeThesePayments, isOpen, keepInSuspense, lockPaymentsOfOrder, openPayment, refundSuspense, reviveSuspense,
  selectPaymentOfTrade, selectRefundOfSuspense, settlePayment,
} from '../payments/index.ts'
import type { FromSuspense, Payment, PaymentMethod } from '../payments/index.ts'
import { holdAgain } from '../stock/index.ts'
import { moveOrder } from './move-order.ts'
import type { Order } from './order.ts'
import { lockOrder, lockOrderByNumber, updatePayMethod } from './orders.sql.ts'

/** `tradeNumber` is our number of the trade, `tradeId` the company's (or the bank's reference). */
export type PaidTrade = {
  method: PaymentMethod
  tradeNumber: string
  tradeId: string
  amountFen: number
  /** Who saw the money, when that was a person. */
  by?: { actorId: number; note: string }
  at: Date
}

/** `settled`, `repeated`, `revived` leave a paid order; `refunded` sends the money back; the others change nothing. */
export type Settlement = 'settled' | 'repeated' | 'revived' | 'refunded' | 'unknown_order' | 'wrong_amount'

/**
 * Money has arrived for an order, as the company says. It pays a pending order once. Money that comes late or twice is
 * kept on a suspense entry and sent back, or revives an expired order whose stock can be held again (decisions 5, 33).
 */
export async function settlePaidTrade(tx: Tx, trade: PaidTrade): Promise<Settlement> {
  const order = await lockOrderOfTrade(tx, trade)
  if (!order) {
    await keepInSuspense(tx, { ...suspended(trade, null), reason: 'unknown_order' })
    return 'unknown_order'
  }
  if (order.payableFen !== trade.amountFen) return 'wrong_amount'
  const payments = await lockPaymentsOfOrder(tx, order.id)
  const paid = payments.find((payment) => payment.state === 'succeeded')
  if (paid?.tradeId === trade.tradeId && paid.method === trade.method) return 'repeated'
  if (!paid && order.state === 'pending') return settle(tx, order, payments, trade)
  return keepLateMoney(tx, order, trade, paid ? 'double' : 'late')
}

/** The order of the attempt with this number; Alipay also knows an order by its own number (contract D-21). */
async function lockOrderOfTrade(tx: Tx, trade: PaidTrade): Promise<Order | null> {
  const attempt = await selectPaymentOfTrade(tx, trade.method, trade.tradeNumber)
  return attempt ? lockOrder(tx, attempt.orderId) : lockOrderByNumber(tx, trade.tradeNumber)
}

async function settle(tx: Tx, order: Order, payments: readonly Payment[], trade: PaidTrade): Promise<Settlement> {
  const { method, tradeNumber } = trade
  // An attempt that has ended stays as it is: its money makes a new attempt under the same number.
  const open = payments.find((each) => each.method === method && each.tradeNumber === tradeNumber && isOpen(each))
  await closePaidOtherwise(tx, order, payments.filter((each) => each !== open), trade.at)
  await payOrder(tx, order, { payment: open ?? (await newAttempt(tx, order, trade)) }, trade)
  await moveOrder(tx, { orderId: order.id, move: 'pay', actorId: null, note: '', at: trade.at })
  return 'settled'
}

async function keepLateMoney(tx: Tx, order: Order, trade: PaidTrade, reason: 'late' | 'double'): Promise<Settlement> {
  const suspense = await keepInSuspense(tx, { ...suspended(trade, order), reason })
  if (suspense.state === 'revived' || suspense.state === 'matched') return 'repeated'
  // A refund that was given up leaves the money to a person, however often it is told of.
  if (suspense.state !== 'open' || (await selectRefundOfSuspense(tx, suspense.id))) return 'refunded'
  const mayRevive = reason === 'late' && order.state === 'cancelled' && order.cancelledBy === 'timeout'
  if (!mayRevive || !(await holdAgain(tx, { orderId: order.id, at: trade.at }))) {
    await refundSuspense(tx, suspense, trade.at)
    return 'refunded'
  }
  await payFromSuspense(tx, order, trade, { suspenseId: suspense.id, as: 'revive' })
  await reviveSuspense(tx, suspense, trade.at)
  await moveOrder(tx, {
    orderId: order.id, move: 'revive', actorId: null, note: orderNotes.revived.zh, at: trade.at, cancelledBy: null,
  })
  return 'revived'
}

/**
 * Money in suspense pays an order, by an attempt of its own; other attempts end. The caller holds the order's lock and
 * moves it.
 */
export async function payFromSuspense(tx: Tx, order: Order, trade: PaidTrade, from: FromSuspense): Promise<void> {
  await closePaidOtherwise(tx, order, await lockPaymentsOfOrder(tx, order.id), trade.at)
  await payOrder(tx, order, { payment: await newAttempt(tx, order, trade), from }, trade)
}

function closePaidOtherwise(tx: Tx, { id: orderId }: Order, payments: readonly Payment[], at: Date): Promise<void> {
  return closeThesePayments(tx, payments, { orderId, as: 'cancelled', event: 'paid_otherwise', at })
}

type Paying = { payment: Payment; from?: FromSuspense }

async function payOrder(tx: Tx, order: Order, { payment, from }: Paying, trade: PaidTrade): Promise<void> {
  const { tradeId, amountFen, by, at } = trade
  await settlePayment(tx, { payment, tradeId, amountFen, from, ...by, at })
  if (order.payMethod !== trade.method) await updatePayMethod(tx, order.id, trade.method, trade.at)
  await record(tx, { type: 'orders.order_paid.v1', at: trade.at, body: { orderId: order.id, amountFen: trade.amountFen } })
}

function newAttempt(tx: Tx, order: Order, trade: PaidTrade): Promise<Payment> {
  return openPayment(tx, {
    orderId: order.id, orderNumber: order.number, userId: order.userId, method: trade.method,
    tradeNumber: trade.tradeNumber, amountFen: order.payableFen, expiresAt: order.expiresAt, at: trade.at,
  })
}

function suspended(trade: PaidTrade, order: Order | null) {
  const { method, tradeNumber, tradeId, amountFen, at } = trade
  const [orderId, orderNumber] = [order?.id ?? null, order?.number ?? tradeNumber]
  return { provider: method, tradeNumber, tradeId, orderNumber, orderId, amountFen, at }
}
