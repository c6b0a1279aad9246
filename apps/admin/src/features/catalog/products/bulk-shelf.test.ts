import { expect, test } from 'vitest'
import type { ProductView } from '@hearth/contracts/catalog'
import { doubtsOf, priceRange, sortProducts } from './bulk-shelf.ts'

const a = (id: number, is_active: boolean) => ({ id, is_active }) as ProductView
const sku = (price: string) => ({ price }) as ProductView['skus'][number]

test('what stands that way already is left out', () => {
  const products = [a(1, true), a(2, false), a(3, true)]
  expect(sortProducts(true, products).affected.map(({ id }) => id)).toEqual([2])
  expect(sortProducts(false, products).affected.map(({ id }) => id)).toEqual([1, 3])
  expect(sortProducts(false, products).skipped.map(({ id }) => id)).toEqual([2])
})

test('a product without picture, stock or SKU raises doubts', () => {
  const whole = { main_images: ['a'], skus: [sku('1.00')], stock: 1 } as unknown as ProductView
  expect(doubtsOf(whole)).toEqual([])
  expect(doubtsOf({ ...whole, main_images: [], stock: 0 })).toEqual(['noPicture', 'noStock'])
  expect(doubtsOf({ ...whole, skus: [], stock: 0 })).toEqual(['noSku'])
})

test('the range of prices is by amount, not by letters', () => {
  expect(priceRange({ skus: [sku('999.00'), sku('4299.00'), sku('1200.00')], price: '999.00' })).toEqual(['999.00', '4299.00'])
  expect(priceRange({ skus: [], price: '10.00' })).toEqual(['10.00', '10.00'])
})
