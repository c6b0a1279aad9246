import { expect, test } from 'vitest'
import type { Facets } from '@hearth/contracts/search'
import { queryText } from '../http.ts'
import { categoryChoices, chosenOf, filtersOf, narrowingOf, optionRows, priceEnds, queryCleared, queryOfForm, queryWith, queryWithout } from './filters.ts'
import { hits } from './hits.ts'
import { looksOf, withLook } from './looks.ts'
import { cardWith } from './product-card.ts'

const read = (search: string) => filtersOf(new URLSearchParams(search))
const nothing = { brandIds: [], options: [], min: '', max: '', inStock: false, categoryId: null }

test.each([
  ['', nothing],
  ['brand_id=3&brand_id=5&brand_id=3', { ...nothing, brandIds: [3, 5] }],
  ['option=颜色:白&option=容量:3:4', { ...nothing, options: ['颜色:白', '容量:3:4'] }],
  ['min_price=1,000&max_price=￥２０００.５0', { ...nothing, min: '1000', max: '2000.50' }],
  ['min_price=900&max_price=100', { ...nothing, min: '100', max: '900' }],
  ['in_stock=1&category_id=7', { ...nothing, inStock: true, categoryId: 7 }],
  ['brand_id=x&brand_id=-1&brand_id=0&option=颜色&option=:白&option=a:%00&min_price=abc&max_price=-1&in_stock=maybe&category_id=1e9&page=abc', nothing],
  [`option=a:${'x'.repeat(100)}&min_price=${'9'.repeat(30)}`, nothing],
])('the address %s narrows so', (search, filters) => {
  expect(read(search)).toEqual(filters)
})

test('no more is asked of the API than it takes', () => {
  const many = read(Array.from({ length: 40 }, (_, at) => `brand_id=${at + 1}&option=a:${at}`).join('&'))
  expect([many.brandIds.length, many.options.length]).toEqual([20, 20])
  expect(queryText(narrowingOf(read('brand_id=3&brand_id=5&option=a:b&min_price=9&in_stock=on')))).toBe(
    '?brand_id=3&brand_id=5&option=a%3Ab&min_price=9&in_stock=true')
  expect(queryText(narrowingOf(read('')))).toBe('')
})

const facets = {
  brands: [{ id: 3, name: '岚舍', count: 2 }], categories: [{ id: 7, name: '冰箱', level: 'item', parent_id: 2, count: 1 }],
} as unknown as Facets
const search = '?q=x&sort_by=sales&page=4&brand_id=3&brand_id=9&option=颜色:白&option=颜色:灰&min_price=100&max_price=900&in_stock=1&category_id=7'

test('what is chosen can be taken away one by one, from the first page on', () => {
  const chosen = chosenOf(read(search), facets)
  expect(chosen.map((one) => ('name' in one ? one.name : one.kind))).toEqual(['冰箱', '岚舍', null, 'price', '白', '灰', 'stock'])
  const rest = chosen.map((one) => new URLSearchParams(queryWithout(search, one)))
  expect(rest.every((params) => params.get('q') === 'x' && params.get('sort_by') === 'sales' && !params.has('page'))).toBe(true)
  expect(rest.map((params) => chosenOf(filtersOf(params), facets).length)).toEqual(Array(7).fill(6))
  expect(rest[1]?.getAll('brand_id')).toEqual(['9'])
  expect(rest[4]?.getAll('option')).toEqual(['颜色:灰'])
  expect(queryCleared(search)).toBe('?q=x&sort_by=sales')
})

test('a link or a form changes the query and leaves nothing empty', () => {
  expect(queryWith('?q=x&page=2&min_price=5', { min_price: null, max_price: '9' })).toBe('?q=x&max_price=9')
  const form = new FormData()
  for (const pair of ['q=x', 'min_price=', 'max_price= ', 'brand_id=1', 'brand_id=2']) {
    const [name = '', value = ''] = pair.split('=')
    form.append(name, value)
  }
  expect(queryOfForm(form)).toBe('?q=x&brand_id=1&brand_id=2')
})

