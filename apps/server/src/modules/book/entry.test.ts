import { expect, test } from 'vitest'
import { accountOf, moved } from './entry.ts'

test('what leaves one account arrives in the other', () => {
  expect(moved(4_200, { from: 'orders', to: 'alipay' }))
    .toEqual([{ account: 'alipay', amountFen: 4_200 }, { account: 'orders', amountFen: -4_200 }])
})

test('a company without an account is a fault, not a booking', () => {
  expect(accountOf('wechat')).toBe('wechat')
  expect(() => accountOf('paypal')).toThrow('no account paypal')
})
