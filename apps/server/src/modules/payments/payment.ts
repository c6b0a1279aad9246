import { defineMachine } from '@hearth/kernel/machine'
import type { PayChannel } from './payment-provider.ts'

export type PaymentMethod = 'wechat' | 'alipay' | 'bank'
export type PaymentState = 'init' | 'processing' | 'succeeded' | 'failed' | 'cancelled' | 'expired'

/**
 * One attempt to pay an order. Its `tradeNumber` is our number of the trade at the company, its `tradeId` the company's
 * own, known once the money is there. `channel` is null until the buyer was sent to pay. `closedAt`: since when it is known that
 * the trade can no longer be paid at the company.
 */
export type Payment = {
  id: number
  orderId: number
  orderNumber: string
  userId: number
  method: PaymentMethod
  channel: PayChannel | null
  tradeNumber: string
  amountFen: number
  state: PaymentState
  tradeId: string | null
  asks: number
  closedAt: Date | null
  expiresAt: Date
  createdAt: Date
  updatedAt: Date
}

/** One line of an attempt's history. */
export type PaymentMove = {
  event: string
  from: PaymentState | null
  to: PaymentState
  actorId: number | null
  note: string
  at: Date
}

/** Contract §3.4. A success, a failure and an end never change again. */
export const paymentMachine = defineMachine({
  code: 'payments',
  initial: 'init',
  moves: {
    start: { from: ['init'], to: 'processing' },
    succeed: { from: ['init', 'processing'], to: 'succeeded' },
    fail: { from: ['init', 'processing'], to: 'failed' },
    cancel: { from: ['init', 'processing'], to: 'cancelled' },
    expire: { from: ['init', 'processing'], to: 'expired' },
  },
})

export type PaymentMoveName = keyof typeof paymentMachine.moves

/** Whether the attempt can still be paid. */
export function isOpen(payment: Pick<Payment, 'state'>): boolean {
  return payment.state === 'init' || payment.state === 'processing'
}

const ASK_AFTER_MINUTES = [1, 1, 2, 3, 4, 6] as const

/** When to ask the company after so many questions: intervals grow, and never above 6 minutes (decision 28: 8). */
export function nextAskAt(asks: number, at: Date): Date {
  const minutes = ASK_AFTER_MINUTES[Math.min(asks, ASK_AFTER_MINUTES.length - 1)] ?? 6
  return new Date(at.getTime() + minutes * 60_000)
}
