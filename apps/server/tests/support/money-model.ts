/** What a person with paper and pencil knows of one order. */
export type ModelOrder = {
  id: number
  number: string
  qty: number
  payableFen: number
  expiresAt: number
  state: 'pending' | 'paid' | 'cancelled'
  cancelledBy: 'buyer' | 'timeout' | null
  /** By whom it was paid first; the money of anybody else goes back. */
  paidBy: Payer | null
  /** Whose money has been heard of. */
  heard: Payer[]
  /** Whether the buyer was at the company, and paid there, whether or not anybody heard of it. */
  isStarted: boolean
  isPaidThere: boolean
  backFen: number
}
export type Payer = 'alipay' | 'bank'

/** One SKU and the orders of it. */
export type Model = { onHandQty: number; orders: ModelOrder[] }

export function freeQty({ onHandQty, orders }: Model): number {
  return onHandQty - orders.filter(({ state }) => state !== 'cancelled').reduce((sum, { qty }) => sum + qty, 0)
}

/** Money for an order was heard of: it pays a pending one, revives an expired one if it can, or goes back. */
export function hear(model: Model, order: ModelOrder, payer: Payer): void {
  if (order.heard.includes(payer)) return
  order.heard.push(payer)
  const revives = order.state === 'cancelled' && order.cancelledBy === 'timeout' && order.paidBy === null
    && freeQty(model) >= order.qty
  if (order.state !== 'pending' && !revives) return
  order.state = 'paid'
  order.cancelledBy = null
  order.paidBy = payer
}

/** @returns whether that is possible */
export function cancel(order: ModelOrder, by: 'buyer' | 'timeout'): boolean {
  if (order.state === 'cancelled') return false
  if (order.paidBy) order.backFen = order.payableFen
  order.state = 'cancelled'
  order.cancelledBy = by
  return true
}

/** Ends those of these orders whose time is over: the company is asked first, where the buyer was there. */
export function expire(model: Model, orders: readonly ModelOrder[], now: number): void {
  for (const order of [...orders].sort((a, b) => a.expiresAt - b.expiresAt)) {
    if (order.state !== 'pending' || order.expiresAt > now) continue
    if (order.isStarted && order.isPaidThere) hear(model, order, 'alipay')
    else cancel(order, 'timeout')
  }
}
