import { randomInt } from 'node:crypto'
import { compactStamp } from '@hearth/kernel/dates'
import { defineMachine } from '@hearth/kernel/machine'

export type RefundState = 'pending' | 'processing' | 'succeeded' | 'failed' | 'abnormal' | 'no_balance'

/**
 * What a person has to look at. `refused`: the company said no. `abnormal`: it could not reach the buyer's card.
 * `no_balance`: our account there holds too little. `amount_differs`: its answer names another amount. `stopped`: staff
 * ended it. `paid_twice`: it was paid out by hand, and the company moved the money as well.
 */
export type RefundProblem = '' | 'refused' | 'abnormal' | 'no_balance' | 'amount_differs' | 'stopped' | 'paid_twice'

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
  problem: RefundProblem
  attempts: number
  lastAnswer: string
  /** The company's or the bank's number of what was paid out, and whose account it left. */
  transactionId: string
  paidFrom: string | null
  operatorId: number | null
  createdAt: Date
  updatedAt: Date
  succeededAt: Date | null
  givenUpAt: Date | null
}

/** Contract §3.6, with the two ways in which a company leaves a refund to a person. The number stays the same. */
export const refundMachine = defineMachine({
  code: 'refunds',
  initial: 'pending',
  moves: {
    start: { from: ['pending', 'failed', 'abnormal', 'no_balance'], to: 'processing' },
    succeed: { from: ['processing'], to: 'succeeded' },
    fail: { from: ['pending', 'processing', 'no_balance'], to: 'failed' },
    get_stuck: { from: ['processing'], to: 'abnormal' },
    lack_balance: { from: ['processing'], to: 'no_balance' },
  },
})

export type RefundMoveName = keyof typeof refundMachine.moves

/** One line of a refund's history. */
export type RefundMove = {
  event: string
  from: RefundState | null
  to: RefundState
  actorId: number | null
  note: string
  at: Date
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** `R20261120140509` and ten random characters: digits and letters only, as every payment company takes them. */
export function newRefundNumber(at: Date): string {
  const random = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `R${compactStamp(at)}${random}`
}

const FIRST_ASK_MS = 60_000
const LAST_ASK_MS = 3_600_000

/** When a company is asked about a refund after so many tries: a minute, then twice as long each time, an hour at most. */
export function nextAskAt(attempts: number, at: Date): Date {
  return new Date(at.getTime() + Math.min(FIRST_ASK_MS * 2 ** Math.max(0, attempts - 1), LAST_ASK_MS))
}

/** The name of the job that sends a refund to its company. */
export const SEND_REFUND = 'send-refund'
