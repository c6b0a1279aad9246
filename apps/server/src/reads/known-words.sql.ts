import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'

const KEPT_MS = 10_000

/** The names of brands and categories that part words which were typed without blanks; may be seconds old. */
export function selectKnownWords(db: Db, fold: (name: string) => string): Promise<ReadonlySet<string>> {
  return keptBriefly(db, 'known words', KEPT_MS, async () => {
    const { rows } = await sql<{ name: string }>`
      select name from catalog.brands union select name from catalog.categories`.execute(db)
    // A name like 海尔（Haier） is known by each of its parts too.
    const names = rows.flatMap(({ name }) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    return new Set(names.map(fold).filter((word) => [...word].length > 1))
  })
}
