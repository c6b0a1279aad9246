import { noteAudit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { bookSuspense } from './book-money.ts'
import type { Suspense } from './suspense.ts'
import { insertSuspense, insertSuspenseMove, lockSuspenseOfTrade } from './suspense.sql.ts'
import type { NewSuspense } from './suspense.sql.ts'

export type KeepInSuspense = NewSuspense

/**
 * Keeps money that cannot pay its order, once per trade, and books it.
 * @returns the entry, locked; its state tells what has come of it
 */
export async function keepInSuspense(tx: Tx, input: KeepInSuspense): Promise<Suspense> {
  const fresh = await insertSuspense(tx, input)
  if (fresh) {
    await insertSuspenseMove(tx, fresh.id, { event: 'keep', from: null, to: 'open', actorId: null, note: '', at: input.at })
    await bookSuspense(tx, fresh, input.at)
    const { provider, tradeNumber, tradeId, orderNumber, amountFen, reason: verdict } = fresh
    const fact = { provider, verdict, tradeNumber, tradeId, orderNumber, amountFen, at: input.at }
    await noteAudit(tx, { event: 'suspense_kept', ...fact })
    return fresh
  }
  const kept = await lockSuspenseOfTrade(tx, input.provider, input.tradeId)
  if (!kept) throw new Error(`The suspense entry of trade ${input.tradeId} is gone`)
  return kept
}
