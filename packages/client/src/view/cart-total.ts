import type { CartLineView } from '@hearth/contracts/cart'
import { yuanText } from '@hearth/kernel/money'
import { fenOf } from './price.ts'

export type CartTotal = {
  pieces: number
  goods: string
  saved: string
  toPay: string
  tickedLines: number
  allTicked: boolean
  canCheckOut: boolean
}

/** Why a line cannot be ordered as it stands, or null when it can. */
export function lineTrouble(line: CartLineView): 'off_shelf' | 'sold_out' | 'too_few' | null {
  if (!line.is_launched) return 'off_shelf'
  if (line.stock < 1) return 'sold_out'
  return line.stock < line.count || !line.is_available ? 'too_few' : null
}

/** Sums the ticked lines; one that cannot be ordered keeps the whole selection from going on. */
export function cartTotal(lines: readonly CartLineView[]): CartTotal {
  const ticked = lines.filter((line) => line.selected)
  const able = lines.filter((line) => lineTrouble(line) === null)
  const sum = (of: (line: CartLineView) => string) =>
    ticked.reduce((fen, line) => fen + fenOf(of(line)) * line.count, 0)
  const goodsFen = sum((line) => line.price)
  const payFen = sum((line) => line.discounted_price)
  return {
    pieces: ticked.reduce((count, line) => count + line.count, 0),
    goods: yuanText(goodsFen),
    saved: yuanText(goodsFen - payFen),
    toPay: yuanText(payFen),
    tickedLines: ticked.length,
    allTicked: able.length > 0 && able.every((line) => line.selected),
    canCheckOut: ticked.length > 0 && ticked.every((line) => lineTrouble(line) === null),
  }
}
