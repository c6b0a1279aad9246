import { expect, test } from 'vitest'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import {
  fillColumn, isSkuChanged, missingCombinations, skuDraftOf, skuFaults, skuFieldsChanged, skuPatchOf, specsInOrder,
  specsWords,
} from './sku-draft.ts'

const sku = {
  id: 1, price: '4299.00', market_price: null, cost_price: '3000.00', sku_code: 'W', barcode: '', image: '', is_launched: true,
} as unknown as ConsoleSku

test('only what differs is sent; the same amount written otherwise is no change', () => {
  expect(skuPatchOf(sku, { price: '4299', market_price: ' ', sku_code: ' W ' })).toEqual({})
  expect(skuPatchOf(sku, { price: '3999.5', cost_price: '', is_launched: false })).toEqual({ price: '3999.50', cost_price: null, is_launched: false })
  expect([isSkuChanged(sku, undefined), isSkuChanged(sku, { price: '4299.0' }), isSkuChanged(sku, { barcode: '69' })]).toEqual([false, false, true])
})

test('a price is above zero, other amounts may be empty, a code is there', () => {
  expect(skuFaults(skuDraftOf(sku))).toEqual({})
  expect(skuFaults(skuDraftOf(sku, { price: '0', market_price: 'x', cost_price: '1.234', sku_code: ' ' }))).toEqual({
    price: 'priceWrong', market_price: 'amountWrong', cost_price: 'amountWrong', sku_code: 'codeNeeded',
  })
  expect(skuFaults(skuDraftOf(sku, { price: '' }))).toEqual({ price: 'priceWrong' })
})

test('a column is filled in every row, what else was typed stays', () => {
  const skus = [sku, { ...sku, id: 2 }]
  expect(fillColumn({ 1: { barcode: '69' } }, skus, { field: 'price', value: '1999' })).toEqual({
    1: { barcode: '69', price: '1999' }, 2: { price: '1999' },
  })
})

test('what is missing among two options of two values', () => {
  const options = { 颜色: ['白', '灰'], 容量: ['510', '600'] }
  expect(missingCombinations(options, [{ specs: { 容量: '510', 颜色: '白' } }])).toEqual([
    { 颜色: '白', 容量: '600' }, { 颜色: '灰', 容量: '510' }, { 颜色: '灰', 容量: '600' },
  ])
  expect(missingCombinations({}, [{ specs: {} }])).toEqual([])
  expect(missingCombinations({}, [])).toEqual([{}])
})

test('specs are said in the order of the options, however they came', () => {
  const options = { 颜色: ['白', '灰'], 容量: ['510', '600'] }
  expect(specsWords(specsInOrder(options, { 容量: '510', 颜色: '白' }))).toBe('白 · 510')
  expect(specsWords(specsInOrder({ 颜色: ['白'] }, { 旧选项: '甲', 颜色: '白' }))).toBe('白 · 甲')
})

test('what somebody else changed of a SKU', () => {
  expect(skuFieldsChanged(sku, { ...sku, price: '1.00', stock: 9 } as ConsoleSku)).toEqual(['price'])
})
