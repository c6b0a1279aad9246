import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import { noteAudit } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { suspenseMachine } from './suspense.ts'
import type { Suspense } from './suspense.ts'
import { insertSuspenseMove, updateSuspenseState } from './suspense.sql.ts'

export type MoveSuspense = {
  move: keyof typeof suspenseMachine.moves
  /** The order that it pays, when a person found it. */
  orderId?: number
  actorId?: number | null
  note?: string
  at: Date
}

/**
 * The one writer of a suspense entry's state, with a line in its history. The caller holds its lock.
 * Throws payments.suspense_settled.
 */
export async function moveSuspense(tx: Tx, entry: Suspense, input: MoveSuspense): Promise<Suspense> {
  const { move, orderId, actorId = null, note = '', at } = input
  const to = nextState(suspenseMachine, entry.state, move)
  const moved = to ? await updateSuspenseState(tx, entry.id, { from: entry.state, to, orderId, at }) : null
  if (!moved) throw new Refusal('payments.suspense_settled', { state: entry.state })
  await insertSuspenseMove(tx, entry.id, { event: move, from: entry.state, to: moved.state, actorId, note, at })
  const { provider, tradeNumber, tradeId, orderNumber, amountFen } = moved
  const fact = { provider, tradeNumber, tradeId, orderNumber, amountFen, actorId, at }
  await noteAudit(tx, { event: 'suspense_moved', verdict: move, ...fact })
  return moved
}
