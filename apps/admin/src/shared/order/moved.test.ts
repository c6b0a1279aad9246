import { expect, test } from 'vitest'
import { moved } from './moved.ts'

test('an item moves forward and back, the others keep their order', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c'])
})

test('past the ends nothing moves, and the list given stays as it was', () => {
  const given = ['a', 'b']
  expect(moved(given, 0, -1)).toEqual(['a', 'b'])
  expect(moved(given, 1, 2)).toEqual(['a', 'b'])
  moved(given, 0, 1)
  expect(given).toEqual(['a', 'b'])
})
