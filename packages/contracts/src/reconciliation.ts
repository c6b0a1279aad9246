import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Day, Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

export const billedCompanies = ['alipay', 'wechat'] as const
export const runStates = ['running', 'compared', 'no_bill', 'failed'] as const
export const caseStates = ['open', 'applied', 'dismissed', 'resolved'] as const

const kinds = [
  'company_payment', 'company_refund', 'our_payment', 'our_refund', 'payment_amount', 'refund_amount', 'fee',
] as const
const proposals = ['settle', 'suspense', 'ask_company', 'correct', 'book_fee', 'by_hand'] as const

/** One comparison of a day with a company's bill. Amounts are the bill's. */
export const RunView = Type.Object({
  id: Id,
  provider: oneOf(billedCompanies),
  day: Day,
  state: oneOf(runStates, 'no_bill: the company has none of that day, or not yet'),
  bill_hash: orNull(Type.String()),
  payment_count: Type.Integer(),
  payment_amount: Money,
  refund_count: Type.Integer(),
  refund_amount: Money,
  fee_amount: Money,
  difference_count: Type.Integer(),
  problem: Type.String(),
  actor: orNull(Id),
  started_at: Instant,
  finished_at: orNull(Instant),
})
export type RunView = Static<typeof RunView>

export const RunsQuery = Type.Object({
  ...pageQuery, provider: Type.Optional(oneOf(billedCompanies)), day: Type.Optional(Day),
})
export const RunPage = PageOf(RunView)
export const RunStart = Type.Object({ provider: oneOf(billedCompanies), day: Day })

/** A difference between a company's bill and us. Of a fee the amounts are what was taken and what was agreed. */
export const CaseView = Type.Object({
  id: Id,
  provider: oneOf(billedCompanies),
  day: Day,
  kind: oneOf(kinds, 'company_…: only the company has it; our_…: only we have it'),
  trade_number: Type.String({ description: 'Our number of the trade at the company' }),
  trade_id: Type.String({ description: 'The company\'s number of the trade' }),
  refund_number: Type.String(),
  company_amount: orNull(Money),
  our_amount: orNull(Money),
  proposal: oneOf(proposals),
  state: oneOf(caseStates),
  result: Type.String(),
  note: Type.String(),
  actor: orNull(Id),
  created_at: Instant,
  updated_at: Instant,
})
export type CaseView = Static<typeof CaseView>

export const CasesQuery = Type.Object({
  ...pageQuery, provider: Type.Optional(oneOf(billedCompanies)), day: Type.Optional(Day),
  state: Type.Optional(oneOf(caseStates)),
})
export const CasePage = PageOf(CaseView)
export const CaseDismissal = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) })
