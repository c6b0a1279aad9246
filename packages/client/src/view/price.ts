import { fenFromText, yuanText } from '@hearth/kernel/money'

export type PriceParts = { whole: string; places: string }

/** `"4299.00"` → `4,299` and `.00`, so that sign and places can be set smaller. */
export function priceParts(money: string): PriceParts {
  const [whole = '0', places = '00'] = money.split('.')
  return { whole: whole.replace(/\B(?=(\d{3})+$)/g, ','), places: `.${places}` }
}

/** `"4299.00"` → `¥4,299.00`. */
export function priceText(money: string): string {
  const { whole, places } = priceParts(money)
  return whole.startsWith('-') ? `-¥${whole.slice(1)}${places}` : `¥${whole}${places}`
}

/** Whether the first amount is truly below the second one. */
export function isBelow(money: string, other: string | null): boolean {
  return other !== null && fenOf(money) < fenOf(other)
}

/** What is saved between two amounts, or null when nothing is. */
export function savedBetween(money: string, other: string | null): string | null {
  return isBelow(money, other) ? yuanText(fenOf(other ?? '0') - fenOf(money)) : null
}

export function timesMoney(money: string, count: number): string {
  return yuanText(fenOf(money) * count)
}

export function fenOf(money: string): number {
  return fenFromText(money) ?? 0
}
