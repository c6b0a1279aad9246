import { expect, test } from 'vitest'
import { call, onSale, openShopWorld, pay, place } from '../../tests/support/order-builders.ts'
import { aPaidOrder } from '../../tests/support/refund-builders.ts'

test('the book is read by day, account and order; support does not see it', async () => {
  await using w = await openShopWorld()
  const { anna, ann, number } = await aPaidOrder(w)
  const fan = await onSale(w, { priceFen: 100 })
  w.advanceMinutes(24 * 60)
  const other = (await place(w, ann, fan)).json().order_id
  await pay(w, ann, other)
  const read = async (query: string) => (await call(w, anna, 'GET', `/api/money-book/?${query}`)).json()
  expect((await read('')).count).toBe(2)
  expect((await read(`order_number=${number}`)).results).toMatchObject([{ kind: 'receipt', order_number: number }])
  expect([(await read('from=2026-11-21')).count, (await read('to=2026-11-20')).count, (await read('from=2026-11-20&to=2026-11-21')).count])
    .toEqual([1, 1, 2])
  expect([(await read('account=alipay')).count, (await read('account=bank')).count, (await read('kind=fee')).count]).toEqual([2, 0, 0])
  expect((await read('to=2026-99-99')).error_code).toBe('VALIDATION_ERROR')
  const suzy = await w.signIn('suzy', { role: 'support' })
  for (const path of ['/api/money-book/', '/api/money-book/balances/']) expect((await call(w, suzy, 'GET', path)).statusCode).toBe(403)
})
