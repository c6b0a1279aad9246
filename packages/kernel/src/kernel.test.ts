import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, compactStamp, dayOf, daysBetween, isoShanghai, minuteShown, addDays, hourOf } from './dates.ts'
import { fillSentence } from './errors.ts'
import { allowedMoves, defineMachine, nextState } from './machine.ts'
import { allocateFen, fenFromText, yuanShown, yuanText } from './money.ts'
import { statusCode, statusesFromFilter } from './order-status.ts'
import { offsetOf, pageOf } from './pages.ts'

describe('money', () => {
  test.each([[0, '0.00'], [5, '0.05'], [99, '0.99'], [429900, '4299.00'], [-150, '-1.50']])('%d fen is %s', (fen, text) => {
    expect(yuanText(fen)).toBe(text)
  })
  test.each([
    ['4299', 429900], ['4299.5', 429950], ['0.01', 1], [' 10.00 ', 1000], ['1e3', null], ['-1', null], ['1.234', null],
    ['', null], ['.5', null], ['99999999999', null],
  ])('%j reads as %s fen', (text, fen) => expect(fenFromText(text)).toBe(fen))
  test('text and fen are each other\'s inverse', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => fenFromText(yuanText(fen)) === fen))
  })
  test('a fraction of a fen is refused', () => expect(() => yuanText(0.5)).toThrow(RangeError))
  test('screens show thousands', () => {
    expect(yuanShown(123456789)).toBe('¥1,234,567.89')
    expect(yuanShown(-5)).toBe('-¥0.05')
  })
  test('shares add up to the total and none is off by more than a fen', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e11 }), weights, (total, shares) => {
      const out = allocateFen(total, shares)
      const sum = shares.reduce((a, b) => a + b, 0)
      expect(out.reduce((a, b) => a + b, 0)).toBe(total)
      const offBy = (share: number, at: number) => Math.abs(share - (total * (shares[at] ?? 0)) / sum)
      if (sum > 0) out.forEach((share, at) => expect(offBy(share, at)).toBeLessThan(1.01))
    }))
  })
})

describe('days', () => {
  test.each([
    ['2025-11-10', 1, '2025-12-10'], ['2026-01-31', 1, '2026-02-28'], ['2024-01-30', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'], ['2026-11-30', 3, '2027-02-28'],
  ])('%s + %d months is %s', (day, months, end) => expect(addMonths(day, months)).toBe(end))
  test('the day turns at midnight in Shanghai', () => {
    expect(dayOf(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20')
    expect(dayOf(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
  })
  test('instants are written with their offset', () => {
    const at = new Date('2026-11-20T06:05:09.120Z')
    expect(isoShanghai(at)).toBe('2026-11-20T14:05:09.120+08:00')
    expect(minuteShown(at)).toBe('2026-11-20 14:05')
    expect(compactStamp(at)).toBe('20261120140509')
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  })
})

test('a machine answers every pair of state and move', () => {
  const door = defineMachine({
    code: 'door', initial: 'shut', moves: { open: { from: ['shut'], to: 'open' }, shut: { from: ['open'], to: 'shut' } },
  })
  expect(nextState(door, 'shut', 'open')).toBe('open')
  expect(nextState(door, 'shut', 'shut')).toBeNull()
  expect(allowedMoves(door, 'open')).toEqual(['shut'])
})

test('a page knows its neighbours', () => {
  expect(pageOf(['a'], 21, { page: 2, pageSize: 20 })).toEqual({
    results: ['a'], total: 21, page: 2, total_pages: 2, has_next: false, has_previous: true, count: 21,
  })
  expect(offsetOf({ page: 3, pageSize: 20 })).toBe(40)
})

test('a sentence is filled from the facts', () => expect(fillSentence('还剩 {free} 台', { free: 3 })).toBe('还剩 3 台'))

test('order states have their numbers', () => {
  const now = new Date('2026-11-20T00:00:00Z')
  expect(statusCode('completed', new Date('2026-11-06T00:00:00Z'), now)).toBe(4)
  expect(statusCode('completed', new Date('2026-11-05T00:00:00Z'), now)).toBe(5)
  expect(statusCode('refunding', null, now)).toBe(7)
  expect(statusesFromFilter('7')).toEqual(['returning', 'refunding'])
  expect(statusesFromFilter('5')).toEqual(['completed'])
  expect(statusesFromFilter('paid')).toEqual(['paid'])
  expect(statusesFromFilter('nonsense')).toBeNull()
})

test('days are added over months and years, and an hour of a day is one of Shanghai', () => {
  expect([addDays('2026-02-27', 2), addDays('2026-01-01', -1), addDays('2026-12-31', 0)]).toEqual(['2026-03-01', '2025-12-31', '2026-12-31'])
  expect(hourOf('2026-11-25', 9).toISOString()).toBe('2026-11-25T01:00:00.000Z')
})
