import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { isStaff } from '../accounts/index.ts'
import { insertOperations } from './operation-records.sql.ts'
import { repairMachine } from './repair-machine.ts'
import { insertRepair, selectOpenRepairId } from './repairs.sql.ts'
import { isUnitCode } from './unit-code.ts'
import type { Actor, Unit } from './unit.ts'
import { lockUnit } from './units.sql.ts'
import { warrantyStanding } from './warranty.ts'

export type ReportRepair = {
  unit: { id: number } | { code: string }
  reason: string
  remark: string
  repairAt: Date | null
  actor: Actor
  at: Date
}

/**
 * Asks for a repair of a unit: its owner, or staff (B-22), who may do so for a shipped unit that nobody owns yet.
 * A unit has one open repair at a time. @returns the repair's id
 * Throws lifecycle.unit_not_found, lifecycle.repair_not_yours, lifecycle.unit_not_repairable, lifecycle.repair_open.
 */
export async function reportRepair(tx: Tx, input: ReportRepair): Promise<number> {
  const { actor, at } = input
  const isKey = 'id' in input.unit || isUnitCode(input.unit.code)
  const unit = isKey ? await lockUnit(tx, input.unit) : null
  if (!unit) throw new Refusal('lifecycle.unit_not_found')
  refuseStranger(unit, actor)
  if (unit.state === 'created') throw new Refusal('lifecycle.unit_not_repairable')
  if ((await selectOpenRepairId(tx, unit.id)) !== null) throw new Refusal('lifecycle.repair_open')
  const wasInWarranty = warrantyStanding(unit.warrantyEndOn, at).isRunning
  const repairId = await insertRepair(tx, {
    unitId: unit.id, state: repairMachine.initial, reason: input.reason, remark: input.remark, repairAt: input.repairAt,
    wasInWarranty, reporterId: actor.id, at,
  })
  const detail = { repairId, wasInWarranty }
  await insertOperations(tx, { type: 'repair_create', operatorId: actor.id, unitIds: [unit.id], detail, at })
  await record(tx, { type: 'lifecycle.repair_reported.v1', at, body: { repairId, unitId: unit.id } })
  return repairId
}

/** Who cannot see the unit hears that it does not exist; its agent sees it, but does not ask for repairs. */
function refuseStranger(unit: Unit, actor: Actor): void {
  if (isStaff(actor) || unit.ownerId === actor.id) return
  const isItsAgent = actor.isAgent && unit.agentId === actor.id
  throw new Refusal(isItsAgent ? 'lifecycle.repair_not_yours' : 'lifecycle.unit_not_found')
}
