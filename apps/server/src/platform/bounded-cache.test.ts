import { expect, test } from 'vitest'
import { boundedCache } from './bounded-cache.ts'

const aCache = () => boundedCache<string>({ keptMs: 1_000, entries: 3, bytes: 10 })
const put = (cache: ReturnType<typeof aCache>, key: string, bytes = 1, at = 0) => cache.put(key, { value: `${key}@${at}`, bytes }, at)

test('what was put is answered for its time, and not when the clock was moved back', () => {
  const cache = aCache()
  put(cache, 'a', 1, 5_000)
  expect([cache.get('a', 5_000), cache.get('a', 5_999)]).toEqual(['a@5000', 'a@5000'])
  expect(cache.get('a', 6_000)).toBeUndefined()
  expect(cache.get('a', 5_500)).toBeUndefined()
  put(cache, 'a', 1, 5_000)
  expect(cache.get('a', 4_999)).toBeUndefined()
})

test('the longest unused goes when there are too many', () => {
  const cache = aCache()
  for (const key of ['a', 'b', 'c']) put(cache, key)
  cache.get('a', 0)
  put(cache, 'd')
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key, 0) !== undefined)).toEqual([true, false, true, true])
})

test('bytes are bounded, also after a value was put again or dropped', () => {
  const cache = aCache()
  put(cache, 'a', 6)
  put(cache, 'a', 4)
  put(cache, 'b', 6)
  expect(['a', 'b'].map((key) => cache.get(key, 0) !== undefined)).toEqual([true, true])
  put(cache, 'c', 1)
  expect(['a', 'b', 'c'].map((key) => cache.get(key, 0) !== undefined)).toEqual([false, true, true])
  put(cache, 'huge', 11)
  expect(cache.get('huge', 0)).toBeUndefined()
  expect(cache.get('b', 0)).toBeDefined()
  cache.get('b', 9_000)
  put(cache, 'd', 9)
  expect(['c', 'd'].map((key) => cache.get(key, 0) !== undefined)).toEqual([true, true])
  cache.clear()
  expect(cache.get('d', 0)).toBeUndefined()
})
