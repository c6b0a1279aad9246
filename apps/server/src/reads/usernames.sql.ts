import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** What people are called, by id. */
export async function selectUsernames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.selectFrom('accounts.users').select(['id', 'username'])
    .where('id', '=', sql<number>`any((select ${[...ids]}::bigint[])::bigint[])`).execute()
  return new Map(rows.map(({ id, username }) => [id, username]))
}
