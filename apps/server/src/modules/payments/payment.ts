import { defineMachine } from '@hearth/kernel/machine'

export type PaymentMethod = 'wechat' | 'alipay' | 'bank'
export type PaymentState = 'init' | 'processing' | 'succeeded' | 'failed' | 'cancelled' | 'expired'

/** One attempt to pay an order. Its `tradeId` is the company's number, known once the money is there. */
export type Payment = {
  id: number
  orderId: number
  orderNumber: string
  userId: number
  method: PaymentMethod
  amountFen: number
  state: PaymentState
  tradeId: string | null
  expiresAt: Date
  createdAt: Date
  updatedAt: Date
}

/** One line of an attempt's history. */
export type PaymentMove = { event: string; from: PaymentState | null; to: PaymentState; at: Date }

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
