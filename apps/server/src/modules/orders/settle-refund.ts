import { refundedNote } from '@hearth/kernel/order-notes'
import type { OrderStatus } from '@hearth/kernel/order-status'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import {
  giveUpRefund, lockPaymentsOfOrder, payOutRefund, retryRefund, selectRefund, sumRefundsOfOrder, writeRefundOutcome,
} from '../payments/index.ts'
import type { PayOutRefund, Refund, RefundDeed, RefundOutcome } from '../payments/index.ts'
import { releaseStock } from '../stock/index.ts'
import { moveOrder } from './move-order.ts'
import { lockOrder } from './orders.sql.ts'
import { selectStateBeforeRefund } from './refund-moves.sql.ts'

/** Orders that a refund of their payment changes; a cancelled one stays cancelled. */
const REFUNDABLE: readonly OrderStatus[] = ['paid', 'shipped', 'completed', 'returning', 'refunding']

/** Writes what a company says became of a refund, and what follows for its order. */
export async function settleRefund(tx: Tx, refundId: number, outcome: RefundOutcome, at: Date): Promise<Refund> {
  return withItsOrder(tx, { refundId, actorId: null, at }, () => writeRefundOutcome(tx, refundId, outcome, at))
}

/** Sends a refund now or again; an order that had gone on is `refunding` again. Throws what retryRefund throws. */
export async function retryOrderRefund(tx: Tx, deed: RefundDeed): Promise<Refund> {
  const orderId = await lockOrderOf(tx, deed.refundId)
  const refund = await retryRefund(tx, deed)
  const order = orderId ? await lockOrder(tx, orderId) : null
  if (order && order.state !== 'refunding' && REFUNDABLE.includes(order.state)) {
    await moveOrder(tx, { orderId: order.id, move: 'start_refund', actorId: deed.actorId, note: deed.note ?? '', at: deed.at })
  }
  return refund
}

/** A person has paid the refund out. Throws what payOutRefund throws. */
export async function payOutOrderRefund(tx: Tx, input: PayOutRefund): Promise<Refund> {
  return withItsOrder(tx, input, () => payOutRefund(tx, input))
}

/** The refund is given up; without another one its order is again what it was. Throws what giveUpRefund throws. */
export async function giveUpOrderRefund(tx: Tx, input: RefundDeed & { seen: Refund }): Promise<Refund> {
  return withItsOrder(tx, input, () => giveUpRefund(tx, input))
}

type Deed = Pick<RefundDeed, 'refundId' | 'actorId' | 'note' | 'at'>

/** Locks come in order: the order's first, then those of its money. */
async function withItsOrder(tx: Tx, deed: Deed, write: () => Promise<Refund>): Promise<Refund> {
  const orderId = await lockOrderOf(tx, deed.refundId)
  const refund = await write()
  if (orderId) await followRefund(tx, orderId, deed)
  return refund
}

/** The order whose payment is refunded; null for money in suspense, which has nothing to do with an order's state. */
async function lockOrderOf(tx: Tx, refundId: number): Promise<number | null> {
  const refund = await selectRefund(tx, refundId)
  if (!refund?.orderId || refund.paymentId === null) return null
  return (await lockOrder(tx, refund.orderId))?.id ?? null
}

/**
 * What the refunds of an order make of it: `refunded` only once they cover what was paid (decision 7), and then what it
 * still holds is free again; else, when none is under way any more, what it was before.
 */
async function followRefund(tx: Tx, orderId: number, { actorId, note = '', at }: Omit<Deed, 'refundId'>): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (!order || !REFUNDABLE.includes(order.state)) return
  const paid = (await lockPaymentsOfOrder(tx, orderId)).find((payment) => payment.state === 'succeeded')
  const { backFen, openQty } = await sumRefundsOfOrder(tx, orderId)
  if (paid && backFen >= paid.amountFen) {
    // A refund that was given up has arrived all the same.
    if (order.state !== 'refunding') await moveOrder(tx, { orderId, move: 'start_refund', actorId, note, at })
    await moveOrder(tx, { orderId, move: 'finish_refund', actorId, note, at })
    await releaseStock(tx, { orderId, reason: '退款完成', actorId, at })
    await record(tx, { type: 'orders.order_refunded.v1', at, body: { orderId, orderNumber: order.number, backFen } })
  } else if (order.state === 'refunding' && openQty === 0) {
    const move = backMove(await selectStateBeforeRefund(tx, orderId))
    await moveOrder(tx, { orderId, move, actorId, note: note || refundedNote(yuanText(backFen)), at })
  }
}

function backMove(before: string | null) {
  if (before === 'shipped') return 'withdraw_to_shipped'
  if (before === 'completed') return 'withdraw_to_completed'
  return before === 'returning' ? 'withdraw_to_returning' : 'withdraw_refund'
}
