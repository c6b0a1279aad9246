import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'
import { rowsOfPage, totalOf } from './rows-of-page.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type SearchLogRow = {
  id: number; keyword: string; user_id: number | null; username: string | null; found_qty: number; created_at: Date
}
/** `folded` null: every keyword. `since` null: all that is kept. `isFruitless` left out: whatever was found. */
export type SearchLogFilter = { folded: string | null; since: Date | null; isFruitless?: boolean }

const HOT_KEPT_MS = 2_000

/** One page of what was looked for, the newest first, and how many there are in all. */
export async function selectSearchLogs(
  db: Db, filter: SearchLogFilter, asked: RowsAsked,
): Promise<{ rows: SearchLogRow[]; total: number }> {
  const where = conditions(filter)
  const order = sql`g.created_at desc, g.id desc`
  const { rows } = await sql<SearchLogRow>`
    select g.id, g.keyword, g.user_id, u.username, g.found_qty, g.created_at
    from (${rowsOfPage(sql`select g.* from search.logs as g where ${where} order by ${order}`, asked)}) as g
    left join accounts.users as u on u.id = g.user_id order by ${order}`.execute(db)
  const total = await totalOf({ rows, asked, db }, { key: `search logs ${JSON.stringify(filter)}`, keptFor: 0 }, async () => {
    const counted = await sql<{ n: number }>`select count(*) as n from search.logs as g where ${where}`.execute(db)
    return counted.rows[0]?.n ?? 0
  })
  return { rows, total }
}

export async function selectSearchLog(db: Db, id: number): Promise<SearchLogRow | null> {
  const { rows } = await sql<SearchLogRow>`
    select g.id, g.keyword, g.user_id, u.username, g.found_qty, g.created_at
    from search.logs as g left join accounts.users as u on u.id = g.user_id where g.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type HotKeyword = { keyword: string; count: number }
/** `found`: only searches that found something. */
export type HotAsked = { limit: number; days: number; found: boolean; now: Date }

/** The words looked for most, each as it was spelled most; of two with one count the later one. May be seconds old. */
export function selectHotKeywords(db: Db, { limit, days, found, now }: HotAsked): Promise<HotKeyword[]> {
  const since = new Date(now.getTime() - days * 86_400_000)
  return keptBriefly(db, `hot keywords ${limit} ${days} ${found}`, HOT_KEPT_MS, async () => {
    const { rows } = await sql<HotKeyword>`
      select mode() within group (order by keyword) as keyword, count(*) as count from search.logs
      where created_at > ${since} and (found_qty > 0 or not ${found}::boolean)
      group by folded order by count(*) desc, max(id) desc limit ${limit}::int`.execute(db)
    return rows
  })
}

export type FruitlessKeyword = { keyword: string; count: number; last_at: Date }

/**
 * Words that were looked for in vain and still are: their last search found nothing. Each as it was spelled most,
 * the most looked for first.
 */
export async function selectFruitlessKeywords(
  db: Db, { limit, days, now }: Omit<HotAsked, 'found'>,
): Promise<FruitlessKeyword[]> {
  const since = new Date(now.getTime() - days * 86_400_000)
  const { rows } = await sql<FruitlessKeyword>`
    select mode() within group (order by keyword) as keyword, count(*) as count, max(created_at) as last_at
    from search.logs where created_at > ${since} group by folded
    having (array_agg(found_qty order by id desc))[1] = 0
    order by count(*) desc, max(id) desc limit ${limit}::int`.execute(db)
  return rows
}

function conditions({ folded, since, isFruitless }: SearchLogFilter): RawBuilder<unknown> {
  const all = [sql`true`]
  if (folded !== null) all.push(sql`strpos(g.folded, ${folded}) > 0`)
  if (since) all.push(sql`g.created_at > ${since}`)
  if (isFruitless !== undefined) all.push(isFruitless ? sql`g.found_qty = 0` : sql`g.found_qty > 0`)
  return sql.join(all, sql` and `)
}
