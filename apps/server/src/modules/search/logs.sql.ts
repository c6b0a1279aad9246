import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

export type SearchLogRow = { keyword: string; folded: string; userId: number | null; foundQty: number; at: Date }

export async function insertSearchLogs(tx: Tx, rows: readonly SearchLogRow[]): Promise<void> {
  await tx.insertInto('search.logs').values(rows.map((row) => ({
    keyword: row.keyword, folded: row.folded, user_id: row.userId, found_qty: row.foundQty, created_at: row.at,
  }))).execute()
}

export type OwnSearch = { id: number; keyword: string; created_at: Date }

/** A person's searches, the newest first; `distinct`: of one word only the last. */
export async function selectOwnSearches(
  db: Db, { userId, limit, distinct }: { userId: number; limit: number; distinct: boolean },
): Promise<OwnSearch[]> {
  const { rows } = await sql<OwnSearch>`
    select id, keyword, created_at from (
      select id, keyword, created_at, row_number() over (partition by folded order by id desc) as place
      from search.logs where user_id = ${userId}
    ) as own
    where place = 1 or not ${distinct}::boolean order by id desc limit ${limit}::int`.execute(db)
  return rows
}

/** @returns how many rows went; `folded` null means all of the person's */
export async function deleteOwnSearches(tx: Tx, userId: number, folded: string | null): Promise<number> {
  const done = await tx.deleteFrom('search.logs').where('user_id', '=', userId)
    .$if(folded !== null, (query) => query.where('folded', '=', folded ?? '')).executeTakeFirst()
  return Number(done.numDeletedRows)
}
