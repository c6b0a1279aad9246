import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'

export type RowsAsked = { limit: number; offset: number }

const TOTAL_KEPT_MS = 3_000

/**
 * The rows of one page out of an ordered select. How many are asked for stays hidden from the planner (a subselect),
 * and a fixed 100 tells it that they are few: so the plan prepared once is the good one, whatever the page size.
 */
export function rowsOfPage(ordered: RawBuilder<unknown>, { limit, offset }: RowsAsked): RawBuilder<unknown> {
  return offset === 0
    ? sql`select * from (${ordered} limit 100) as few limit (select ${limit}::int)`
    : sql`select * from (${ordered} limit (select ${limit}::int) offset (select ${offset}::bigint)) as few limit 100`
}

/**
 * How many rows there are in all. A page that is not full says it by itself; otherwise the count of a public list may
 * be a few seconds old.
 */
export async function totalOf(
  found: { rowQty: number; asked: RowsAsked }, db: Db, key: string | null, count: () => Promise<number>,
): Promise<number> {
  const { rowQty, asked } = found
  const seen = asked.offset + rowQty
  if (rowQty < asked.limit && (rowQty > 0 || asked.offset === 0)) return seen
  const total = key === null ? await count() : await keptBriefly(db, key, TOTAL_KEPT_MS, count)
  return rowQty > 0 ? Math.max(total, seen) : total
}
