import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { wordPlace } from './search-conditions.sql.ts'
import type { WordSearch } from './search-conditions.sql.ts'

/**
 * What a search finds, by id: the lowest first, those that are switched off too. The ranks are those of a search, and 6
 * where the name begins with all that was typed.
 */
export type Posting = {
  ids: Float64Array
  ranks: Uint8Array
  /** The first transaction whose changes this may lack. */
  asOf: string
}
export type PostingRow = { as_of: string; ids: number[] | null; ranks: string | null }

export async function selectPosting(db: Db, search: WordSearch): Promise<Posting> {
  const { rows } = await sql<PostingRow>`select ${postingColumns} from ${hits(search)} as hits`.execute(db)
  return postingOf(rows[0])
}

export function postingOf(row: PostingRow | undefined): Posting {
  return {
    asOf: row?.as_of ?? '0', ids: Float64Array.from(row?.ids ?? []),
    ranks: Uint8Array.from(row?.ranks ?? '', Number),
  }
}

/** The columns of a {@link PostingRow} from all of `hits`. */
export const postingColumns = sql`
  pg_snapshot_xmin(pg_current_snapshot())::text as as_of, to_json(array_agg(id order by id)) as ids,
  string_agg(rank::text, '' order by id) as ranks`

/** The ids and ranks of what a search finds, from its texts alone. */
export function hits({ phrase, words, grams }: WordSearch): RawBuilder<unknown> {
  return sql`(
    select w.product_id as id, case when starts_with(w.name_text, ${phrase}) then 6
      when strpos(w.name_text, ${phrase}) > 0 then 5 else worst.place end as rank
    from search.product_words as w cross join lateral ${wordPlace(words)} as worst
    where w.grams @> (select ${grams}::text[]) and worst.place > 0
  )`
}

/**
 * Products that were written in or after this transaction, at most `limit` of them. What another cluster wrote before
 * it was restored here may bear a number that is still to come: that is no change.
 */
export function changedSince(asOf: string, limit: number): RawBuilder<unknown> {
  return sql`(
    select product_id as id from search.product_words
    where written_in >= ${asOf}::xid8 and written_in < pg_snapshot_xmax(pg_current_snapshot()) limit ${sql.lit(limit)}
  )`
}

/** The earlier of two transactions. */
export function earlier(a: string, b: string): string {
  return BigInt(a) < BigInt(b) ? a : b
}
