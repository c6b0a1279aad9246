import type { Tx } from '../../platform/db.ts'

/** Notes that a refund's money has left twice. @returns false when that is known already */
export async function insertRepeat(
  tx: Tx, repeat: { refundId: number; account: string | null; at: Date },
): Promise<boolean> {
  const row = await tx.insertInto('payments.refund_repeats')
    .values({ refund_id: repeat.refundId, account: repeat.account, at: repeat.at })
    .onConflict((on) => on.doNothing()).returning('refund_id').executeTakeFirst()
  return row !== undefined
}

export type RepeatClosing = { refundId: number; closedAs: 'returned' | 'written_off'; actorId: number; at: Date }

/** @returns false when there is none that is open */
export async function closeRepeat(tx: Tx, { refundId, closedAs, actorId, at }: RepeatClosing): Promise<boolean> {
  const row = await tx.updateTable('payments.refund_repeats')
    .set({ closed_at: at, closed_as: closedAs, actor_id: actorId })
    .where('refund_id', '=', refundId).where('closed_at', 'is', null).returning('refund_id').executeTakeFirst()
  return row !== undefined
}
