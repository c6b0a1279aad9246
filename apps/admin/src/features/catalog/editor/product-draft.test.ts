import { expect, test } from 'vitest'
import type { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import {
  amountText, changedFields, combinationCount, conflictOf, draftOf, isAmount, newProductBody, onTopOf, optionFault,
  patchOf,
} from './product-draft.ts'
import type { ProductDraft } from './product-draft.ts'

const product = {
  name: '冰箱', product_model: 'BCD', product_code: null, brand_id: 1, category_id: 2, description: '', key_spec: '510 L',
  selling_points: ['静音'], parameters: [{ name: '容积', value: '510 L' }], spec_options: { 颜色: ['白', '灰'] },
  main_images: ['a', 'b'], detail_images: [], manuals: [], warranty_months: 36, has_installation: true, is_active: true,
  supply_price: '3000.00',
} as unknown as ConsoleProduct
const before = draftOf(product)
const but = (change: Partial<ProductDraft>): ProductDraft => ({ ...draftOf(product), ...change })

test('what was read and not touched is no change, whatever keys the rows have', () => {
  expect(changedFields(before, draftOf(product))).toEqual([])
  expect(patchOf(before, but({ name: ' 冰箱 ', supply_price: '3000' }))).toEqual({})
})

test('only what differs is sent, trimmed and without empty lines', () => {
  const rows = [...before.parameters, { key: 'x', name: ' 能效 ', value: '一级' }, { key: 'y', name: ' ', value: '' }]
  expect(patchOf(before, but({ name: ' 新冰箱 ', product_code: ' GA1 ', parameters: rows, supply_price: '' }))).toEqual({
    name: '新冰箱', product_code: 'GA1', supply_price: null,
    parameters: [{ name: '容积', value: '510 L' }, { name: '能效', value: '一级' }],
  })
  expect(patchOf(before, but({ main_images: ['b', 'a'] }))).toEqual({ main_images: ['b', 'a'] })
})

test('a new product says its first price and stock', () => {
  const body = newProductBody(before, { price: '4299', market_price: '', cost_price: '3100.5', stock: 3, sku_code: ' ' })
  expect(body).toMatchObject({ name: '冰箱', price: '4299', market_price: null, cost_price: '3100.50', stock: 3, spec_options: { 颜色: ['白', '灰'] } })
  expect('sku_code' in body).toBe(false)
})

test('of two who saved, only what both changed differently is a conflict', () => {
  const mine = but({ name: '我的', key_spec: '同样', warranty_months: 12 })
  const theirs = but({ name: '他的', key_spec: '同样', description: '新介绍' })
  expect(conflictOf(before, mine, theirs)).toEqual({ theirs: ['description', 'key_spec'], both: ['name'] })
})

test('mine goes on top of theirs; what I gave up is theirs', () => {
  const mine = but({ name: '我的', warranty_months: 12 })
  const theirs = but({ name: '他的', description: '新介绍' })
  expect(onTopOf(theirs, { before, mine })).toMatchObject({ name: '我的', warranty_months: 12, description: '新介绍' })
  expect(onTopOf(theirs, { before, mine, givenUp: ['name'] })).toMatchObject({ name: '他的', warranty_months: 12 })
})

test('options need names of their own and values', () => {
  const row = (name: string, values: string[]) => ({ key: name, name, values })
  expect(optionFault([row('颜色', ['白']), row('', [])])).toBeNull()
  expect(optionFault([row('颜色', ['白']), row('颜色 ', ['灰'])])).toBe('optionTwice')
  expect(optionFault([row('', ['白'])])).toBe('optionTwice')
  expect(optionFault([row('颜色', [])])).toBe('optionEmpty')
  expect([combinationCount([]), combinationCount([row('a', ['1', '2']), row('b', ['1', '2', '3'])])]).toEqual([1, 6])
})

test('amounts', () => {
  expect(['', '4299', '4299.5', ' 1.00 '].map(isAmount)).toEqual([true, true, true, true])
  expect(['-1', '1.234', 'x', '1e3'].map(isAmount)).toEqual([false, false, false, false])
  expect(['4299', '0099.5', ' '].map(amountText)).toEqual(['4299.00', '99.50', null])
})
