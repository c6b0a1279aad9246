import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SkuCards } from '@hearth/contracts/catalog'
import { Facets, Suggestions } from '@hearth/contracts/search'
import { Value } from 'typebox/value'
import { aBrand, aCategory, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

let w: World
let goods: Awaited<ReturnType<typeof someFridges>>
const get = async (path: string) => (await w.app.inject(`/api/${path}`)).json()
const query = (...pairs: [string, string | number][]) =>
  `?${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)]))}`
const listed = async (...pairs: [string, string | number][]) =>
  (await get(`products/${query(...pairs, ['sort_by', 'price_asc'])}`)).results.map(({ name }: { name: string }) => name)
const facets = async (...pairs: [string, string | number][]) => get(`products/facets/${query(...pairs)}`)

async function someFridges() {
  const { minorId } = await aCategoryBranch(w)
  const categoryId = await aCategory(w, { name: '冰箱', level: 'item', parentId: minorId })
  const [a, b] = [await aBrand(w, '岚舍'), await aBrand(w, '白桁')]
  const sku = (colour: string, size: string, onHandQty: number) =>
    ({ code: `${colour}-${size}-${onHandQty}`, specs: { 颜色: colour, 容量: size }, onHandQty })
  const plain = { categoryId, sellingPoints: [], keySpec: '', parameters: [], description: '', model: '' }
  const small = await aProduct(w, {
    ...plain, name: '小冰箱', model: 'BCD-118K', brandId: a,
    skus: [{ ...sku('白', '小', 3), priceFen: 90_000 }, { ...sku('灰', '大', 0), priceFen: 95_000 }],
  })
  const large = await aProduct(w, { ...plain, name: '大冰箱', brandId: a, skus: [{ ...sku('灰', '大', 5), priceFen: 350_000 }] })
  const gone = await aProduct(w, { ...plain, name: '空冰箱', brandId: b, skus: [{ ...sku('白', '大', 0), priceFen: 360_000 }] })
  return { a, b, small, large, gone }
}

beforeAll(async () => {
  w = await openWorld()
  goods = await someFridges()
})
afterAll(() => w[Symbol.asyncDispose]())

describe('a list is narrowed', () => {
  test('by any of several brands', async () => {
    const { a, b } = goods
    expect(await listed(['brand_id', a])).toEqual(['小冰箱', '大冰箱'])
    expect(await listed(['brand_id', b])).toEqual(['空冰箱'])
    expect(await listed(['brand_id', a], ['brand_id', b])).toEqual(['小冰箱', '大冰箱', '空冰箱'])
    expect(await listed(['brand_id', 999_999])).toEqual([])
  })

  test('by options that one SKU has all of, any value of each', async () => {
    expect(await listed(['option', '颜色:白'])).toEqual(['小冰箱', '空冰箱'])
    expect(await listed(['option', '颜色:白'], ['option', '颜色:灰'])).toEqual(['小冰箱', '大冰箱', '空冰箱'])
    expect(await listed(['option', '颜色:白'], ['option', '容量:大'])).toEqual(['空冰箱'])
    expect(await listed(['option', '颜色:无'])).toEqual([])
    expect(await listed(['option', `'; drop table x; --:白`])).toEqual([])
  })

  test('by what can be had now, in the options asked for', async () => {
    expect(await listed(['in_stock', 'true'])).toEqual(['小冰箱', '大冰箱'])
    expect(await listed(['in_stock', 'true'], ['option', '容量:大'])).toEqual(['大冰箱'])
    expect(await listed(['in_stock', 'false'])).toEqual(['小冰箱', '大冰箱', '空冰箱'])
  })

  test.each([['brand_id', 'x'], ['brand_id', '0'], ['option', '颜色'], ['option', ':白'], ['in_stock', 'maybe']])(
    'not by %s=%s', async (name, value) => {
      expect(await get(`products/${query([name, value])}`)).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR' })
    })
})

describe('facets of a narrowed list', () => {
  test('let one choose another brand, price, value or stock: only the others narrow them', async () => {
    const { a, b } = goods
    const view = await facets(['brand_id', a], ['option', '颜色:灰'], ['min_price', '1000'])
    expect(Value.Check(Facets, view)).toBe(true)
    expect(view.total).toBe(1)
    expect(view.brands).toEqual([{ id: a, name: '岚舍', count: 1 }])
    expect(view.price_ranges.map(({ count, min_price }: { count: number; min_price: string }) => [min_price, count]))
      .toEqual([['0.00', 1], ['3000.00', 1]])
    expect(view.spec_options).toEqual([
      { name: '容量', values: [{ value: '大', count: 1 }] }, { name: '颜色', values: [{ value: '灰', count: 1 }] },
    ])
    expect((await facets(['brand_id', a])).brands.map(({ id }: { id: number }) => id)).toEqual([a, b])
    expect((await facets(['option', '颜色:白'])).spec_options).toEqual([
      { name: '颜色', values: [{ value: '灰', count: 2 }, { value: '白', count: 2 }] },
      { name: '容量', values: [{ value: '大', count: 1 }, { value: '小', count: 1 }] },
    ])
  })

  test('say how many can be had, and agree with the list', async () => {
    for (const pairs of [
      [], [['in_stock', 'true']], [['option', '容量:大'], ['in_stock', 'true']], [['option', '颜色:白'], ['brand_id', goods.b]],
      [['search', '冰箱'], ['max_price', '3500'], ['brand_id', goods.a]],
    ] as [string, string | number][][]) {
      const [view, list] = [await facets(...pairs), await listed(...pairs)]
      expect(view.total).toBe(list.length)
      const rest = pairs.filter(([name]) => name !== 'in_stock')
      expect(view.in_stock).toBe((await listed(...rest, ['in_stock', 'true'])).length)
    }
  })
})

describe('a search', () => {
  test('says its words, and what was looked for instead', async () => {
    const found = await facets(['search', '岚舍冰箱'])
    expect([found.words, found.did_you_mean]).toEqual([['岚舍', '冰箱'], null])
    const slip = await facets(['search', 'bcd-118j'])
    expect([slip.total, slip.did_you_mean]).toEqual([1, 'BCD118K'])
    expect(await facets(['search', 'zzzzzz'])).toMatchObject({ total: 0, did_you_mean: null })
    expect(await facets()).not.toHaveProperty('did_you_mean')
  })

  test('is logged once, however it is narrowed or paged afterwards', async () => {
    await using own = await openWorld()
    const ask = (rest: string) => own.app.inject(`/api/products/?search=once${rest}`)
    for (const rest of ['', '&page=2', '&brand_id=1', '&option=a:b', '&in_stock=true']) await ask(rest)
    await own.app.close()
    expect(await countOf(own, 'search.logs')).toBe(1)
  })

  test('suggests products too when asked for them', async () => {
    const view = await get(`products/search_suggestions/${query(['prefix', '小冰'], ['products', 3])}`)
    expect(Value.Check(Suggestions, view)).toBe(true)
    const [skuId] = goods.small.skuIds
    expect(view.products).toEqual([{ sku_id: skuId, name: '小冰箱', price: '900.00', default_image_url: expect.any(String) }])
    expect((await get(`products/search_suggestions/${query(['prefix', 'bcd-118j'], ['products', 3])}`)).products).toHaveLength(1)
    expect((await get(`products/search_suggestions/${query(['prefix', ''], ['products', 3])}`)).products).toEqual([])
  })
})

describe('several SKUs by id', () => {
  test('come as cards in the order asked for, without what is not for sale', async () => {
    const [first, second] = [goods.large.skuIds[0], goods.small.skuIds[0]]
    const cards = await get(`skus/${query(['ids', `${first},999999,${second},${first}`])}`)
    expect(Value.Check(SkuCards, cards)).toBe(true)
    expect(cards.map(({ id }: { id: number }) => id)).toEqual([first, second])
    const hidden = await aProduct(w, { name: '停产', isActive: false })
    expect(await get(`skus/?ids=${hidden.skuIds[0]}`)).toEqual([])
  })

  test.each(['', 'x', '1,', '1;2', Array.from({ length: 21 }, (_, at) => at + 1).join(',')])('not for ids=%s', async (ids) => {
    expect(await get(`skus/${query(['ids', ids])}`)).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR' })
  })
})
