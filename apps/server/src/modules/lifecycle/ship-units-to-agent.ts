import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { selectUser } from '../accounts/index.ts'
import { moveUnits } from './move-units.ts'
import { insertOperations } from './operation-records.sql.ts'
import { refuseBadCodes } from './refused-codes.ts'
import { isUnitCode } from './unit-code.ts'
import type { CodeReason, Unit } from './unit.ts'
import { lockUnits } from './units.sql.ts'

export type ShipUnitsToAgent = { codes: readonly string[]; agentId: number; actorId: number; at: Date }

/**
 * Ships units from stock to an agent, all or none (B-15).
 * Throws lifecycle.not_an_agent, lifecycle.codes_refused with every code that cannot be shipped.
 */
export async function shipUnitsToAgent(tx: Tx, input: ShipUnitsToAgent): Promise<Unit[]> {
  const { codes, agentId, actorId, at } = input
  if (!(await selectUser(tx, agentId))?.is_agent) throw new Refusal('lifecycle.not_an_agent', { agent_id: agentId })
  const units = await lockUnits(tx, codes.filter(isUnitCode))
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  refuseBadCodes(codes, (code) => whyNotShipped(byCode.get(code)))
  await moveUnits(tx, units, { move: 'ship', change: { shipped_at: at, agent_id: agentId }, at })
  const unitIds = units.map((unit) => unit.id)
  await insertOperations(tx, { type: 'ship', operatorId: actorId, unitIds, detail: { agentId }, at })
  await record(tx, { type: 'lifecycle.units_shipped.v1', at, body: { agentId, unitQty: units.length } })
  return units
}

function whyNotShipped(unit: Unit | undefined): CodeReason | null {
  if (!unit) return 'unknown'
  if (unit.state === 'activated') return 'already_activated'
  return unit.state === 'shipped' ? 'already_shipped' : null
}
