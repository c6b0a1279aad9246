import { dayOf, minuteShown } from '@hearth/kernel/dates'

/** An instant of the wire → `2026-11-20 14:05` in Asia/Shanghai; empty for nothing. */
export function minuteText(instant: string | null): string {
  const at = instant === null ? Number.NaN : Date.parse(instant)
  return Number.isNaN(at) ? '' : minuteShown(new Date(at))
}

/** An instant of the wire → `2026-11-20` in Asia/Shanghai. */
export function dayText(instant: string | null): string {
  const at = instant === null ? Number.NaN : Date.parse(instant)
  return Number.isNaN(at) ? '' : dayOf(new Date(at))
}

/** Milliseconds left as `14:59` or `1:02:03`; never below zero. */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60) % 60
  const hours = Math.floor(seconds / 3600)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}
