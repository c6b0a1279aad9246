import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

export type ProductWordsRow = {
  productId: number
  nameText: string
  labelText: string
  specText: string
  bodyText: string
  grams: string[]
  modelWords: string[]
  nearKeys: string[]
  edition: number
}

const CANDIDATES = 50

/** One row per product; what was there is replaced. Rows are locked by id. */
export async function upsertProductWords(tx: Tx, rows: readonly ProductWordsRow[]): Promise<void> {
  if (rows.length === 0) return
  const sorted = [...rows].sort((a, b) => a.productId - b.productId)
  await tx.insertInto('search.product_words').values(sorted.map((row) => ({
    product_id: row.productId, name_text: row.nameText, label_text: row.labelText, spec_text: row.specText,
    body_text: row.bodyText, grams: row.grams, model_words: row.modelWords, near_keys: row.nearKeys,
    edition: row.edition,
  }))).onConflict((on) => on.column('product_id').doUpdateSet((eb) => ({
    name_text: eb.ref('excluded.name_text'), label_text: eb.ref('excluded.label_text'),
    spec_text: eb.ref('excluded.spec_text'), body_text: eb.ref('excluded.body_text'), grams: eb.ref('excluded.grams'),
    model_words: eb.ref('excluded.model_words'), near_keys: eb.ref('excluded.near_keys'),
    edition: eb.ref('excluded.edition'), written_in: eb.ref('excluded.written_in'),
  }))).execute()
}

export async function deleteProductWords(tx: Tx, productIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('search.product_words').where('product_id', 'in', [...productIds]).execute()
}

/**
 * Model words of products that share a key, those of the oldest products first. They are found before they are ordered:
 * else the planner walks all products in their order, hoping to meet some soon.
 */
export async function selectModelWords(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ model_words: string[] }>`
    with near as materialized (
      select product_id, model_words from search.product_words where near_keys && (select ${[...keys]}::text[])
    )
    select model_words from near order by product_id limit ${sql.lit(CANDIDATES)}`.execute(db)
  return rows.flatMap((row) => row.model_words)
}
