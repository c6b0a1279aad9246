import { expect, test } from 'vitest'
import type { Http } from '../http.ts'
import { neighboursOf } from './cases.ts'

/** An API with so many cases, whose ids are their places from 1. */
const withCases = (count: number): Http => async ({ query }) => {
  const [page, size] = [Number(query?.page), Number(query?.page_size)]
  const all = Array.from({ length: count }, (_, at) => ({ id: at + 1 }))
  return { status: 200, body: { results: all.slice((page - 1) * size, page * size), has_next: page * size < count } }
}

test.each([
  [1, 1, null, null], [3, 1, null, 2], [3, 2, 1, 3], [3, 3, 2, null], [3, 9, null, null], [0, 1, null, null],
  [250, 100, 99, 101], [250, 101, 100, 102], [250, 250, 249, null], [200, 200, 199, null],
])('of %i cases number %i stands between %j and %j', async (count, id, previous, next) => {
  const found = await neighboursOf(withCases(count), id)
  expect([found.previous?.id ?? null, found.next?.id ?? null]).toEqual([previous, next])
})
