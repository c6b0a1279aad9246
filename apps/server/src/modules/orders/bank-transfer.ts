import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import {
  endPayment, hasBankProof, isOpen, lockBankReference, lockPayment, lockPaymentsOfOrder, selectPayment,
  updatePaymentExpiry, upsertBankProof,
} from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { updateOrderExpiry } from './order-times.sql.ts'
import { lockOrder } from './orders.sql.ts'
import { settlePaidTrade } from './settle-payment.ts'
import type { Settlement } from './settle-payment.ts'

/** `holdMs`: how long the first proof of an order keeps its stock for staff to look at the bank account. */
export type ProveTransfer = {
  paymentId: number
  userId: number
  imagePath: string | null
  note: string
  holdMs: number
  at: Date
}

/**
 * Keeps what the buyer sent to prove a bank transfer. The first proof of an order gives it more time, once.
 * Throws payments.not_found, payments.not_transfer, payments.closed, payments.expired.
 */
export async function proveTransfer(tx: Tx, input: ProveTransfer): Promise<Payment> {
  const { paymentId, imagePath, note, at } = input
  const { order, payment } = await lockTransfer(tx, paymentId)
  if (payment.userId !== input.userId) throw new Refusal('payments.not_found')
  if (!isOpen(payment) || order.state !== 'pending') throw new Refusal('payments.closed', { state: payment.state })
  if (order.expiresAt <= at) throw new Refusal('payments.expired')
  const isFirst = !(await hasBankProof(tx, order.id))
  await upsertBankProof(tx, { paymentId, imagePath, note, uploadedAt: at })
  const heldUntil = new Date(at.getTime() + input.holdMs)
  if (isFirst && heldUntil > order.expiresAt) {
    await updateOrderExpiry(tx, order.id, { expiresAt: heldUntil, at })
    for (const each of (await lockPaymentsOfOrder(tx, order.id)).filter(isOpen)) {
      await updatePaymentExpiry(tx, each.id, { expiresAt: heldUntil, at })
    }
  }
  return await lockPayment(tx, paymentId) ?? payment
}

/** `reference`: the bank's number of the transfer, used once. */
export type ConfirmTransfer = {
  paymentId: number
  amountFen: number
  reference: string
  actorId: number
  note: string
  at: Date
}

/**
 * Staff have seen the money at the bank: it pays its order, or is kept as late money like any other.
 * Throws payments.not_found, payments.not_transfer, payments.transfer_amount, payments.reference_used.
 */
export async function confirmTransfer(tx: Tx, input: ConfirmTransfer): Promise<Settlement> {
  const { amountFen, reference, at } = input
  const { order, payment } = await lockTransfer(tx, input.paymentId)
  if (payment.amountFen !== amountFen || order.payableFen !== amountFen) {
    throw new Refusal('payments.transfer_amount', { due: yuanText(order.payableFen), received: yuanText(amountFen) })
  }
  const usedBy = await lockBankReference(tx, reference, order.id)
  if (usedBy !== null && usedBy !== payment.id) throw new Refusal('payments.reference_used', { payment: usedBy })
  const { actorId, note } = input
  const trade = { method: 'bank', tradeNumber: payment.tradeNumber, tradeId: reference, amountFen } as const
  return settlePaidTrade(tx, { ...trade, by: { actorId, note }, at })
}

/** Staff do not find the money: the attempt fails with a reason for the buyer. Throws payments.closed. */
export async function rejectTransfer(
  tx: Tx, input: { paymentId: number; actorId: number; reason: string; at: Date },
): Promise<Payment> {
  const { paymentId, actorId, reason, at } = input
  const { payment } = await lockTransfer(tx, paymentId)
  const rejected = await endPayment(tx, {
    paymentId, move: 'fail', event: 'reject', actorId, note: reason, isClosed: false, at,
  })
  if (!rejected) throw new Refusal('payments.closed', { state: payment.state })
  return rejected
}

async function lockTransfer(tx: Tx, paymentId: number) {
  const seen = await selectPayment(tx, paymentId)
  const order = seen && await lockOrder(tx, seen.orderId)
  const payment = seen && await lockPayment(tx, paymentId)
  if (!order || !payment) throw new Refusal('payments.not_found')
  if (payment.method !== 'bank') throw new Refusal('payments.not_transfer')
  return { order, payment }
}
