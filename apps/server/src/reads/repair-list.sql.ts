import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { Db } from '../platform/db.ts'

/** A repair with everything its view shows, and whose the unit is. */
export type RepairRow = {
  id: number; unit_id: number; code: string; type_name: string; reason: string; result: string; remark: string
  state: 'pending' | 'in_progress' | 'completed' | 'cancelled'; was_in_warranty: boolean; repair_at: Date | null
  reporter_id: number | null; reporter_name: string | null; handler_id: number | null; handler_name: string | null
  completed_at: Date | null; created_at: Date; updated_at: Date; owner_id: number | null; agent_id: number | null
}

export type RepairFilter = {
  /** Whose units: null for everybody's, else those that he owns and, for an agent, those shipped to him. */
  scope: { ownerId: number; agentId: number | null } | null
  state?: RepairRow['state']
  unitId?: number
  code?: string
}

const columns = sql`
  p.id, p.unit_id, n.code, t.name as type_name, p.reason, p.result, p.remark, p.state, p.was_in_warranty, p.repair_at,
  p.reporter_id, e.username as reporter_name, p.handler_id, h.username as handler_name, p.completed_at, p.created_at,
  p.updated_at, n.owner_id, n.agent_id`

const joins = sql`
  join lifecycle.units n on n.id = p.unit_id
  join lifecycle.product_types t on t.id = n.product_type_id
  left join accounts.users e on e.id = p.reporter_id
  left join accounts.users h on h.id = p.handler_id`

/** A page of repairs, newest first: one statement. */
export async function selectRepairs(db: Db, filter: RepairFilter, ask: PageAsk): Promise<RepairRow[]> {
  const { rows } = await sql<RepairRow>`
    with page as materialized (
      select r.* from lifecycle.repairs r ${whereOf(filter)}
      order by r.id desc limit ${ask.pageSize} offset ${offsetOf(ask)})
    select ${columns} from page p ${joins} order by p.id desc`.execute(db)
  return rows
}

export async function countRepairs(db: Db, filter: RepairFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from lifecycle.repairs r ${whereOf(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** One repair, or null. Whether the caller may see it is decided with it in hand. */
export async function selectRepair(db: Db, id: number): Promise<RepairRow | null> {
  const { rows } = await sql<RepairRow>`
    select ${columns} from lifecycle.repairs p ${joins} where p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

function whereOf({ scope, state, unitId, code }: RepairFilter): RawBuilder<unknown> {
  const parts = [
    // Each half of a union is answered from its index alone; an `or` fetches every unit that the agent ever had.
    scope && sql`r.unit_id in (
      select n.id from lifecycle.units n where n.owner_id = ${scope.ownerId}
      union all select n.id from lifecycle.units n where n.agent_id = ${scope.agentId}::bigint)`,
    state && sql`r.state = ${state}`,
    unitId !== undefined && sql`r.unit_id = ${unitId}`,
    code !== undefined && sql`r.unit_id in (select n.id from lifecycle.units n where n.code = ${code})`,
  ].filter((part) => typeof part === 'object' && part !== null)
  return parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`
}
