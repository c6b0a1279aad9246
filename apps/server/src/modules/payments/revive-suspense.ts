import type { Tx } from '../../platform/db.ts'
import { moveSuspense } from './move-suspense.ts'
import type { ByHand } from './refund-suspense.ts'
import { requireSuspense } from './require-suspense.ts'
import type { Suspense } from './suspense.ts'

/**
 * Notes that money in suspense has paid its order after all. The caller, who holds the order's lock, has written the
 * payment in the same transaction. Throws payments.suspense_settled when the money has gone back or been used.
 */
export async function reviveSuspense(
  tx: Tx, suspense: Pick<Suspense, 'id'>, at: Date, by: ByHand = { actorId: null, note: '' },
): Promise<Suspense> {
  return moveSuspense(tx, await requireSuspense(tx, suspense.id), { move: 'revive', ...by, at })
}

/** The same for money that came under a number nobody knows, and an order that a person found for it. */
export async function matchSuspense(
  tx: Tx, match: { suspenseId: number; orderId: number; at: Date }, by: ByHand,
): Promise<Suspense> {
  const { suspenseId, orderId, at } = match
  return moveSuspense(tx, await requireSuspense(tx, suspenseId), { move: 'match', orderId, ...by, at })
}
