import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { generateCatalogue } from '../../../seeds/generated/generate.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { INDEX_EDITION } from './index.ts'

test('products indexed before are given the grams they would get now', async () => {
  await using w = await openWorld()
  await generateCatalogue(w.db, { products: 40, skusPerProduct: 2, seed: 3, say: () => undefined })
  const indexed = async () => {
    const rows = await w.db.selectFrom('search.product_words').select(['product_id', 'edition', 'grams'])
      .orderBy('product_id').execute()
    return rows.map(({ grams, ...row }) => ({ ...row, grams: [...grams].sort() }))
  }
  const now = await indexed()
  expect(now.map(({ edition }) => edition)).toEqual(Array(40).fill(INDEX_EDITION))
  await sql`update search.product_words
    set edition = 2, grams = array(select gram from unnest(grams) as gram where length(gram) < 4)`.execute(w.db)
  expect(await indexed()).not.toEqual(now)
  const migration = new URL('../../../migrations/0031_search_latin_grams.sql', import.meta.url)
  await sql.raw(await readFile(migration, 'utf8')).execute(w.db)
  expect(await indexed()).toEqual(now)
})
