import { Refusal } from '@hearth/kernel/errors'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import type { OrderStatus } from '@hearth/kernel/order-status'
import type { OrderMove } from './order-machine.ts'

/** A move that the order's state does not allow: it names the state, which somebody may just have changed. */
export function moveRefused(status: OrderStatus, move: OrderMove): Refusal {
  return new Refusal('orders.move_refused', { status, move, status_words: orderStatusLabels[status] })
}
