import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import type { Suspense } from './suspense.ts'
import { lockSuspense } from './suspense.sql.ts'

/** Locks an entry of the suspense. Throws payments.suspense_not_found. */
export async function requireSuspense(tx: Tx, id: number): Promise<Suspense> {
  const entry = await lockSuspense(tx, id)
  if (!entry) throw new Refusal('payments.suspense_not_found')
  return entry
}
