import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { moveSuspense } from './move-suspense.ts'
import type { Suspense } from './suspense.ts'
import { lockSuspense } from './suspense.sql.ts'

/**
 * Notes that money in suspense has paid its order after all. The caller, who holds the order's lock, has written the
 * payment in the same transaction. Throws payments.suspense_settled when the money has gone back or been used.
 */
export async function reviveSuspense(tx: Tx, suspense: Pick<Suspense, 'id'>, at: Date): Promise<Suspense> {
  const entry = await lockSuspense(tx, suspense.id)
  if (!entry) throw new Refusal('payments.not_found')
  return moveSuspense(tx, entry, { move: 'revive', at })
}
