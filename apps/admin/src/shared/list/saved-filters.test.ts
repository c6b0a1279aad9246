import { expect, test } from 'vitest'
import { queryOf, savedIn, withSaved } from './saved-filters.ts'

test('the same filters have one address, whatever their order', () => {
  expect(queryOf({ status: 'paid', order_number: '' })).toBe('status=paid')
  expect(queryOf({ username: '王', status: 'paid' })).toBe(queryOf({ status: 'paid', username: '王' }))
})

test('a name is kept once, the newest first', () => {
  const saved = withSaved([{ name: 'a', query: '1' }, { name: 'b', query: '2' }], { name: 'b', query: '3' })
  expect(saved).toEqual([{ name: 'b', query: '3' }, { name: 'a', query: '1' }])
  expect(withSaved(Array.from({ length: 20 }, (_, at) => ({ name: String(at), query: '' })), { name: 'x', query: '' })).toHaveLength(20)
})

test('what the browser holds may be anything', () => {
  expect(savedIn(null)).toEqual([])
  expect(savedIn('{')).toEqual([])
  expect(savedIn('[{"name":"a","query":"status=paid"},{"name":1},null]')).toEqual([{ name: 'a', query: 'status=paid' }])
})
