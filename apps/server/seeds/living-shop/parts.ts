import { sql } from 'kysely'
import type { Db, Tx } from '../../src/platform/db.ts'

/** What of the living shop is told after its rows: stories of money, then the bills of two days. */
export type Part = 'stories' | 'bills'

/**
 * One process at a time loads: the others wait, and find nothing left to do. The lock goes with its connection, and so
 * with a process that is killed.
 */
export function oneAtATime<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(hashtext('sim'), hashtext('living_shop'))`.execute(holder)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(hashtext('sim'), hashtext('living_shop'))`.execute(holder)
    }
  })
}

/**
 * Notes that this part is still to come, since `at`. Written with the rows themselves: only a shop that was loaded here
 * has any.
 */
export async function putPart(tx: Tx, part: Part, at: Date): Promise<void> {
  await sql`create schema if not exists sim`.execute(tx)
  await sql`create table if not exists sim.living_shop_parts (part text primary key, at timestamptz not null)`.execute(tx)
  await sql`insert into sim.living_shop_parts (part, at) values (${part}, ${at})`.execute(tx)
}

/** Since when this part is to come; null when it does not (any more). */
export async function selectPart(db: Db, part: Part): Promise<Date | null> {
  if (!(await hasParts(db))) return null
  const { rows } = await sql<{ at: Date }>`select at from sim.living_shop_parts where part = ${part}`.execute(db)
  return rows[0]?.at ?? null
}

/** The part is told. */
export async function deletePart(tx: Tx, part: Part): Promise<void> {
  await sql`delete from sim.living_shop_parts where part = ${part}`.execute(tx)
}

/** Whether a loading was ended before its end. */
export async function isUnfinished(db: Db): Promise<boolean> {
  if (!(await hasParts(db))) return false
  const { rows } = await sql`select from sim.living_shop_parts limit 1`.execute(db)
  return rows.length > 0
}

async function hasParts(db: Db): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select to_regclass('sim.living_shop_parts') is not null as has`.execute(db)
  return rows[0]?.has ?? false
}
