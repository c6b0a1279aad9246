import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProductView, SkuPage } from '@hearth/contracts/catalog'
import { Facets } from '@hearth/contracts/search'
import { Value } from 'typebox/value'
import { aBrand, aCategory, aCategoryBranch, aProduct, anAddress } from '../../tests/support/builders.ts'
import { searchFor } from '../../tests/support/searches.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { NO_WISH, placeOrder } from '../modules/orders/index.ts'
import { termsOf } from './order-input.ts'

let w: World
let shop: Awaited<ReturnType<typeof aShopToFind>>
const get = async (path: string) => (await w.app.inject(`/api/${path}`)).json()
const names = (views: { name: string }[]) => views.map(({ name }) => name)

async function aShopToFind() {
  const branch = await aCategoryBranch(w)
  const [fridges, washers] = [
    await aCategory(w, { name: '冰箱', level: 'item', parentId: branch.minorId }),
    await aCategory(w, { name: '洗衣机', level: 'item', parentId: branch.minorId }),
  ]
  const [haier, leader] = [await aBrand(w, '海尔'), await aBrand(w, '统帅')]
  const plain = { sellingPoints: [], keySpec: '', parameters: [], description: '' }
  const sku = (colour: string, priceFen: number, onHandQty = 10) =>
    ({ code: colour, specs: { 颜色: colour }, priceFen, onHandQty })
  const at = (day: number) => new Date(`2026-11-0${day}T00:00:00Z`)
  const cross = await aProduct(w, {
    ...plain, name: '十字门冰箱', model: 'BCD-510W', categoryId: fridges, brandId: haier, salesQty: 5, at: at(1),
    skus: [sku('白', 429_900), { ...sku('灰', 399_900), salesQty: 9 }],
  })
  const mini = await aProduct(w, {
    ...plain, name: '迷你冰箱', model: 'BC-93', categoryId: fridges, brandId: leader, salesQty: 8, at: at(2), skus: [sku('白', 79_900, 0)],
  })
  const drum = await aProduct(w, {
    ...plain, name: '滚筒洗衣机', model: 'XQG-100', categoryId: washers, brandId: haier, salesQty: 3, at: at(3), skus: [sku('灰', 299_900)],
  })
  const top = await aProduct(w, {
    ...plain, name: '波轮洗衣机', model: 'XQB-80', categoryId: washers, brandId: haier, salesQty: 1, at: at(4), skus: [sku('白', 1_500_000)],
  })
  const hidden = await aProduct(w, { ...plain, name: '停产冰箱', categoryId: fridges, brandId: haier, isActive: false, salesQty: 99 })
  return { branch, fridges, washers, haier, leader, cross, mini, drum, top, hidden }
}

async function anOrder(username: string, skuIds: number[], qty = 1) {
  const { userId } = await w.signIn(username)
  const { id: addressId } = await anAddress(w, userId)
  await w.inTx((tx) => placeOrder(tx, {
    userId, placedBy: userId, addressId, lines: skuIds.map((skuId) => ({ skuId, qty })), note: '', leftOut: 'nothing',
    wish: NO_WISH, expectedFen: null, caps: null, payMethod: 'alipay', chargesFreight: false, terms: termsOf(w.deps), at: w.deps.now(),
  }))
}

beforeAll(async () => {
  w = await openWorld()
  shop = await aShopToFind()
})
afterAll(() => w[Symbol.asyncDispose]())

