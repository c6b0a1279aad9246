import type { OrderView } from '@hearth/contracts/orders'

/** Whether money came in for the order: one that was cancelled before says what was due, not what was paid. */
export function wasPaid({ status, refund_info }: Pick<OrderView, 'status' | 'refund_info'>): boolean {
  return refund_info !== null || (status !== 'pending' && status !== 'cancelled')
}
