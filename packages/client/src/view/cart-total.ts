import type { CartLineView } from '@hearth/contracts/cart'
import { yuanText } from '@hearth/kernel/money'
import { fenOf } from './price.ts'

export type CartTotal = {
  pieces: number
  goods: string
  saved: string
  toPay: string
  tickedLines: number
  /** Ticked lines that cannot be ordered: they stay in the cart and out of the sums. */
  leftOut: number
  allTicked: boolean
  canCheckOut: boolean
}

/** Sums the ticked lines that can be ordered. */
export function cartTotal(lines: readonly CartLineView[]): CartTotal {
  const ticked = lines.filter((line) => line.selected)
  const counted = ticked.filter((line) => line.unavailable === null)
  const able = lines.filter((line) => line.unavailable === null)
  const sum = (of: (line: CartLineView) => string) =>
    counted.reduce((fen, line) => fen + fenOf(of(line)) * line.count, 0)
  const goodsFen = sum((line) => line.price)
  const payFen = sum((line) => line.discounted_price)
  return {
    pieces: counted.reduce((count, line) => count + line.count, 0),
    goods: yuanText(goodsFen),
    saved: yuanText(goodsFen - payFen),
    toPay: yuanText(payFen),
    tickedLines: ticked.length,
    leftOut: ticked.length - counted.length,
    allTicked: able.length > 0 && able.every((line) => line.selected),
    canCheckOut: counted.length > 0,
  }
}

/** How one piece's price moved since it was put in: cheaper or dearer by so much; null when it did not. */
export function priceMove({ discounted_price: now, price_then: then }: Pick<CartLineView, 'discounted_price' | 'price_then'>) {
  if (then === null || fenOf(then) === fenOf(now)) return null
  const byFen = fenOf(now) - fenOf(then)
  return { isCheaper: byFen < 0, by: yuanText(Math.abs(byFen)), then }
}
