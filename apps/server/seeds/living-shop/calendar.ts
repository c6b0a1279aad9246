import { dayOf } from '@hearth/kernel/dates'
import type { Day } from '@hearth/kernel/dates'
import type { Random } from './random.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Days are counted back from the day of loading, in Asia/Shanghai. */
export type Calendar = {
  now: Date
  today: Day
  /** An instant of a past day, between two hours of it. */
  between(daysAgo: number, hours: readonly [from: number, to: number], random: Random): Date
  /** An instant of today that has passed; 0 is midnight, 1 is now. */
  soFarToday(part: number): Date
}

export function openCalendar(now: Date): Calendar {
  const today = dayOf(now)
  const midnightMs = Date.parse(`${today}T00:00:00+08:00`)
  return {
    now, today,
    between: (daysAgo, [from, to], random) =>
      new Date(midnightMs - daysAgo * DAY_MS + random.int(from * 3_600, to * 3_600 - 1) * 1_000),
    soFarToday: (part) => new Date(midnightMs + Math.floor((now.getTime() - midnightMs) * part)),
  }
}

export function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + Math.round(ms))
}

/** How many whole days before now an instant lies. */
export function daysSince(calendar: Calendar, at: Date): number {
  return Math.floor((calendar.now.getTime() - at.getTime()) / DAY_MS)
}
