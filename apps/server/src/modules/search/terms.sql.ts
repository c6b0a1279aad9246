import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

export type TermRow = { word: string; sound: string; initials: string; isLabel: boolean }

export async function selectTerms(db: Db, words: readonly string[]): Promise<{ word: string; isLabel: boolean }[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ word: string; isLabel: boolean }>`
    select word, is_label as "isLabel" from search.terms where word = any((select ${[...words]}::text[])::text[])`.execute(db)
  return rows
}

/** Rows go in by word, so that two who learn the same words wait for each other and never both. */
export async function insertTerms(tx: Tx, rows: readonly TermRow[]): Promise<void> {
  if (rows.length === 0) return
  const sorted = [...rows].sort((a, b) => (a.word < b.word ? -1 : 1))
  await sql`
    insert into search.terms (word, sound, initials, is_label)
    select * from unnest(${sorted.map((row) => row.word)}::text[], ${sorted.map((row) => row.sound)}::text[],
      ${sorted.map((row) => row.initials)}::text[], ${sorted.map((row) => row.isLabel)}::boolean[])
    on conflict (word) do nothing`.execute(tx)
}

export async function markLabels(tx: Tx, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  await sql`
    update search.terms as t set is_label = true
    from (select word from search.terms where word = any((select ${[...words]}::text[])::text[]) order by word for update) as w
    where t.word = w.word`.execute(tx)
}

/** Words that sound like one of these, or whose initials are one of these; names of brands and categories first. */
export async function selectTermsLike(db: Db, typed: readonly string[]): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    with asked as (select ${[...typed]}::text[] as typed)
    select word, sound, initials, is_label as "isLabel" from search.terms
    where sound = any((select typed from asked)::text[]) or initials = any((select typed from asked)::text[])
    order by is_label desc, length(sound), word`.execute(db)
  return rows
}

/** For each of these beginnings at most `limit` words that sound so or have such initials, as above. */
export async function selectTermsBeginning(
  db: Db, beginnings: readonly string[], limit: number,
): Promise<(TermRow & { beginning: string })[]> {
  const { rows } = await sql<TermRow & { beginning: string }>`
    select asked.beginning, found.* from unnest(${[...beginnings]}::text[]) as asked (beginning)
    cross join lateral (
      select word, sound, initials, is_label as "isLabel" from (
        (select * from search.terms where sound collate "C" >= asked.beginning collate "C"
          and sound collate "C" < (asked.beginning || '~') collate "C" order by sound limit 50)
        union
        (select * from search.terms where initials collate "C" >= asked.beginning collate "C"
          and initials collate "C" < (asked.beginning || '~') collate "C" order by initials limit 50)
      ) as near order by is_label desc, length(sound), word limit ${limit}::int
    ) as found`.execute(db)
  return rows
}
