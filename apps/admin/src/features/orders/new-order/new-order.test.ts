import { expect, test } from 'vitest'
import { addressFaults, emptyAddress, emptyOrder, toAddressBody, toOrderBody, totalFen, withSku } from './new-order.ts'

const fridge = { skuId: 7, productId: 3, name: '冰箱', specs: '白', image: '', price: '4299.10', stock: 5 }

test('the same SKU again is one more piece of it', () => {
  const lines = withSku(withSku([], fridge), fridge)
  expect(lines).toMatchObject([{ skuId: 7, qty: 2 }])
  expect(withSku(lines, { ...fridge, skuId: 8 })).toHaveLength(2)
})

test('the total is whole fen', () => {
  expect(totalFen([{ ...fridge, qty: 3 }, { ...fridge, skuId: 8, price: '0.07', qty: 3 }])).toBe(1_289_751)
  expect(totalFen([{ ...fridge, price: 'free', qty: 1 }])).toBeNull()
})

test('an order is sent once buyer, address and goods are there', () => {
  const order = { ...emptyOrder, buyer: { id: 2, username: 'ann' }, addressId: 9, lines: [{ ...fridge, qty: 2 }] }
  expect(toOrderBody({ ...order, buyer: null }, '8598.20')).toBeNull()
  expect(toOrderBody({ ...order, addressId: null }, '8598.20')).toBeNull()
  expect(toOrderBody({ ...order, lines: [] }, '0.00')).toBeNull()
  expect(toOrderBody({ ...order, note: ' 先电话 ' }, '8598.20')).toEqual({
    user_id: 2, address_id: 9, method: 'wechat', expected_total: '8598.20', note: '先电话',
    items: [{ product_id: 3, sku_id: 7, quantity: 2 }],
  })
})

test('an address names what it lacks; whole, it is sent without spaces around', () => {
  expect(addressFaults(emptyAddress)).toEqual(['receiver', 'phone', 'area', 'detail'])
  const area = { province: 370000, city: 370200, district: 370212 }
  const draft = { receiver: ' 李华 ', phone: '0532-8888 6666 ', detail: ' 海尔路 1 号', area }
  expect(addressFaults(draft)).toEqual([])
  expect(addressFaults({ ...draft, phone: 'call me' })).toEqual(['phone'])
  expect(toAddressBody(draft)).toEqual({ contact_name: '李华', phone: '0532-8888 6666', detail: '海尔路 1 号', ...area })
})
