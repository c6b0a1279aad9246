import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { moveRepair } from './move-repair.ts'
import { insertOperations } from './operation-records.sql.ts'
import type { RepairMove, RepairState } from './repair-machine.ts'
import { lockRepair, updateRepairWords } from './repairs.sql.ts'
import type { Repair, RepairWords } from './repairs.sql.ts'

export type ChangeRepair = {
  repairId: number
  /** The state to bring it to; the present one changes nothing. */
  state: RepairState | null
  words: Partial<RepairWords>
  actorId: number
  at: Date
}

const moves: Record<RepairState, RepairMove | null> = {
  pending: null, in_progress: 'take', completed: 'complete', cancelled: 'cancel',
}

/**
 * Takes, completes or cancels a repair and corrects its words (B-24, B-26); what the words were stays on record.
 * Staff only. Throws lifecycle.repair_not_found, lifecycle.repair_without_result, lifecycle.repair_move_refused.
 */
export async function changeRepair(tx: Tx, input: ChangeRepair): Promise<void> {
  const { repairId, words, actorId, at } = input
  const repair = await lockRepair(tx, repairId)
  if (!repair) throw new Refusal('lifecycle.repair_not_found')
  const move = moveTo(repair, input.state)
  const after = { reason: repair.reason, result: repair.result, remark: repair.remark, ...words }
  if (move === 'complete' && after.result.trim() === '') throw new Refusal('lifecycle.repair_without_result')
  const before = wordsBefore(repair, after)
  if (!move && !before) return
  if (before) await updateRepairWords(tx, repairId, after, at)
  if (move) await moveRepair(tx, repair, { move, actorId, at })
  const type = move === 'complete' ? 'repair_complete' as const : 'repair_update' as const
  const detail = { repairId, ...(move ? { move } : {}), ...(before ? { before } : {}) }
  await insertOperations(tx, { type, operatorId: actorId, unitIds: [repair.unitId], detail, at })
  if (move) await record(tx, { type: 'lifecycle.repair_moved.v1', at, body: { repairId, unitId: repair.unitId, move } })
}

function moveTo(repair: Repair, state: RepairState | null): RepairMove | null {
  if (state === null || state === repair.state) return null
  const move = moves[state]
  if (!move) throw new Refusal('lifecycle.repair_move_refused', { status: repair.state })
  return move
}

/** The words that change, as they were; null when none does. */
function wordsBefore(repair: Repair, after: RepairWords): Partial<RepairWords> | null {
  const names = (['reason', 'result', 'remark'] as const).filter((name) => repair[name] !== after[name])
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, repair[name]])) : null
}
