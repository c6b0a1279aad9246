import { expect, test } from 'vitest'
import { statusOf, toOrderFilter, toOrderQuery } from './order-query.ts'

test('days of the address are whole days in Shanghai', () => {
  expect(toOrderFilter({ created_after: '2026-11-20', created_before: '2026-11-21', paid_before: '2026-11-21' })).toMatchObject({
    created_after: '2026-11-20T00:00:00.000+08:00', created_before: '2026-11-21T23:59:59.999+08:00',
    paid_after: undefined, paid_before: '2026-11-21T23:59:59.999+08:00',
  })
})

test('what nobody knows in an address filters nothing', () => {
  const values = { status: 'paid,lost,shipped', payment_method: 'gold', user_id: '1x', ordering: 'phone' }
  expect(statusOf(values)).toBe('paid,shipped')
  expect(toOrderQuery({ values, page: 2, pageSize: 50 })).toMatchObject({
    status: 'paid,shipped', payment_method: undefined, user_id: undefined, ordering: undefined, page: 2, page_size: 50,
  })
})
