import { Refusal } from '@hearth/kernel/errors'
import { nextState } from '@hearth/kernel/machine'
import type { Tx } from '../../platform/db.ts'
import { repairMachine } from './repair-machine.ts'
import type { RepairMove } from './repair-machine.ts'
import { updateRepairState } from './repairs.sql.ts'
import type { Repair } from './repairs.sql.ts'

export type MoveRepair = { move: RepairMove; actorId: number; at: Date }

/** The one writer of a repair's state. The caller holds the lock. Throws lifecycle.repair_move_refused. */
export async function moveRepair(tx: Tx, repair: Repair, { move, actorId, at }: MoveRepair): Promise<void> {
  const to = nextState(repairMachine, repair.state, move)
  if (!to) throw new Refusal('lifecycle.repair_move_refused', { status: repair.state, move })
  const stamp = move === 'complete' ? { completed_at: at } : {}
  await updateRepairState(tx, repair.id, { state: to, handler_id: actorId, updated_at: at, ...stamp })
}