describe('searching SKUs', () => {
  const found = async (query: string) =>
    (await get(`skus/search/${query}`)).results.map(({ name }: { name: string }) => name)
  const text = (words: string, rest = '') => found(`?text=${encodeURIComponent(words)}${rest}`)

  test('answers cards in pages, the best product first and in it the SKU that says most', async () => {
    const page = await get(`skus/search/?text=${encodeURIComponent('冰箱')}&page_size=2`)
    expect(Value.Check(SkuPage, page)).toBe(true)
    expect(page).toMatchObject({ total: 3, total_pages: 2, has_next: true })
    expect(names(page.results)).toEqual(['十字门冰箱 灰', '迷你冰箱 白'])
    expect(await text('冰箱', '&page_size=2&page=2')).toEqual(['十字门冰箱 白'])
    expect(await text('冰箱 白')).toEqual(['迷你冰箱 白', '十字门冰箱 白', '十字门冰箱 灰'])
    expect(await text('BCD-51OW')).toEqual(['十字门冰箱 灰', '十字门冰箱 白'])
  })

  test.each([
    ['price', ['迷你冰箱 白', '十字门冰箱 灰', '十字门冰箱 白']], ['-price', ['十字门冰箱 白', '十字门冰箱 灰', '迷你冰箱 白']],
    ['sales', ['十字门冰箱 灰', '迷你冰箱 白', '十字门冰箱 白']], ['create_time', ['迷你冰箱 白', '十字门冰箱 灰', '十字门冰箱 白']],
    ['constructor', ['十字门冰箱 灰', '迷你冰箱 白', '十字门冰箱 白']],
  ])('ordering %s', async (ordering, expected) => expect(await text('冰箱', `&ordering=${ordering}`)).toEqual(expected))

  test('without a text all are shown, the newest first; what is off sale never is', async () => {
    expect(await found('')).toEqual(['波轮洗衣机 白', '滚筒洗衣机 灰', '迷你冰箱 白', '十字门冰箱 灰', '十字门冰箱 白'])
    expect(await text('停产')).toEqual([])
    expect(await text('%')).toEqual([])
    expect(await get('skus/search/?page=0')).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR' })
  })
})

