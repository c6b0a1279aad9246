/** Calendar days of the shop are days in Asia/Shanghai: UTC+8 all year since 1991. */
const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** A calendar day, `2026-11-20`. */
export type Day = string

/** The day in Asia/Shanghai on which the instant falls. */
export function dayOf(at: Date): Day {
  return new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** ISO-8601 with the offset of Asia/Shanghai: `2026-11-20T14:05:09.123+08:00`. */
export function isoShanghai(at: Date): string {
  return `${new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, -1)}+08:00`
}

/** `2026-11-20 14:05`, for screens. */
export function minuteShown(at: Date): string {
  return isoShanghai(at).slice(0, 16).replace('T', ' ')
}

/** `20261120140509`, for order numbers and payment companies. */
export function compactStamp(at: Date): string {
  return isoShanghai(at).slice(0, 19).replace(/\D/g, '')
}

/** Adds calendar months; a day that the month has not becomes its last one (31 January + 1 month = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** Adds calendar days. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The instant of a full hour of a day in Asia/Shanghai. */
export function hourOf(day: Day, hour: number): Date {
  return new Date(Date.parse(day) + hour * 3_600_000 - SHANGHAI_MS)
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
