import { expect, test } from 'vitest'
import { endsFirst, fromLocal, scheduleWords, toLocal } from './schedule.ts'

const words = {
  always: 'always', from: (at: string) => `from ${at}`, until: (at: string) => `until ${at}`,
  between: (from: string, until: string) => `${from} to ${until}`,
}

test('a field shows Beijing time, and what it says is Beijing time', () => {
  expect(toLocal('2026-11-20T16:30:00.000Z')).toBe('2026-11-21T00:30')
  expect([toLocal(null), toLocal(undefined), toLocal('x')]).toEqual(['', '', ''])
  expect(fromLocal('2026-11-21T00:30')).toBe('2026-11-21T00:30:00+08:00')
  expect([fromLocal(''), fromLocal(undefined), fromLocal('tomorrow')]).toEqual([null, null, null])
  expect(toLocal(fromLocal('2026-11-21T00:30'))).toBe('2026-11-21T00:30')
})

test.each([
  ['', '', false], ['2026-11-21T00:30', '', false], ['', '2026-11-21T00:30', false], ['2026-11-21T00:30', '2026-11-21T00:31', false],
  ['2026-11-21T00:30', '2026-11-21T00:30', true], ['2026-12-01T00:00', '2026-11-21T00:30', true],
])('from %j to %j ends first: %s', (starts, ends, first) => expect(endsFirst({ starts, ends })).toBe(first))

test('a schedule is said in words', () => {
  const [a, b] = ['2026-11-21T00:30', '2026-12-01T08:00']
  expect([scheduleWords('', '', words), scheduleWords(a, '', words), scheduleWords('', b, words), scheduleWords(a, b, words)])
    .toEqual(['always', 'from 2026-11-21 00:30', 'until 2026-12-01 08:00', '2026-11-21 00:30 to 2026-12-01 08:00'])
})
