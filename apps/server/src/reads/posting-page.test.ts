import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateCatalogue } from '../../seeds/generated/generate.ts'
import { aProduct } from '../../tests/support/builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { indexProduct } from '../modules/catalog/index.ts'
import { readSearch, tellingGrams } from '../modules/search/index.ts'
import { forgetKept } from './kept-briefly.ts'
import { LARGE, forgetDigest, heldDigest, noteCounted } from './kept-digest.ts'
import { forgetPostings, heldPosting, readPosting, warmPostings } from './kept-postings.ts'
import { selectFacets } from './product-facets.sql.ts'
import { selectProductPage } from './product-list.sql.ts'
import type { ProductFilter, ProductOrder } from './product-list.sql.ts'
import type { RowsAsked } from './rows-of-page.ts'
import { selectSuggestions } from './suggestions.sql.ts'

const PRODUCTS = 2_400
let w: World
let brand = ''

const searchFor = (text: string) => readSearch(text, new Set([brand, '冰箱', '洗衣机']))
const narrowed = (more: Partial<ProductFilter>): ProductFilter => ({ order: 'relevance', withInactive: false, ...more })
const page = async (filter: ProductFilter, asked: RowsAsked) => {
  const { rows, total } = await selectProductPage(w.db, filter, asked)
  return { ids: rows.map(({ id }) => id), total }
}
/** The same ranked as a whole by the database, as administrators are answered. */
const ranked = (filter: ProductFilter, asked: RowsAsked) =>
  page({ ...filter, withInactive: true, isActive: true }, asked)
type Change = { name?: string; is_active?: boolean; min_price_fen?: number }
const change = (id: number, set: Change) => w.inTx(async (tx) => {
  await tx.updateTable('catalog.products').set(set).where('id', '=', id).execute()
  await indexProduct(tx, id)
})

beforeAll(async () => {
  w = await openWorld()
  await generateCatalogue(w.db, { products: PRODUCTS, skusPerProduct: 2, seed: 11, say: () => undefined })
  // Few figures, so that whatever decides between equals has to decide often.
  const products = await w.db.selectFrom('catalog.products as p').innerJoin('catalog.brands as b', 'b.id', 'p.brand_id')
    .select(['p.id', 'b.name']).orderBy('p.id').execute()
  brand = products[0]?.name ?? ''
  for (const [part, day] of [[0, 1], [1, 1], [2, 2]] as const) {
    await w.db.updateTable('catalog.products')
      .set({ sales_count: part % 2, view_count: part, created_at: new Date(`2026-10-0${day}`) })
      .where('id', 'in', products.filter((_, at) => at % 3 === part).map(({ id }) => id)).execute()
  }
  await noteCounted(w.db, LARGE)
}, 120_000)
afterAll(() => w[Symbol.asyncDispose]())

describe('a search in a large catalogue', () => {
  test.each([
    '整机', '冰箱', '洗', '变频', 'bc', '冰箱 整机', '洗衣机 一级', 'G11-000007', '没有这个', '100%', '；',
  ])('%s: every order and page is that of a full ranking', async (text) => {
    const search = searchFor(text)
    const orders: ProductOrder[] = ['relevance', 'price_asc', 'price_desc', 'sales', 'created', 'views']
    for (const order of orders) {
      for (const [limit, offset] of [[20, 0], [7, 63], [20, 940], [50, 1_000]] as const) {
        const asked = { limit, offset }
        const filter = narrowed({ search, order })
        expect(await page(filter, asked), `${order} from ${offset}`).toEqual(await ranked(filter, asked))
      }
    }
  })

  test('thousands are found, and are held in memory', async () => {
    const { total } = await page(narrowed({ search: searchFor('整机') }), { limit: 1, offset: 0 })
    expect(total).toBeGreaterThan(2_000)
    expect(heldPosting(w.db, searchFor('整机'))?.ids.length).toBeGreaterThanOrEqual(total)
    expect(heldPosting(w.db, searchFor('G11-000007'))).toBeNull()
  })

  test('narrowed in every way, page and facets are those of the database', async () => {
    const search = searchFor('整机')
    const [first] = await w.db.selectFrom('catalog.products').select(['category_path', 'brand_id'])
      .orderBy('id').limit(1).execute()
    const ways: Partial<ProductFilter>[] = [
      {}, { minPriceFen: 100_000 }, { maxPriceFen: 300_000, inStock: true }, { brandName: brand },
      { brandIds: [first?.brand_id ?? 0] }, { categoryId: first?.category_path[0] ?? 0 }, { categoryName: '没有这一类' },
      { options: [{ name: '颜色', values: ['米杏', '月银'] }] },
    ]
    const asked = { limit: 20, offset: 20 }
    for (const way of ways) {
      const filter = narrowed({ search, ...way })
      expect(await page(filter, asked), JSON.stringify(way)).toEqual(await ranked(filter, asked))
      expect(await selectFacets(w.db, filter), JSON.stringify(way)).toEqual(
        await selectFacets(w.db, { ...filter, withInactive: true, isActive: true }))
    }
  })

  test('two statements at most, one when it is little', async () => {
    const asked = { limit: 20, offset: 0 }
    const count = (text: string) => w.statements(() => page(narrowed({ search: searchFor(text) }), asked))
    forgetPostings(w.db)
    expect([await count('整机'), await count('整机'), await count('G11-000007')]).toEqual([2, 1, 1])
  })
})

