import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { moveUnits } from './move-units.ts'
import { insertOperations } from './operation-records.sql.ts'
import { refuseBadCodes } from './refused-codes.ts'
import { isUnitCode } from './unit-code.ts'
import type { CodeReason, Unit } from './unit.ts'
import { lockUnits } from './units.sql.ts'

/** A line of an order and the codes of the units that go out for it: as many as were bought, or none. */
export type LineCodes = { orderLineId: number; productTypeId: number | null; qty: number; codes: readonly string[] }
export type BindUnits = { orderId: number; lines: readonly LineCodes[]; actorId: number; at: Date }

/**
 * Ships units to the buyer of an order and binds each to its line (contract, decisions 20 and 34), all or none.
 * Throws lifecycle.wrong_code_count, lifecycle.codes_refused with every code that cannot go out for its line.
 */
export async function bindUnitsToLines(tx: Tx, input: BindUnits): Promise<void> {
  const lines = input.lines.filter((line) => line.codes.length > 0)
  for (const { orderLineId, qty, codes } of lines) {
    if (codes.length !== qty) {
      throw new Refusal('lifecycle.wrong_code_count', { item_id: orderLineId, qty, given: codes.length })
    }
  }
  const codes = lines.flatMap((line) => line.codes)
  const units = new Map((await lockUnits(tx, codes.filter(isUnitCode))).map((unit) => [unit.code, unit]))
  const lineOf = new Map(lines.flatMap((line) => line.codes.map((code) => [code, line] as const)))
  refuseBadCodes(codes, (code) => whyNotBound(units.get(code), lineOf.get(code)?.productTypeId ?? null))
  for (const line of lines) {
    await bindLine(tx, input, { line, units: line.codes.flatMap((code) => units.get(code) ?? []) })
  }
}

async function bindLine(tx: Tx, input: BindUnits, { line, units }: { line: LineCodes; units: Unit[] }): Promise<void> {
  const { orderId, actorId, at } = input
  const { orderLineId } = line
  const change = { shipped_at: at, order_id: orderId, order_line_id: orderLineId }
  await moveUnits(tx, units, { move: 'ship', change, at })
  const unitIds = units.map((unit) => unit.id)
  await insertOperations(tx, { type: 'ship', operatorId: actorId, unitIds, detail: { orderId, orderLineId }, at })
}

function whyNotBound(unit: Unit | undefined, productTypeId: number | null): CodeReason | null {
  if (!unit) return 'unknown'
  if (unit.state === 'activated') return 'already_activated'
  if (unit.state === 'shipped') return unit.agentId === null ? 'already_shipped' : 'held_by_agent'
  return unit.productTypeId === productTypeId ? null : 'wrong_type'
}
