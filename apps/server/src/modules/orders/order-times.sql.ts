import type { Tx } from '../../platform/db.ts'

/** Gives a pending order more time to be paid. */
export async function updateOrderExpiry(tx: Tx, orderId: number, change: { expiresAt: Date; at: Date }): Promise<void> {
  await tx.updateTable('orders.orders').set({ expires_at: change.expiresAt, updated_at: change.at })
    .where('id', '=', orderId).execute()
}
