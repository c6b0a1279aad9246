import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export type SuggestionsAsked = { folded: string; grams: readonly string[]; limit: number; since: Date }

/**
 * What somebody may be typing: names of active products that begin with it, then longer keywords that found something,
 * then names that contain it. The most sold and most looked for come first; what reads the same comes once.
 */
export async function selectSuggestions(db: Db, { folded, grams, limit, since }: SuggestionsAsked): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select text from (
      select distinct on (key) key, text, tier, weight from (
        (select w.name_text as key, p.name as text, case when starts_with(w.name_text, ${folded}) then 1 else 3 end as tier,
          p.sales_count as weight
        from search.product_words as w join catalog.products as p on p.id = w.product_id
        where w.grams @> (select ${[...grams]}::text[]) and strpos(w.name_text, ${folded}) > 0 and p.is_active
        order by 3, 4 desc, p.id limit ${limit}::int)
        union all
        (select folded, mode() within group (order by keyword), 2, count(*) from search.logs
        where found_qty > 0 and folded > ${folded} and folded < ${`${folded}\u{10FFFF}`} and created_at > ${since}
        group by folded order by count(*) desc, folded limit ${limit}::int)
      ) as found order by key, tier, weight desc
    ) as once order by tier, weight desc, key limit ${limit}::int`.execute(db)
  return rows.map((row) => row.text)
}
