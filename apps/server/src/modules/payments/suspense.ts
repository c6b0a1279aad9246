import { defineMachine } from '@hearth/kernel/machine'

export type SuspenseReason = 'late' | 'double' | 'unknown_order'
export type SuspenseState = 'open' | 'refunding' | 'refunded' | 'revived'

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

/** Contract, decisions 5 and 33: it goes back once, or it revives its order. */
export const suspenseMachine = defineMachine({
  code: 'suspense',
  initial: 'open',
  moves: {
    refund: { from: ['open'], to: 'refunding' },
    arrive: { from: ['refunding'], to: 'refunded' },
    revive: { from: ['open'], to: 'revived' },
  },
})
