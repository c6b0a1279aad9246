import type { OrderStatus } from '@hearth/kernel/order-status'
import type { Tx } from '../../platform/db.ts'

/** What the order was when its refund began. */
export async function selectStateBeforeRefund(tx: Tx, orderId: number): Promise<OrderStatus | null> {
  const row = await tx.selectFrom('orders.order_moves').select('from_state').where('order_id', '=', orderId)
    .where('move', '=', 'start_refund').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return (row?.from_state ?? null) as OrderStatus | null
}
