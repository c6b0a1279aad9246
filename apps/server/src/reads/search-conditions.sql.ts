import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'

/** A search as the index is asked: what was typed, folded as a whole, its words, and the grams they need. */
export type WordSearch = { text: string; phrase: string; words: string[]; grams: string[] }

/**
 * The products that a search finds, as a source with the columns of catalog.products and `rank`: 5, the name contains
 * all that was typed; else every word is found, at worst in the name (4), in brand, category, model or code (3), in the
 * key figures (2) or the description (1). Signs alone are looked for as they stand, in name (5) and description (1).
 */
export function foundProducts(search: WordSearch): RawBuilder<unknown> {
  if (search.words.length === 0) return foundAsTyped(search.text)
  return sql`(
    select p.*, case when strpos(w.name_text, ${search.phrase}) > 0 then 5 else worst.place end as rank
    from search.product_words as w join catalog.products as p on p.id = w.product_id
    cross join lateral ${wordPlace(search.words)} as worst
    where w.grams @> (select ${search.grams}::text[]) and worst.place > 0
  )`
}

/**
 * Where the worst placed of the words is found in the texts `w`: in the name (4), in brand, category, model or code
 * (3), in the key figures (2), in the description (1), nowhere (0).
 */
export function wordPlace(words: readonly string[]): RawBuilder<unknown> {
  return sql`(
    select min(case when strpos(w.name_text, word) > 0 then 4 when strpos(w.label_text, word) > 0 then 3
      when strpos(w.spec_text, word) > 0 then 2 when strpos(w.body_text, word) > 0 then 1 else 0 end) as place
    from unnest(${[...words]}::text[]) as word
  )`
}

/** The ids of the products whose texts contain what was typed, letter by letter; those that are switched off too. */
export async function selectIdsAsTyped(db: Db, text: string): Promise<Float64Array> {
  const { rows } = await sql<{ id: number }>`select p.id from ${foundAsTyped(text)} as p order by p.id`.execute(db)
  return Float64Array.from(rows, ({ id }) => id)
}

function foundAsTyped(text: string): RawBuilder<unknown> {
  return sql`(
    select p.*, case when strpos(lower(p.name), lower(${text}::text)) > 0 then 5 else 1 end as rank
    from catalog.products as p
    where strpos(lower(p.name), lower(${text}::text)) > 0 or strpos(lower(p.description), lower(${text}::text)) > 0
  )`
}
