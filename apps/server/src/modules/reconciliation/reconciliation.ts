import type { BillLine, ProviderName } from '../payments/index.ts'

export type RunState = 'running' | 'compared' | 'no_bill' | 'failed'

/** One comparison of a day in Asia/Shanghai with the company's bill. Amounts are the bill's. */
export type Run = {
  id: number
  provider: ProviderName
  day: string
  state: RunState
  hash: string | null
  paymentCount: number
  paymentFen: number
  refundCount: number
  refundFen: number
  feeFen: number
  differenceCount: number
  problem: string
  actorId: number | null
  startedAt: Date
  finishedAt: Date | null
}

/** `company_…`: only the company has it; `our_…`: only we have it; the others: both have it, with other figures. */
export type CaseKind =
  | 'company_payment' | 'company_refund' | 'our_payment' | 'our_refund' | 'payment_amount' | 'refund_amount' | 'fee'

/**
 * What puts it right: `settle` pays the order as the company says, `suspense` keeps the money without an order,
 * `ask_company` asks what became of it and writes that, `correct` and `book_fee` book the difference, `by_hand`: nothing
 * can be done from here.
 */
export type Proposal = 'settle' | 'suspense' | 'ask_company' | 'correct' | 'book_fee' | 'by_hand'
export type CaseState = 'open' | 'applied' | 'dismissed' | 'resolved'

/** What a comparison found. Of a fee the figures are what was taken and what was agreed. */
export type Difference = {
  kind: CaseKind
  tradeNumber: string
  tradeId: string
  refundNumber: string
  companyFen: number | null
  ourFen: number | null
  proposal: Proposal
}

/** `resolved`: a later comparison no longer found it. */
export type Case = Difference & {
  id: number
  provider: ProviderName
  day: string
  state: CaseState
  result: string
  note: string
  actorId: number | null
  createdAt: Date
  updatedAt: Date
}

const DAY_MS = 86_400_000

/** The first instant of a day in Asia/Shanghai, and that of the next. */
export function boundsOf(day: string): { from: Date; to: Date } {
  const from = new Date(`${day}T00:00:00+08:00`)
  return { from, to: new Date(from.getTime() + DAY_MS) }
}

export type Sums = Pick<Run, 'paymentCount' | 'paymentFen' | 'refundCount' | 'refundFen' | 'feeFen'>

export function sumsOf(lines: readonly BillLine[]): Sums {
  const sums: Sums = { paymentCount: 0, paymentFen: 0, refundCount: 0, refundFen: 0, feeFen: 0 }
  for (const line of lines) {
    const isRefund = line.kind === 'refund'
    sums[isRefund ? 'refundCount' : 'paymentCount'] += 1
    sums[isRefund ? 'refundFen' : 'paymentFen'] += line.amountFen
    sums.feeFen += line.feeFen
  }
  return sums
}
