import { randomInt } from 'node:crypto'
import { compactStamp } from '@hearth/kernel/dates'
import { defineMachine } from '@hearth/kernel/machine'

export type RefundState = 'pending' | 'processing' | 'succeeded' | 'failed'

/** Money on its way back, under one number for ever. It belongs to a payment or to an entry of the suspense. */
export type Refund = {
  id: number
  refundNumber: string
  provider: string
  orderNumber: string
  tradeNumber: string
  orderId: number | null
  paymentId: number | null
  suspenseId: number | null
  tradeId: string
  amountFen: number
  reason: string
  state: RefundState
  attempts: number
  lastAnswer: string
  createdAt: Date
  updatedAt: Date
  succeededAt: Date | null
}

/** Contract §3.6. A failed one can be started again, under the same number. */
export const refundMachine = defineMachine({
  code: 'refunds',
  initial: 'pending',
  moves: {
    start: { from: ['pending', 'failed'], to: 'processing' },
    succeed: { from: ['processing'], to: 'succeeded' },
    fail: { from: ['pending', 'processing'], to: 'failed' },
  },
})

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** `R20261120140509` and ten random characters: digits and letters only, as every payment company takes them. */
export function newRefundNumber(at: Date): string {
  const random = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `R${compactStamp(at)}${random}`
}

/** The name of the job that sends a refund to its company. */
export const SEND_REFUND = 'send-refund'
