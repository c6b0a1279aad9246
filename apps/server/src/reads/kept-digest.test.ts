import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { generateCatalogue } from '../../seeds/generated/generate.ts'
import { openWorld } from '../../tests/support/world.ts'
import { LARGE, forgetDigest, heldDigest, noteCounted } from './kept-digest.ts'
import { selectFacets } from './product-facets.sql.ts'
import { selectProductPage } from './product-list.sql.ts'
import type { ProductFilter } from './product-list.sql.ts'

const search = { text: '冰箱', phrase: '冰箱', words: ['冰箱'], grams: ['冰箱'] }

test('counts in memory are those of the database, for every way to narrow', async () => {
  await using w = await openWorld()
  await generateCatalogue(w.db, { products: 250, skusPerProduct: 3, seed: 5, say: () => undefined })
  await w.db.updateTable('stock.levels').set({ on_hand_qty: 0 }).where('sku_id', '<', 60).execute()
  const [first] = await w.db.selectFrom('catalog.products as p').innerJoin('catalog.brands as b', 'b.id', 'p.brand_id')
    .select(['p.category_path as path', 'b.name', 'b.id as brandId']).orderBy('p.id').limit(1).execute()
  const [major = 0, , item = 0] = first?.path ?? []
  const { rows: said } = await sql<{ name: string; value: string }>`
    select e.key as name, e.value from catalog.skus as k, jsonb_each_text(k.specs) as e
    group by 1, 2 order by count(*) desc, 1, 2`.execute(w.db)
  const [option, other = option] = [said[0], said.find(({ name }) => name !== said[0]?.name)]
  if (!first || !option || !other) throw new Error('Nothing was generated')
  const [one, both] = [{ name: option.name, values: [option.value] }, { name: other.name, values: [other.value] }]
  const likeIt = said.filter(({ name }) => name === option.name).slice(0, 3)
  const several = { name: option.name, values: likeIt.map(({ value }) => value) }
  const narrow: Partial<ProductFilter>[] = [
    {}, { categoryId: major }, { categoryId: item }, { categoryName: '洗衣机' }, { categoryName: '没有这一类' },
    { brandName: first.name }, { brandName: '没有这个' }, { minPriceFen: 200_000 }, { maxPriceFen: 99_900 }, { search },
    { brandIds: [first.brandId] }, { brandIds: [first.brandId, first.brandId + 1], minPriceFen: 150_000 },
    { inStock: true },
    { options: [one] }, { options: [several] }, { options: [one, both] }, { options: [several, both], inStock: true },
    { options: [one], inStock: true, brandIds: [first.brandId], maxPriceFen: 500_000, categoryId: major },
    { options: [{ name: '没有', values: ['这个'] }] }, { search, options: [one], inStock: true },
    { categoryId: major, brandName: first.name, minPriceFen: 50_000, maxPriceFen: 900_000 },
  ]
  // A bound that keeps everything makes it another question, so that no answer is one that was kept.
  const all = async (bound: number) => Promise.all(narrow.map(async (each) => {
    const filter: ProductFilter = {
      order: 'sales', withInactive: false, minPriceFen: bound, maxPriceFen: 1e11 + bound, ...each,
    }
    const { total } = await selectProductPage(w.db, filter, { limit: 1, offset: 0 })
    return { total, facets: await selectFacets(w.db, filter) }
  }))
  const counted = await all(1)
  expect(heldDigest(w.db)).toBeNull()
  await noteCounted(w.db, LARGE)
  expect(heldDigest(w.db)?.ids.length).toBe(counted[0]?.total)
  const held = heldDigest(w.db)
  expect(noteCounted(w.db, LARGE)).toBeNull()
  expect(heldDigest(w.db)).toBe(held)
  const inMemory = await all(2)
  for (const [at, each] of narrow.entries()) expect(inMemory[at], JSON.stringify(each)).toEqual(counted[at])
  expect([counted[0]?.total === counted[0]?.facets.total, counted[4]?.total]).toEqual([true, 0])
  forgetDigest(w.db)
  expect(heldDigest(w.db)).toBeNull()
})

test('a small catalogue has no digest', async () => {
  await using w = await openWorld()
  expect(noteCounted(w.db, LARGE - 1)).toBeNull()
  expect(heldDigest(w.db)).toBeNull()
})
