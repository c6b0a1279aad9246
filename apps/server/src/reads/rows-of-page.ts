import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'
import type { KeptFor } from './kept-briefly.ts'
import { LARGE } from './kept-digest.ts'

export type RowsAsked = { limit: number; offset: number }

/** How old the count of a public list may be. */
export const TOTAL_KEPT_MS = 3_000
/** For lists at the desk: exact while there are few, a moment old when there are many. */
export const keptWhenMany = (qty: number): number => (qty < LARGE ? 0 : TOTAL_KEPT_MS)

/**
 * The rows of one page out of an ordered select. How many are asked for stays hidden from the planner (a subselect),
 * and a fixed 100 tells it that they are few: so the plan prepared once is the good one, whatever the page size.
 */
export function rowsOfPage(ordered: RawBuilder<unknown>, { limit, offset }: RowsAsked): RawBuilder<unknown> {
  return offset === 0
    ? sql`select * from (${ordered} limit 100) as few limit (select ${limit}::int)`
    : sql`select * from (${ordered} limit (select ${limit}::int) offset (select ${offset}::bigint)) as few limit 100`
}

type Found = { rows: readonly unknown[]; asked: RowsAsked; db: Db }

/**
 * How many rows there are in all. A page that is not full says it by itself; otherwise the count may be as old as it is
 * kept for, a few seconds for a public list.
 */
export async function totalOf(
  { rows, asked, db }: Found, { key, keptFor }: { key: string; keptFor: KeptFor<number> }, count: () => Promise<number>,
): Promise<number> {
  const seen = asked.offset + rows.length
  if (rows.length < asked.limit && (rows.length > 0 || asked.offset === 0)) return seen
  const total = await keptBriefly(db, key, keptFor, count)
  return rows.length > 0 ? Math.max(total, seen) : total
}
