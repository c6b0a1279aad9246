import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { OrderStatus } from '@hearth/kernel/order-status'
import type { Tx } from '../../platform/db.ts'
import { moveRefused } from './move-refused.ts'
import { orderMachine } from './order-machine.ts'
import type { OrderMove } from './order-machine.ts'
import type { Order } from './order.ts'
import { lockOrder, updateOrderState } from './orders.sql.ts'

export type MoveOrder = {
  orderId: number
  move: OrderMove
  actorId: number | null
  note: string
  at: Date
  cancelReason?: string
  cancelledBy?: 'buyer' | 'staff' | 'timeout' | null
}

const stamps = { paid: 'paid_at', shipped: 'shipped_at', completed: 'completed_at', cancelled: 'cancelled_at' } as const

/**
 * Moves an order along its machine and writes its history: lock, decide, write.
 * Throws orders.not_found, orders.move_refused.
 */
export async function moveOrder(tx: Tx, input: MoveOrder): Promise<Order> {
  const order = await lockOrder(tx, input.orderId)
  if (!order) throw new Refusal('orders.not_found')
  const to = nextState(orderMachine, order.state, input.move)
  if (!to) throw moveRefused(order.state, input.move)
  const { orderId, move, actorId, note, at, cancelReason, cancelledBy } = input
  const row = { orderId, move, from: order.state, to, actorId, note, at }
  await updateOrderState(tx, { stamp: stampOf(move, to), cancelReason, cancelledBy }, row)
  return { ...order, state: to, ...(cancelledBy === undefined ? {} : { cancelledBy }) }
}

/** An order that goes back to what it was keeps the instant at which it became that. */
function stampOf(move: OrderMove, to: OrderStatus) {
  if (move.startsWith('withdraw_')) return null
  return to in stamps ? stamps[to as keyof typeof stamps] : null
}
