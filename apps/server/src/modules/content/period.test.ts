import { expect, test } from 'vitest'
import { stateAt } from './period.ts'

const at = new Date('2026-11-20T02:00:00Z')
const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000)

test.each([
  [{ isActive: true, startsAt: null, endsAt: null }, 'running'],
  [{ isActive: true, startsAt: at, endsAt: day(1) }, 'running'],
  [{ isActive: true, startsAt: day(1), endsAt: null }, 'scheduled'],
  [{ isActive: true, startsAt: day(-2), endsAt: at }, 'ended'],
  [{ isActive: false, startsAt: day(-2), endsAt: day(-1) }, 'ended'],
  [{ isActive: false, startsAt: day(1), endsAt: null }, 'off'],
  [{ isActive: false, startsAt: null, endsAt: null }, 'off'],
])('%j is %s', (shown, state) => {
  expect(stateAt(shown, at)).toBe(state)
})
