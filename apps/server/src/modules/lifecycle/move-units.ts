import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { unitMachine } from './unit-machine.ts'
import type { UnitMove } from './unit-machine.ts'
import type { Unit } from './unit.ts'
import { updateUnitStates } from './units.sql.ts'
import type { UnitChange } from './units.sql.ts'

export type MoveUnits = { move: UnitMove; change: UnitChange; at: Date }

/** The one writer of a unit's state. The caller holds the locks. Throws lifecycle.unit_move_refused. */
export async function moveUnits(tx: Tx, units: readonly Unit[], { move, change, at }: MoveUnits): Promise<void> {
  const stuck = units.find((unit) => nextState(unitMachine, unit.state, move) === null)
  if (stuck) throw new Refusal('lifecycle.unit_move_refused', { code: stuck.code, status: stuck.state })
  const ids = units.map((unit) => unit.id)
  await updateUnitStates(tx, ids, unitMachine.moves[move].to, { ...change, updated_at: at })
}
