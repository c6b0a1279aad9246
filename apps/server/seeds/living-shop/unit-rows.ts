import type { Person } from './people.ts'
import { personNamed } from './people.ts'
import type { Repair } from './repairs.ts'
import { numbered } from './rows.ts'
import type { Row, ShopRows } from './rows.ts'
import type { Unit } from './units.ts'

type UnitRows = Pick<ShopRows, 'lifecycle.units' | 'lifecycle.repairs' | 'lifecycle.operation_records'>
type Operation = Row<'lifecycle.operation_records'>

/** Machines, their repairs, and the record of everything that was done to them. */
export function unitRows(units: readonly Unit[], repairs: readonly Repair[], people: readonly Person[]): UnitRows {
  const [adminId, staffId] = [personNamed(people, 'admin').id, personNamed(people, 'support1').id]
  const operations = [
    ...units.flatMap((unit) => unitOperations(unit, { adminId, staffId })),
    ...repairs.flatMap((repair) => repairOperations(repair, staffId)),
  ]
  return {
    'lifecycle.units': units.map(unitRow),
    'lifecycle.repairs': repairs.map((repair) => repairRow(repair, staffId)),
    'lifecycle.operation_records': numbered(operations, (operation) => operation.at as Date),
  }
}

function unitRow({ id, code, product, createdAt, agent, sold, shippedAt, activation }: Unit): Row<'lifecycle.units'> {
  return {
    id, code, product_type_id: product.id, state: activation ? 'activated' : shippedAt ? 'shipped' : 'created',
    remark: '', agent_id: agent?.id ?? null, order_id: sold?.order.id ?? null, order_line_id: sold?.line.id ?? null,
    shipped_at: shippedAt, owner_id: activation?.owner.id ?? null, owner_is_buyer: activation?.isBuyer ?? null,
    activated_at: activation?.at ?? null, warranty_start_on: activation?.startOn ?? null,
    warranty_end_on: activation?.endOn ?? null, created_at: createdAt,
    updated_at: activation?.at ?? shippedAt ?? createdAt,
  }
}

function operation(
  operation_type: string, { unit, by, at }: { unit: Unit; by: number; at: Date }, detail: Record<string, unknown>,
): Operation {
  return { operation_type, operator_id: by, unit_id: unit.id, detail: detail as Operation['detail'], at }
}

function unitOperations(unit: Unit, { adminId, staffId }: { adminId: number; staffId: number }): Operation[] {
  const { product, createdAt, agent, sold, shippedAt, activation } = unit
  const done = [operation('bulk_create', { unit, by: adminId, at: createdAt }, { productTypeId: product.id })]
  if (shippedAt && agent) done.push(operation('ship', { unit, by: staffId, at: shippedAt }, { agentId: agent.id }))
  if (shippedAt && sold) {
    const detail = { orderId: sold.order.id, orderLineId: sold.line.id }
    done.push(operation('ship', { unit, by: staffId, at: shippedAt }, detail))
  }
  if (activation) {
    const { owner, by, isBuyer, at, endOn } = activation
    const detail = { ownerId: owner.id, ownerIsBuyer: isBuyer, warrantyEndOn: endOn }
    done.push(operation('activate', { unit, by: by.id, at }, detail))
  }
  return done
}

function repairRow(repair: Repair, staffId: number): Row<'lifecycle.repairs'> {
  const { id, unit, seed, state, createdAt, takenAt, endedAt, wasInWarranty, remark } = repair
  const isDone = state === 'completed'
  return {
    id, unit_id: unit.id, reason: seed.reason, state, result: isDone ? seed.result : '', remark, repair_at: null,
    was_in_warranty: wasInWarranty, reporter_id: unit.activation?.owner.id ?? null,
    handler_id: takenAt ?? endedAt ? staffId : null, completed_at: isDone ? endedAt : null, created_at: createdAt,
    updated_at: endedAt ?? takenAt ?? createdAt,
  }
}

/** As the lifecycle module writes them: with the move that was made, and the words as they were before. */
function repairOperations(repair: Repair, staffId: number): Operation[] {
  const { id: repairId, unit, state, createdAt, takenAt, endedAt, wasInWarranty } = repair
  const by = unit.activation?.owner.id ?? staffId
  const done = [operation('repair_create', { unit, by, at: createdAt }, { repairId, wasInWarranty })]
  if (takenAt) done.push(operation('repair_update', { unit, by: staffId, at: takenAt }, { repairId, move: 'take' }))
  if (state === 'completed' && endedAt) {
    const detail = { repairId, move: 'complete', before: { result: '' } }
    done.push(operation('repair_complete', { unit, by: staffId, at: endedAt }, detail))
  }
  if (state === 'cancelled' && endedAt) {
    const detail = { repairId, move: 'cancel', before: { remark: '' } }
    done.push(operation('repair_update', { unit, by: staffId, at: endedAt }, detail))
  }
  return done
}