test('categories are offered below the chosen one, else where there is a choice', () => {
  const of = (id: number, parent_id: number | null) => ({ id, parent_id, name: `c${id}`, level: 'major' as const, count: 1 })
  const tree = [of(1, null), of(2, 1), of(3, 1), of(4, 3)]
  const ids = (chosen: number | null) => {
    const { trail, choices } = categoryChoices(tree, chosen)
    return [trail.map(({ id }) => id), choices.map(({ id }) => id)]
  }
  expect(ids(null)).toEqual([[], [2, 3]])
  expect(ids(3)).toEqual([[1, 3], [4]])
  expect(ids(4)).toEqual([[1, 3, 4], []])
  expect(ids(99)).toEqual([[], []])
})

test('a chosen value stays on offer when nothing has it any more', () => {
  const offered = { spec_options: [{ name: '颜色', values: [{ value: '白', count: 3 }] }] } as unknown as Facets
  const rows = optionRows(offered, read('option=颜色:灰&option=容量:3升&option=颜色:白'))
  const told = rows.map(({ name, values }) => values.map((each) => `${name} ${each.value} ${each.count} ${each.isChosen}`))
  expect(told).toEqual([['颜色 灰 0 true', '颜色 白 3 true'], ['容量 3升 0 true']])
  expect(optionRows(null, read(''))).toEqual([])
})

test('the ends of a price range', () => {
  expect(priceEnds({ min: '0.00', max: '999.99' })).toEqual({ from: null, to: '¥999' })
  expect(priceEnds({ min: '15000.00', max: null })).toEqual({ from: '¥15,000', to: null })
  expect(priceEnds({ min: '99.5', max: '200' })).toEqual({ from: '¥99.5', to: '¥200' })
})

test.each([
  ['白桁 BCD-468W 冰箱', ['bcd468w', '冰箱'], '白桁 [BCD-468W] [冰箱]'],
  ['ＡＢ１ 冰箱冰箱', ['ab1', '冰'], '[ＡＢ１] [冰]箱[冰]箱'],
  ['2.5 升 电饭煲', ['2.5升'], '[2.5 升] 电饭煲'],
  ['<b>冰箱</b>', ['b'], '<[b]>冰箱</[b]>'],
  ['😀冰箱', ['箱'], '😀冰[箱]'],
  ['冰箱', [], '冰箱'], ['冰箱', [''], '冰箱'], ['', ['冰'], ''],
])('in %s the words %j are marked', (text, words, marked) => {
  expect(hits(text, words).map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join('')).toBe(marked)
})

test('a card shows the SKU that has what was chosen, one that can be had if there is one', () => {
  const sku = (id: number, colour: string, size: string, stock: number, image = `i${id}`) =>
    ({ id, specs: { 颜色: colour, 容量: size }, price: `${id}.00`, market_price: null, stock, image, is_active: true })
  const product = {
    id: 9, default_sku_id: 1, main_images: ['main'], selling_points: [], price: '1.00', discounted_price: '1.00',
    market_price: null, stock: 7, skus: [sku(1, '白', '小', 1), sku(2, '灰', '小', 0), sku(3, '灰', '大', 4), sku(4, '灰', '中', 2, '')],
  }
  const shown = (...options: string[]) => {
    const { skuId, image, price, stock } = cardWith(product as never, options)
    return [skuId, image, price, stock]
  }
  expect(shown()).toEqual([1, 'main', '1.00', 7])
  expect(shown('颜色:灰')).toEqual([3, 'i3', '3.00', 4])
  expect(shown('颜色:灰', '容量:小')).toEqual([2, 'i2', '2.00', 0])
  expect(shown('颜色:灰', '容量:中')).toEqual([4, 'main', '4.00', 2])
  expect(shown('颜色:红')).toEqual([1, 'main', '1.00', 7])
})

test('looks are kept newest first, each once, twenty of them; rubbish is nothing', () => {
  expect(withLook([3, 2, 1], 2)).toEqual([2, 3, 1])
  expect(withLook(Array.from({ length: 20 }, (_, at) => at + 1), 99)).toHaveLength(20)
  expect(looksOf(JSON.stringify([5, '6', -1, 5, 1.5, 7]))).toEqual([5, 7])
  for (const text of [null, '', '{', '"x"', '{"a":1}', 'null']) expect(looksOf(text)).toEqual([])
})
