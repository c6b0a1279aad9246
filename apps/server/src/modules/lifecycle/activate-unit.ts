import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { isStaff, selectUser } from '../accounts/index.ts'
import { lockOrder } from '../orders/index.ts'
import { moveUnits } from './move-units.ts'
import { insertOperations } from './operation-records.sql.ts'
import { selectProductType } from './product-types.sql.ts'
import { isUnitCode } from './unit-code.ts'
import type { Actor, Unit } from './unit.ts'
import { lockUnit } from './units.sql.ts'
import { warrantySpan } from './warranty.ts'

export type ActivateUnit = {
  code: string
  /** Whose it becomes; null is the actor himself. */
  customerId: number | null
  actor: Actor
  at: Date
}

/**
 * Makes a shipped unit somebody's and starts its warranty on this day in Asia/Shanghai (B-16; decisions 11 and 39).
 * Only staff and the unit's agent name somebody else. Of two at once one becomes the owner.
 * Throws lifecycle.unit_not_found, lifecycle.not_for_others, lifecycle.unknown_customer, lifecycle.unit_not_shipped,
 * lifecycle.unit_already_activated.
 */
export async function activateUnit(tx: Tx, input: ActivateUnit): Promise<Unit> {
  const { code, actor, at } = input
  const ownerId = input.customerId ?? actor.id
  const unit = isUnitCode(code) ? await lockUnit(tx, { code }) : null
  if (!unit) throw new Refusal('lifecycle.unit_not_found')
  const mayForOthers = isStaff(actor) || (actor.isAgent && unit.agentId === actor.id)
  if (ownerId !== actor.id && !mayForOthers) throw new Refusal('lifecycle.not_for_others')
  if (unit.state === 'created') throw new Refusal('lifecycle.unit_not_shipped')
  if (unit.state === 'activated') throw new Refusal('lifecycle.unit_already_activated')
  if (!(await selectUser(tx, ownerId))) throw new Refusal('lifecycle.unknown_customer', { customer_id: ownerId })
  const { startOn, endOn } = warrantySpan(at, (await selectProductType(tx, unit.productTypeId))?.warrantyMonths ?? 0)
  const ownerIsBuyer = await isBuyer(tx, unit, ownerId)
  await moveUnits(tx, [unit], {
    move: 'activate', at,
    change: {
      owner_id: ownerId, owner_is_buyer: ownerIsBuyer, activated_at: at, warranty_start_on: startOn,
      warranty_end_on: endOn,
    },
  })
  const detail = { ownerId, ownerIsBuyer, warrantyEndOn: endOn }
  await insertOperations(tx, { type: 'activate', operatorId: actor.id, unitIds: [unit.id], detail, at })
  await record(tx, { type: 'lifecycle.unit_activated.v1', at, body: { unitId: unit.id, ownerId } })
  return { ...unit, state: 'activated', ownerId, warrantyEndOn: endOn }
}

/** Null when the unit was not sold by an order. */
async function isBuyer(tx: Tx, unit: Unit, ownerId: number): Promise<boolean | null> {
  const order = unit.orderId === null ? null : await lockOrder(tx, unit.orderId)
  return order ? order.userId === ownerId : null
}
