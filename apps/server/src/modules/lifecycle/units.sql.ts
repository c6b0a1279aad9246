import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { UnitState } from './unit-machine.ts'
import type { Unit } from './unit.ts'

const unitColumns = [
  'id', 'code', 'state', 'product_type_id', 'agent_id', 'order_id', 'owner_id', 'warranty_end_on',
] as const

type UnitRow = {
  id: number; code: string; state: string; product_type_id: number; agent_id: number | null; order_id: number | null
  owner_id: number | null; warranty_end_on: string | null
}

function unitOf(row: UnitRow): Unit {
  return {
    id: row.id, code: row.code, state: row.state as UnitState, productTypeId: row.product_type_id,
    agentId: row.agent_id, orderId: row.order_id, ownerId: row.owner_id, warrantyEndOn: row.warranty_end_on,
  }
}

/** Locks those of the units that exist, in the order of their codes, until the transaction ends. */
export async function lockUnits(tx: Tx, codes: readonly string[]): Promise<Unit[]> {
  const rows = await tx.selectFrom('lifecycle.units').select(unitColumns)
    .where(sql<boolean>`code = any(${codes}::text[])`).orderBy('code').forNoKeyUpdate().execute()
  return rows.map(unitOf)
}

/** Locks one unit by its code or its id until the transaction ends. */
export async function lockUnit(tx: Tx, key: { code: string } | { id: number }): Promise<Unit | null> {
  const row = await tx.selectFrom('lifecycle.units').select(unitColumns)
    .where((eb) => ('code' in key ? eb('code', '=', key.code) : eb('id', '=', key.id)))
    .forNoKeyUpdate().executeTakeFirst()
  return row ? unitOf(row) : null
}

export type NewUnits = { codes: readonly string[]; productTypeId: number; state: UnitState; remark: string; at: Date }
export type UnitName = { id: number; code: string }

/** Inserts units in the order of their codes. @returns those inserted; a code that exists already is left out */
export async function insertUnits(tx: Tx, units: NewUnits): Promise<UnitName[]> {
  const sorted = [...units.codes].sort()
  return tx.insertInto('lifecycle.units')
    .columns(['code', 'product_type_id', 'state', 'remark', 'created_at', 'updated_at'])
    .expression((eb) => eb.selectFrom(sql<{ code: string }>`unnest(${sorted}::text[])`.as<'given'>(sql`given(code)`))
      .select(['given.code', sql<number>`${units.productTypeId}::bigint`.as('product_type_id'),
        sql<string>`${units.state}::text`.as('state'), sql<string>`${units.remark}::text`.as('remark'),
        sql<Date>`${units.at}::timestamptz`.as('created_at'), sql<Date>`${units.at}::timestamptz`.as('updated_at')]))
    .onConflict((on) => on.column('code').doNothing())
    .returning(['id', 'code']).execute()
}

/** What changes with a state. */
export type UnitChange = {
  shipped_at?: Date; agent_id?: number; order_id?: number; order_line_id?: number
  owner_id?: number; owner_is_buyer?: boolean | null; activated_at?: Date
  warranty_start_on?: string; warranty_end_on?: string
}

/** Writes the state of locked units and what changes with it. */
export async function updateUnitStates(
  tx: Tx, unitIds: readonly number[], state: UnitState, change: UnitChange & { updated_at: Date },
): Promise<void> {
  await tx.updateTable('lifecycle.units').set({ state, ...change })
    .where(sql<boolean>`id = any(${unitIds}::bigint[])`).execute()
}
