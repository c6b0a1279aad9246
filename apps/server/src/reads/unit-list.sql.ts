import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { Db } from '../platform/db.ts'

/** A unit with everything its view shows. */
export type UnitRow = {
  id: number; code: string; state: 'created' | 'shipped' | 'activated'; in_repair: boolean; remark: string
  product_type_id: number; type_name: string; type_model: string; warranty_months: number
  agent_id: number | null; agent_name: string | null; owner_id: number | null; owner_name: string | null
  shipped_at: Date | null; activated_at: Date | null; warranty_start_on: string | null; warranty_end_on: string | null
  order_line_id: number | null; order_number: string | null; created_at: Date; updated_at: Date
}

/** Whose units: null for everybody's, else those that he owns and, for an agent, those shipped to him. */
export type UnitScope = { ownerId: number; agentId: number | null } | null

export type UnitFilter = {
  scope: UnitScope
  status?: 'created' | 'shipped' | 'activated' | 'in_repair'
  productTypeId?: number
  agentId?: number
  ownerId?: number
  code?: string
}

const columns = sql`
  n.id, n.code, n.state, n.remark, n.product_type_id, t.name as type_name, t.model as type_model, t.warranty_months,
  n.agent_id, a.username as agent_name, n.owner_id, w.username as owner_name, n.shipped_at, n.activated_at,
  n.warranty_start_on, n.warranty_end_on, n.order_line_id, o.number as order_number, n.created_at, n.updated_at,
  ${openRepair()} as in_repair`

const joins = sql`
  join lifecycle.product_types t on t.id = n.product_type_id
  left join accounts.users a on a.id = n.agent_id
  left join accounts.users w on w.id = n.owner_id
  left join orders.orders o on o.id = n.order_id`

function openRepair(): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from lifecycle.repairs r where r.unit_id = n.id and r.state in ('pending', 'in_progress'))`
}

/** A page of units, newest first: one statement. */
export async function selectUnits(db: Db, filter: UnitFilter, ask: PageAsk): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    with page as materialized (
      select n.* from lifecycle.units n ${whereOf(filter)}
      order by n.id desc limit ${ask.pageSize} offset ${offsetOf(ask)})
    select ${columns} from page n ${joins} order by n.id desc`.execute(db)
  return rows
}

export async function countUnits(db: Db, filter: UnitFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from lifecycle.units n ${whereOf(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** The units with these ids, in this order: one statement. */
export async function selectUnitsById(db: Db, ids: readonly number[]): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select ${columns} from unnest(${ids}::bigint[]) with ordinality as asked(id, place)
    join lifecycle.units n on n.id = asked.id ${joins} order by asked.place`.execute(db)
  return rows
}

/** One unit by id or code, or null. Whether the caller may see it is decided with it in hand. */
export async function selectUnit(db: Db, key: { id: number } | { code: string }): Promise<UnitRow | null> {
  const is = 'id' in key ? sql`n.id = ${key.id}` : sql`n.code = ${key.code}`
  const { rows } = await sql<UnitRow>`select ${columns} from lifecycle.units n ${joins} where ${is}`.execute(db)
  return rows[0] ?? null
}

const OWNED_AT_MOST = 200

/** The newest units of those who have this mobile or e-mail. */
export async function selectUnitsOfPeople(db: Db, by: { mobile: string } | { email: string }): Promise<UnitRow[]> {
  const person = 'mobile' in by ? sql`u.mobile = ${by.mobile}` : sql`lower(u.email) = lower(${by.email})`
  const { rows } = await sql<UnitRow>`
    select ${columns} from lifecycle.units n ${joins}
    where n.owner_id = any(array(select u.id from accounts.users u where ${person}))
    order by n.id desc limit ${OWNED_AT_MOST}`.execute(db)
  return rows
}

function whereOf(filter: UnitFilter): RawBuilder<unknown> {
  const { scope, status, productTypeId, agentId, ownerId, code } = filter
  const parts = [
    scope && (scope.agentId === null
      ? sql`n.owner_id = ${scope.ownerId}` : sql`(n.owner_id = ${scope.ownerId} or n.agent_id = ${scope.agentId})`),
    status === 'in_repair' && sql`n.id in (
      select r.unit_id from lifecycle.repairs r where r.state in ('pending', 'in_progress'))`,
    status && status !== 'in_repair' && sql`n.state = ${status} and not ${openRepair()}`,
    productTypeId !== undefined && sql`n.product_type_id = ${productTypeId}`,
    agentId !== undefined && sql`n.agent_id = ${agentId}`,
    ownerId !== undefined && sql`n.owner_id = ${ownerId}`,
    code !== undefined && sql`n.code = ${code}`,
  ].filter((part) => typeof part === 'object' && part !== null)
  return parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`
}