describe('facets', () => {
  const facets = async (query = '') => get(`products/facets/${query}`)

  test('count what a list can be narrowed by', async () => {
    const all = await facets()
    expect(Value.Check(Facets, all)).toBe(true)
    const { branch, fridges, washers, haier, leader } = shop
    expect(all).toEqual({
      total: 4, in_stock: 3,
      brands: [{ id: haier, name: '海尔', count: 3 }, { id: leader, name: '统帅', count: 1 }],
      categories: [
        expect.objectContaining({ id: branch.majorId, level: 'major', parent_id: null, count: 4 }),
        expect.objectContaining({ id: branch.minorId, level: 'minor', parent_id: branch.majorId, count: 4 }),
        { id: fridges, name: '冰箱', level: 'item', parent_id: branch.minorId, count: 2 },
        { id: washers, name: '洗衣机', level: 'item', parent_id: branch.minorId, count: 2 },
      ],
      price_ranges: [
        { min_price: '0.00', max_price: '999.99', count: 1 }, { min_price: '2000.00', max_price: '2999.99', count: 1 },
        { min_price: '3000.00', max_price: '4999.99', count: 1 }, { min_price: '15000.00', max_price: null, count: 1 },
      ],
      spec_options: [{ name: '颜色', values: [{ value: '白', count: 3 }, { value: '灰', count: 2 }] }],
    })
    for (const { min_price, max_price, count } of all.price_ranges) {
      expect((await get(`products/?min_price=${min_price}&max_price=${max_price ?? ''}`)).total).toBe(count)
    }
  })

  test.each([
    ['search', '冰箱', 2], ['search', '海尔洗衣机', 2], ['brand', '统帅', 1], ['category', '洗衣机', 2], ['category', '无', 0],
    ['min_price', '3000', 2], ['search', 'bcd51ow', 1], ['search', '%', 0], ['search', '\u0000', 4],
  ])('with %s=%s as the list', async (field, value, total) => {
    const query = `?${field}=${encodeURIComponent(value)}`
    const [narrow, list] = [await facets(query), await get(`products/${query}`)]
    expect([narrow.total, list.total]).toEqual([total, total])
    expect(narrow.brands.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(total)
  })

  test('one statement, however much there is, and none within seconds; bad input is refused', async () => {
    // a world of its own: searches of other tests are logged in the background
    await using own = await openWorld()
    const count = (query: string) => own.statements(() => own.app.inject(`/api/products/facets/${query}`))
    expect(await count('?min_price=0.01')).toBe(1)
    await aProduct(own)
    expect([await count('?min_price=0.02'), await count('?min_price=0.02')]).toEqual([1, 0])
    expect(await facets('?min_price=abc')).toMatchObject({ code: 400, errors: { min_price: [expect.any(String)] } })
  })
})

describe('suggestions', () => {
  const suggest = async (prefix: string, rest = '') => get(`products/search_suggestions/?prefix=${encodeURIComponent(prefix)}${rest}`)

  test('are names that begin so, longer keywords that found something, then names that contain it', async () => {
    for (const word of ['冰箱 白色', '冰箱白', '冰箱白', '冰箱没有的']) await searchFor(w, word)
    expect(await suggest('冰箱')).toEqual({ suggestions: ['冰箱白', '迷你冰箱', '十字门冰箱'], did_you_mean: null })
    expect((await suggest('迷')).suggestions).toEqual(['迷你冰箱'])
    expect((await suggest('冰箱', '&limit=1')).suggestions).toEqual(['冰箱白'])
    expect((await suggest('停产')).suggestions).toEqual([])
    for (const nothing of ['', '%', '\u0000', '😀']) expect(await suggest(nothing)).toEqual({ suggestions: [], did_you_mean: null })
    expect(await suggest('x', '&limit=0')).toMatchObject({ code: 400 })
  })

  test('come for Chinese typed with Latin letters, from its beginning or its initials on', async () => {
    expect((await suggest('bingx')).suggestions).toEqual(['冰箱', '冰箱白', '迷你冰箱', '十字门冰箱'])
    expect((await suggest('bx')).suggestions).toEqual((await suggest('bingx')).suggestions)
    expect((await suggest('mini')).suggestions).toEqual(['迷你', '迷你冰箱'])
    expect((await suggest('gtxiyi')).suggestions).toEqual(['滚筒洗衣机', '滚筒洗衣'])
    expect((await suggest('tingchan')).suggestions).toEqual([])
    expect((await suggest('bingxiangs')).suggestions).toEqual([])
  })

  test('say what was meant when a model is misspelled', async () => {
    expect(await suggest('bcd-51ow')).toEqual({ suggestions: [], did_you_mean: 'BCD510W' })
    expect(await suggest('zzzzzz')).toEqual({ suggestions: [], did_you_mean: null })
  })
})

describe('recommendations', () => {
  const recommended = async (query = '') => names(await get(`products/recommendations/${query}`))

  test('the popular ones are the most sold, also within a category', async () => {
    const whole = await get('products/recommendations/')
    expect(whole.every((view: unknown) => Value.Check(ProductView, view))).toBe(true)
    expect(names(whole)).toEqual(['迷你冰箱', '十字门冰箱', '滚筒洗衣机', '波轮洗衣机'])
    expect(await recommended('?limit=2')).toEqual(['迷你冰箱', '十字门冰箱'])
    expect(await recommended(`?type=category&category_id=${shop.washers}`)).toEqual(['滚筒洗衣机', '波轮洗衣机'])
    expect(await recommended(`?type=category&category_id=${shop.branch.majorId}&limit=100`)).toHaveLength(4)
    expect(await recommended('?type=category')).toEqual(await recommended())
    expect(await recommended('?type=category&category_id=999999')).toEqual([])
    expect(await get('products/recommendations/?type=nonsense')).toMatchObject({ code: 400, errors: { type: [expect.any(String)] } })
    expect(await w.statements(() => recommended())).toBe(1)
  })

  test('trending is what was ordered lately, and popular ones after it; related is what was bought together first', async () => {
    const { cross, mini, drum, top } = shop
    const related = async (id: number, query = '') => names(await get(`products/${id}/related/${query}`))
    expect(await recommended('?type=trending')).toEqual(await recommended())
    expect(await related(cross.productId)).toEqual(['迷你冰箱'])
    const [grey = 0] = cross.skuIds
    for (const name of ['ann', 'bob']) await anOrder(name, [grey, top.skuIds[0] ?? 0])
    await anOrder('cid', [grey, drum.skuIds[0] ?? 0], 4)
    expect(await recommended('?type=trending')).toEqual(['十字门冰箱', '滚筒洗衣机', '波轮洗衣机', '迷你冰箱'])
    expect(await related(cross.productId)).toEqual(['波轮洗衣机', '滚筒洗衣机', '迷你冰箱'])
    expect(await related(cross.productId, '?limit=1')).toEqual(['波轮洗衣机'])
    expect(await related(mini.productId)).toEqual(['十字门冰箱'])
    expect(await w.statements(() => related(cross.productId))).toBe(2)
    w.advanceMinutes(15 * 1_440)
    expect(await recommended('?type=trending')).toEqual(await recommended())
  })

  test('what goes with a product that is hidden or absent is 404', async () => {
    for (const id of [shop.hidden.productId, 999_999]) {
      expect(await get(`products/${id}/related/`)).toMatchObject({ code: 404, error_code: 'NOT_FOUND' })
    }
    expect(await get(`products/${shop.cross.productId}/related/?limit=0`)).toMatchObject({ code: 400 })
  })
})
