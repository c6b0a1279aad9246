import type { Tx } from '../../platform/db.ts'
import type { Suspense } from './suspense.ts'
import { insertSuspense, lockSuspenseOfTrade } from './suspense.sql.ts'
import type { NewSuspense } from './suspense.sql.ts'

export type KeepInSuspense = NewSuspense

/**
 * Keeps money that cannot pay its order, once per trade.
 * @returns the entry, locked; its state tells what has come of it
 */
export async function keepInSuspense(tx: Tx, input: KeepInSuspense): Promise<Suspense> {
  const kept = await insertSuspense(tx, input) ?? await lockSuspenseOfTrade(tx, input.provider, input.tradeId)
  if (!kept) throw new Error(`The suspense entry of trade ${input.tradeId} is gone`)
  return kept
}
