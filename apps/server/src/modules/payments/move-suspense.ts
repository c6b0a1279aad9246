import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { suspenseMachine } from './suspense.ts'
import type { Suspense } from './suspense.ts'
import { updateSuspenseState } from './suspense.sql.ts'

export type MoveSuspense = { move: keyof typeof suspenseMachine.moves; at: Date }

/** The one writer of a suspense entry's state. The caller holds its lock. Throws payments.suspense_settled. */
export async function moveSuspense(tx: Tx, entry: Suspense, input: MoveSuspense): Promise<Suspense> {
  const to = nextState(suspenseMachine, entry.state, input.move)
  const moved = to ? await updateSuspenseState(tx, entry.id, { from: entry.state, to, at: input.at }) : null
  if (!moved) throw new Refusal('payments.suspense_settled', { state: entry.state })
  return moved
}
