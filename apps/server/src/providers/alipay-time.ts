import { isoShanghai } from '@hearth/kernel/dates'

/** `2026-11-20 14:05:09`, the form in which Alipay reads and writes times. */
export function alipayTime(at: Date): string {
  return isoShanghai(at).slice(0, 19).replace('T', ' ')
}