describe('a change is seen at once', () => {
  const first = async (more: Partial<ProductFilter> = {}) =>
    page(narrowed({ search: searchFor('整机'), ...more }), { limit: 3, offset: 0 })

  test('a new name, another price, switching off and on, a new product', async () => {
    const before = await first()
    const [best = 0] = before.ids
    const last = (await page(narrowed({ search: searchFor('整机') }), { limit: 1, offset: before.total - 1 })).ids[0] ?? 0
    await change(last, { name: '整机在名字里' })
    expect(await first()).toEqual({ ids: [last, best, before.ids[1]], total: before.total })
    await change(best, { is_active: false })
    expect(await first()).toEqual({ ids: [last, before.ids[1], before.ids[2]], total: before.total - 1 })
    await change(best, { is_active: true })
    const dear = { minPriceFen: 1e10 }
    expect(await first(dear)).toEqual({ ids: [], total: 0 })
    await change(best, { min_price_fen: 2e10 })
    expect(await first(dear)).toEqual({ ids: [best], total: 1 })
    const { productId } = await aProduct(w, { name: '整机 新', salesQty: 9 })
    expect(await first()).toEqual({ ids: [productId, last, best], total: before.total + 1 })
    await change(productId, { name: '别的' })
    expect(await first()).toEqual({ ids: [last, best, before.ids[1]], total: before.total })
  })

  test('what is not committed is not seen, and is when it is, however long that took', async () => {
    const { ids: [best = 0], total } = await first()
    const open = Promise.withResolvers<void>()
    const writing = w.inTx(async (tx) => {
      await tx.updateTable('catalog.products').set({ is_active: false }).where('id', '=', best).execute()
      await indexProduct(tx, best)
      await open.promise
    })
    // Read while the change is under way, so that only its transaction tells that it came later.
    forgetPostings(w.db)
    forgetDigest(w.db)
    await noteCounted(w.db, LARGE)
    await readPosting(w.db, searchFor('整机'))
    expect(await first()).toMatchObject({ ids: [best, expect.any(Number), expect.any(Number)], total })
    open.resolve()
    await writing
    expect((await first()).ids).not.toContain(best)
    expect((await first()).total).toBe(total - 1)
    await change(best, { is_active: true })
  })

  test('while very many change the database ranks them all', async () => {
    const all = await w.db.selectFrom('catalog.products').select('id').where('is_active', '=', true).execute()
    await w.inTx(async (tx) => {
      const many = all.slice(0, 1_100).map(({ id }) => id)
      await tx.updateTable('search.product_words').set({ written_in: sql`pg_current_xact_id()` })
        .where('product_id', 'in', many).execute()
    })
    const filter = narrowed({ search: searchFor('整机'), minPriceFen: 1 })
    expect(await first({ minPriceFen: 1 })).toEqual(await ranked(filter, { limit: 3, offset: 0 }))
  })
})

test('suggestions of a beginning that many have are those of the database', async () => {
  const asked = (folded: string, limit: number) => ({ folded, grams: tellingGrams(folded), limit, since: new Date('2026-01-01') })
  const suggest = async (folded: string, limit: number) => {
    forgetKept(w.db, `suggestions ${limit} ${folded}`)
    return selectSuggestions(w.db, asked(folded, limit))
  }
  for (const folded of [brand, '冰', '机', '系列', '没有这个']) {
    forgetDigest(w.db)
    const plain = [await suggest(folded, 3), await suggest(folded, 10)]
    await noteCounted(w.db, LARGE)
    await readPosting(w.db, searchFor(folded))
    expect([await suggest(folded, 3), await suggest(folded, 10)], folded).toEqual(plain)
  }
  const { productId } = await aProduct(w, { name: `${brand}新来的`, salesQty: 9_000 })
  expect((await suggest(brand, 3))[0]).toBe(`${brand}新来的`)
  await change(productId, { is_active: false })
  expect(await suggest(brand, 3)).not.toContain(`${brand}新来的`)
})

test('what is warmed is read once, and only then', async () => {
  forgetPostings(w.db)
  const warm = () => w.statements(() => warmPostings(w.db, () => ['冰箱', '整机', '没有这个'].map(searchFor)))
  expect([await warm(), await warm()]).toEqual([3, 0])
  expect(heldPosting(w.db, searchFor('冰箱'))).not.toBeNull()
  expect(heldDigest(w.db)).not.toBeNull()
})
