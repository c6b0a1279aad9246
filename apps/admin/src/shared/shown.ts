import { minuteShown } from '@hearth/kernel/dates'

/** `"4299.00"` → `¥4,299.00`, without going through a float. */
export function moneyShown(amount: string): string {
  const sign = amount.startsWith('-') ? '-' : ''
  const [whole = '0', places = '00'] = amount.replace('-', '').split('.')
  return `${sign}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${places}`
}

/** An instant as `2026-11-20 14:05` in the shop's time; a dash for none. */
export function timeShown(instant: string | null): string {
  if (instant === null) return '—'
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? instant : minuteShown(at)
}
