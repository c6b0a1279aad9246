import type { RepairView, UnitView, WarrantyView } from '@hearth/contracts/units'
import { isoShanghai } from '@hearth/kernel/dates'
import { isStaff } from '../modules/accounts/index.ts'
import type { Person } from '../modules/accounts/index.ts'
import { repairMoves, warrantyStanding } from '../modules/lifecycle/index.ts'
import type { RepairRow } from '../reads/repair-list.sql.ts'
import type { UnitRow, UnitScope } from '../reads/unit-list.sql.ts'
import type { Deps } from './deps.ts'

/** Success of the lifecycle family (contract §1.2). */
export function lifecycleAnswer<T>(data: T) {
  return { status: 'success' as const, data }
}

/** Staff see every unit, an agent those shipped to him, everybody those that he owns. */
export function unitScope(person: Person): UnitScope {
  return isStaff(person) ? null : { ownerId: person.id, agentId: person.isAgent ? person.id : null }
}

/** The same rule with the unit in hand; what he does not see does not exist for him. */
export function seesUnit(person: Person | null, unit: { owner_id: number | null; agent_id: number | null }): boolean {
  if (!person) return false
  const scope = unitScope(person)
  if (scope === null || unit.owner_id === scope.ownerId) return true
  return scope.agentId !== null && unit.agent_id === scope.agentId
}

export function unitView(row: UnitRow, deps: Deps): UnitView {
  return {
    ...warrantyOf(row, deps), id: row.id, qrcode_id: row.code, product_type_id: row.product_type_id,
    product_type: { ...typeOf(row), id: row.product_type_id }, status: statusOf(row), remark: row.remark,
    agent_id: row.agent_id, agent: row.agent_name, shipped_at: instant(row.shipped_at),
    customer_id: row.owner_id, customer: row.owner_name, activated_at: instant(row.activated_at),
    order_item_id: row.order_line_id, order_number: row.order_number,
    scan_url: deps.scanSigner.scanUrl(deps.config.publicUrl, row.code),
    created_at: isoShanghai(row.created_at), updated_at: isoShanghai(row.updated_at),
  }
}

/** What everybody may know of a unit: nothing of who has it. */
export function warrantyView(row: UnitRow, deps: Deps): WarrantyView {
  return {
    ...warrantyOf(row, deps), qrcode_id: row.code, product_type: typeOf(row), status: statusOf(row),
    is_activated: row.state === 'activated',
  }
}

/** A repair, with the moves that this person may make now: staff only. */
export function repairView(row: RepairRow, person: Person): RepairView {
  return {
    id: row.id, product_id: row.unit_id, qrcode_id: row.code, product_type: row.type_name, reason: row.reason,
    repair_time: instant(row.repair_at), result: row.result, remark: row.remark, status: row.state,
    reporter_id: row.reporter_id, reporter: row.reporter_name, handler_id: row.handler_id, handler: row.handler_name,
    in_warranty: row.was_in_warranty, completed_at: instant(row.completed_at), created_at: isoShanghai(row.created_at),
    updated_at: isoShanghai(row.updated_at), allowed_moves: isStaff(person) ? repairMoves(row.state) : [],
  }
}

function warrantyOf(row: UnitRow, deps: Deps) {
  const { isRunning, daysLeft } = warrantyStanding(row.warranty_end_on, deps.now())
  return {
    warranty_start: row.warranty_start_on, warranty_end: row.warranty_end_on, in_warranty: isRunning,
    days_left: daysLeft,
  }
}

function typeOf(row: UnitRow) {
  return { name: row.type_name, model: row.type_model, warranty_months: row.warranty_months }
}

function statusOf(row: UnitRow): UnitView['status'] {
  return row.in_repair ? 'in_repair' : row.state
}

function instant(at: Date | null): string | null {
  return at && isoShanghai(at)
}
