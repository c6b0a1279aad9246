import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

/** What stands in an order that an administrator gives it. */
export type Ordered = 'banners' | 'cases' | 'entries' | 'channels'

const places = {
  banners: { table: 'content.banners', column: 'sort_order' },
  cases: { table: 'content.cases', column: 'sort_order' },
  entries: { table: 'content.entries', column: 'sequence' },
  channels: { table: 'content.channels', column: 'sequence' },
} as const

/** Locks rows, by id. @returns those of the ids that exist */
export async function lockOrdered(tx: Tx, what: Ordered, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from ${sql.table(places[what].table)}
    where id = any(${[...ids]}::bigint[]) order by id for update`.execute(tx)
  return rows.map((row) => row.id)
}

/** The first id gets place 1. */
export async function updateOrder(tx: Tx, what: Ordered, ids: readonly number[]): Promise<void> {
  const { table, column } = places[what]
  await sql`update ${sql.table(table)} as t set ${sql.ref(column)} = wanted.place
    from unnest(${[...ids]}::bigint[]) with ordinality as wanted (id, place) where t.id = wanted.id`.execute(tx)
}
