import { expect, test } from 'vitest'
import { warrantySpan, warrantyStanding } from './warranty.ts'

test.each([
  ['2026-11-20T02:00:00Z', 12, '2026-11-20', '2027-11-20'],
  ['2026-01-31T02:00:00Z', 1, '2026-01-31', '2026-02-28'],
  ['2028-01-31T02:00:00Z', 1, '2028-01-31', '2028-02-29'],
  ['2024-02-29T02:00:00Z', 12, '2024-02-29', '2025-02-28'],
  ['2026-08-31T02:00:00Z', 6, '2026-08-31', '2027-02-28'],
  ['2026-11-20T15:59:59Z', 1, '2026-11-20', '2026-12-20'],
  ['2026-11-20T16:00:00Z', 1, '2026-11-21', '2026-12-21'],
  ['2026-11-20T02:00:00Z', 0, '2026-11-20', '2026-11-20'],
])('activated at %s with %i months it runs from %s to %s', (at, months, startOn, endOn) => {
  expect(warrantySpan(new Date(at), months)).toEqual({ startOn, endOn })
})

test.each([
  ['2027-11-19T02:00:00Z', true, 1],
  ['2027-11-20T15:59:59Z', true, 0],
  ['2027-11-20T16:00:00Z', false, -1],
])('a warranty that ends on 2027-11-20 at %s: running %s, days left %i', (now, isRunning, daysLeft) => {
  expect(warrantyStanding('2027-11-20', new Date(now))).toEqual({ isRunning, daysLeft })
})

test('a warranty that has not started neither runs nor counts', () => {
  expect(warrantyStanding(null, new Date(0))).toEqual({ isRunning: false, daysLeft: null })
})
