import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { pickInDigest } from './digest-picks.ts'
import { keptBriefly } from './kept-briefly.ts'
import { heldDigest } from './kept-digest.ts'
import { MORE_THAN_FEW, heldPosting, readPosting } from './kept-postings.ts'
import { changedSince, earlier } from './postings.sql.ts'

export type SuggestionsAsked = { folded: string; grams: readonly string[]; limit: number; since: Date }

const MANY = 500
const KEPT_MS = 3_000
const SPARE = 10
const CHANGED = 1_000

/**
 * What somebody may be typing: names of active products that begin with it, then longer keywords that found something,
 * then names that contain it. The most sold and most looked for come first; what reads the same comes once. For a
 * beginning that many products have it may be a few seconds old.
 */
export async function selectSuggestions(db: Db, asked: SuggestionsAsked): Promise<string[]> {
  const key = `suggestions ${asked.limit} ${asked.folded}`
  const keptFor = ({ qty }: Found) => (qty > MANY ? KEPT_MS : 0)
  return (await keptBriefly(db, key, keptFor, () => findSuggestions(db, asked))).texts
}

type Found = { texts: string[]; qty: number }

/** In a large catalogue, names that many products have are picked in memory, as a search for them is. */
async function findSuggestions(db: Db, asked: SuggestionsAsked): Promise<Found> {
  const { folded, grams, limit } = asked
  const search = { text: folded, phrase: folded, words: [folded], grams: [...grams] }
  const digest = heldDigest(db)
  const posting = digest && heldPosting(db, search)
  if (digest && posting) {
    const picks = pickInDigest(digest, { categoryIds: [] }, posting, { order: 'suggestions', qty: limit + SPARE })
    const { texts } = await suggestionsFrom(db, amongWords(picks.ids, earlier(digest.asOf, posting.asOf)), asked)
    return { texts, qty: picks.total }
  }
  const words = sql`(select * from search.product_words where grams @> (select ${[...grams]}::text[]))`
  const found = await suggestionsFrom(db, words, asked)
  if (digest && found.qty > MORE_THAN_FEW) void readPosting(db, search).catch(() => undefined)
  return found
}

/** The texts of these products, and of those that changed since this was known. */
function amongWords(ids: readonly number[], asOf: string): RawBuilder<unknown> {
  return sql`(
    select w.* from (
      select distinct id from unnest((select ${[...ids]}::bigint[]) || array(select id from ${changedSince(asOf, CHANGED)} as c)) as id
    ) as few join search.product_words as w on w.product_id = few.id
  )`
}

async function suggestionsFrom(
  db: Db, words: RawBuilder<unknown>, { folded, limit, since }: SuggestionsAsked,
): Promise<Found> {
  const { rows } = await sql<{ text: string; qty: number }>`
    select text, max(qty) over () as qty from (
      select distinct on (key) key, text, tier, weight, qty from (
        (select w.name_text as key, p.name as text, case when starts_with(w.name_text, ${folded}) then 1 else 3 end as tier,
          p.sales_count as weight, count(*) over () as qty
        from ${words} as w join catalog.products as p on p.id = w.product_id
        where strpos(w.name_text, ${folded}) > 0 and p.is_active
        order by 3, 4 desc, p.id limit ${limit}::int)
        union all
        (select folded, mode() within group (order by keyword), 2, count(*), 0 from search.logs
        where found_qty > 0 and folded > ${folded} and folded < ${`${folded}\u{10FFFF}`} and created_at > ${since}
        group by folded order by count(*) desc, folded limit ${limit}::int)
      ) as found order by key, tier, weight desc
    ) as once order by tier, weight desc, key limit ${limit}::int`.execute(db)
  return { texts: rows.map((row) => row.text), qty: rows[0]?.qty ?? 0 }
}
