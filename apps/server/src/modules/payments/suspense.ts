import { defineMachine } from '@hearth/kernel/machine'

export type SuspenseReason = 'late' | 'double' | 'unknown_order'
export type SuspenseState = 'open' | 'refunding' | 'refunded' | 'revived' | 'matched'

/** Money that arrived and cannot pay its order. `orderId` is null when no order has that number. */
export type Suspense = {
  id: number
  provider: string
  tradeNumber: string
  tradeId: string
  orderNumber: string
  orderId: number | null
  amountFen: number
  reason: SuspenseReason
  state: SuspenseState
  createdAt: Date
}

/**
 * Contract, decisions 5 and 33: it goes back once, or it revives its order. What came under a number that nobody knows
 * may be matched to an order by a person. A refund that was given up leaves the money where it was.
 */
export const suspenseMachine = defineMachine({
  code: 'suspense',
  initial: 'open',
  moves: {
    refund: { from: ['open'], to: 'refunding' },
    arrive: { from: ['refunding'], to: 'refunded' },
    give_back: { from: ['refunding'], to: 'open' },
    revive: { from: ['open'], to: 'revived' },
    match: { from: ['open'], to: 'matched' },
  },
})
