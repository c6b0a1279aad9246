import type { ProviderName } from '../../src/modules/payments/index.ts'

/** A way in which money can come for an order: a trade at a company, or a transfer. */
export type ModelTrade = {
  payer: ProviderName | 'bank'
  number: string
  /** Whether the buyer is typing his password: until it is paid or out of time, the company does not close it. */
  isBusy: boolean
  /** Whether the money is there, whether or not anybody heard of it. */
  isPaid: boolean
  isHeard: boolean
}
export type ModelRefund = { payer: ModelTrade['payer']; fen: number; isFailed: boolean }

/** What a person with paper and pencil knows of one order. */
export type ModelOrder = {
  id: number
  number: string
  qty: number
  payableFen: number
  expiresAt: number
  state: 'pending' | 'paid' | 'cancelled'
  cancelledBy: 'buyer' | 'timeout' | null
  /** Where he was sent so far, the first first. */
  trades: ModelTrade[]
  /** What it was paid with first; any other money goes back. */
  paidBy: ModelTrade | null
  /** What went back of that. */
  refunds: ModelRefund[]
}

/** One SKU and the orders of it. */
export type Model = { onHandQty: number; orders: ModelOrder[] }

/** Who began to pay in time has so long to finish (the simulated company's README). */
const FINISHING_MS = 60_000

export function freeQty({ onHandQty, orders }: Model): number {
  return onHandQty - orders.filter(({ state }) => state !== 'cancelled').reduce((sum, { qty }) => sum + qty, 0)
}

/** The trade of this number, noted when it is new. */
export function tradeOf(order: ModelOrder, payer: ModelTrade['payer'], number: string): ModelTrade {
  const known = order.trades.find((trade) => trade.payer === payer && trade.number === number)
  const trade = known ?? { payer, number, isBusy: false, isPaid: false, isHeard: false }
  if (!known) order.trades.push(trade)
  return trade
}

/** Money for an order was heard of: it pays a pending one, revives an expired one if it can, or goes back. */
export function hear(model: Model, order: ModelOrder, trade: ModelTrade): void {
  if (trade.isHeard) return
  trade.isHeard = true
  const revives = order.state === 'cancelled' && order.cancelledBy === 'timeout' && order.paidBy === null
    && freeQty(model) >= order.qty
  if (order.state !== 'pending' && !revives) return
  order.state = 'paid'
  order.cancelledBy = null
  order.paidBy = trade
}

/** The companies are asked to close what can no longer be paid: what was paid there is heard of. */
export function close(model: Model, order: ModelOrder, trades: readonly ModelTrade[]): void {
  for (const trade of trades.filter(({ isPaid }) => isPaid)) hear(model, order, trade)
}

export function backFenOf({ refunds }: ModelOrder): number {
  return refunds.reduce((sum, { fen, isFailed }) => sum + (isFailed ? 0 : fen), 0)
}

/** @returns whether that is possible; what is left of paid money goes back */
export function cancel(order: ModelOrder, by: 'buyer' | 'timeout'): boolean {
  if (order.state === 'cancelled') return false
  const leftFen = order.payableFen - backFenOf(order)
  if (order.paidBy && leftFen > 0) order.refunds.push({ payer: order.paidBy.payer, fen: leftFen, isFailed: false })
  order.state = 'cancelled'
  order.cancelledBy = by
  return true
}

/**
 * Ends those of these orders whose time is over: the companies are asked first, one after the other. The first that has
 * the money ends the asking, and so does one where the buyer is paying just now.
 */
export function expire(model: Model, orders: readonly ModelOrder[], now: number): void {
  for (const order of [...orders].sort((a, b) => a.expiresAt - b.expiresAt)) {
    if (order.state !== 'pending' || order.expiresAt > now) continue
    const isBusy = (trade: ModelTrade) => trade.isBusy && order.expiresAt + FINISHING_MS > now
    const first = order.trades.find((trade) => trade.isPaid || isBusy(trade))
    if (!first) cancel(order, 'timeout')
    else if (first.isPaid) hear(model, order, first)
  }
}

/** Where a refund may stand; the companies have magic amounts (their READMEs). `isByHand`: staff has paid it out. */
export function refundStates({ payer, fen }: Pick<ModelRefund, 'payer' | 'fen'>, isByHand: boolean): string[] {
  const ends = fen % 100
  const atWechat = payer !== 'wechat' ? null : ends === 95 ? 'failed' : ends === 96 ? 'abnormal' : null
  const fate = payer === 'bank' ? 'pending' : ends === 97 ? 'no_balance' : atWechat ?? 'succeeded'
  return isByHand ? ['succeeded'] : ['pending', 'processing', fate]
}
