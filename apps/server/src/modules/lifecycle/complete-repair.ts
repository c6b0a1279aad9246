import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { changeRepair } from './change-repair.ts'
import { lockRepair } from './repairs.sql.ts'

export type CompleteRepair = { repairId: number; result: string; actorId: number; at: Date }

/**
 * Completes a repair with what was done (B-26). Staff only; one that is completed is not completed again.
 * Throws lifecycle.repair_not_found, lifecycle.repair_without_result, lifecycle.repair_move_refused.
 */
export async function completeRepair(tx: Tx, { repairId, result, actorId, at }: CompleteRepair): Promise<void> {
  const repair = await lockRepair(tx, repairId)
  if (repair?.state === 'completed') throw new Refusal('lifecycle.repair_move_refused', { status: repair.state })
  await changeRepair(tx, { repairId, state: 'completed', words: { result }, actorId, at })
}
