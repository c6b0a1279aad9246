import type { Tx } from '../../platform/db.ts'
import type { RepairState } from './repair-machine.ts'

export type Repair = {
  id: number
  unitId: number
  state: RepairState
  reason: string
  result: string
  remark: string
}

/** Locks the repair until the transaction ends. */
export async function lockRepair(tx: Tx, repairId: number): Promise<Repair | null> {
  const row = await tx.selectFrom('lifecycle.repairs').select(['id', 'unit_id', 'state', 'reason', 'result', 'remark'])
    .where('id', '=', repairId).forNoKeyUpdate().executeTakeFirst()
  return row ? { ...row, unitId: row.unit_id, state: row.state as RepairState } : null
}

/** Whether the unit has a repair that is not finished. */
export async function selectOpenRepairId(tx: Tx, unitId: number): Promise<number | null> {
  const row = await tx.selectFrom('lifecycle.repairs').select('id')
    .where('unit_id', '=', unitId).where('state', 'in', ['pending', 'in_progress']).executeTakeFirst()
  return row?.id ?? null
}

export type NewRepair = {
  unitId: number; state: RepairState; reason: string; remark: string; repairAt: Date | null; wasInWarranty: boolean
  reporterId: number; at: Date
}

export async function insertRepair(tx: Tx, repair: NewRepair): Promise<number> {
  const row = await tx.insertInto('lifecycle.repairs').values({
    unit_id: repair.unitId, state: repair.state, reason: repair.reason, remark: repair.remark,
    repair_at: repair.repairAt, was_in_warranty: repair.wasInWarranty, reporter_id: repair.reporterId,
    created_at: repair.at, updated_at: repair.at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export type RepairStateChange = { state: RepairState; handler_id: number; completed_at?: Date; updated_at: Date }

/** Writes the state of a locked repair and who moved it. */
export async function updateRepairState(tx: Tx, repairId: number, change: RepairStateChange): Promise<void> {
  const { state, ...rest } = change
  await tx.updateTable('lifecycle.repairs').set({ state, ...rest }).where('id', '=', repairId).execute()
}

export type RepairWords = { reason: string; result: string; remark: string }

export async function updateRepairWords(tx: Tx, repairId: number, words: RepairWords, at: Date): Promise<void> {
  await tx.updateTable('lifecycle.repairs').set({ ...words, updated_at: at }).where('id', '=', repairId).execute()
}
