import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Products that searching does not know, or knows as an earlier edition wrote them; a few hundred at most. */
export async function selectUnindexedProducts(db: Db, edition: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from catalog.products as p left join search.product_words as w on w.product_id = p.id
    where w.edition is distinct from ${edition}::int order by p.id limit ${limit}::int`.execute(db)
  return rows.map((row) => row.id)
}
