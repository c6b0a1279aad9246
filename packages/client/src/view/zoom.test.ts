import { expect, test } from 'vitest'
import { NEAR, WHOLE, movedBy, swipeOf, zoomedTo } from './zoom.ts'

const box = { width: 400, height: 200 }

test('what lies under the finger stays there', () => {
  const near = zoomedTo(WHOLE, 2, { point: { x: 50, y: -20 }, box })
  expect(near).toEqual({ scale: 2, x: -50, y: 20 })
  expect(zoomedTo(near, 4, { point: { x: 50, y: -20 }, box })).toEqual({ scale: 4, x: -150, y: 60 })
})

test('a picture is never smaller than whole nor larger than it is good for, and never leaves its box', () => {
  const near = zoomedTo(WHOLE, NEAR, { point: { x: 0, y: 0 }, box })
  expect(near).toEqual({ scale: NEAR, x: 0, y: 0 })
  expect(movedBy(near, { x: 1_000, y: -1_000 }, box)).toEqual({ scale: NEAR, x: 300, y: -150 })
  expect(zoomedTo(movedBy(near, { x: 1_000, y: 0 }, box), 0.2, { point: { x: 10, y: 10 }, box })).toEqual(WHOLE)
  expect(zoomedTo(near, 99, { point: { x: 0, y: 0 }, box }).scale).toBe(5)
  expect(movedBy(WHOLE, { x: 5, y: 5 }, box)).toEqual(WHOLE)
})

test.each([[-60, 10, 1], [60, 10, -1], [-40, 0, 0], [60, 60, 0], [0, 0, 0]] as const)('a way of %d, %d leads on by %d', (x, y, by) => {
  expect(swipeOf({ x, y })).toBe(by)
})
