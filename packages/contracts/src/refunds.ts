import { Type } from 'typebox'
import type { Static } from 'typebox'
import { payMethods } from './payments.ts'
import { Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

export const refundStates = ['pending', 'processing', 'succeeded', 'failed'] as const
export const refundProblems = ['refused', 'abnormal', 'no_balance', 'amount_differs', 'stopped', 'paid_twice'] as const
export const refundMoves = ['start', 'ask', 'succeed', 'pay_out', 'fail', 'settle_repeat'] as const

/** One line of what happened to money, with the person who did it. */
const MoneyLog = Type.Object({
  t: Instant,
  event: Type.String(),
  from: orNull(Type.String()),
  to: Type.String(),
  operator: orNull(Type.String()),
  note: Type.String(),
})

/** Refund (X-88…X-93). `status` is what the contract has; `reason_code` says why a person has to look at it. */
export const RefundView = Type.Object({
  id: Id,
  refund_number: Type.String(),
  order: orNull(Id),
  order_number: Type.String(),
  payment: orNull(Id),
  suspense: orNull(Id),
  provider: oneOf(payMethods),
  amount: Money,
  status: oneOf(refundStates),
  problem: Type.Boolean({ description: 'Waits for a person' }),
  reason_code: orNull(oneOf(refundProblems)),
  given_up: Type.Boolean(),
  reason: Type.String(),
  transaction_id: Type.String({ description: 'Number of the transfer that paid it out, when a person did' }),
  paid_from: orNull(oneOf(payMethods)),
  company_answer: Type.String(),
  attempts: Type.Integer(),
  operator: orNull(Type.String()),
  created_at: Instant,
  updated_at: Instant,
  succeeded_at: orNull(Instant),
  allowed_moves: Type.Array(oneOf(refundMoves)),
  logs: Type.Array(MoneyLog),
})
export type RefundView = Static<typeof RefundView>
export const RefundPage = PageOf(RefundView)

export const RefundQuery = Type.Object({
  order_id: Type.Optional(Type.String({ pattern: '^\\d{1,64}$', description: 'Id of an order; 14 digits or more: its number' })),
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  refund_number: Type.Optional(Type.String({ maxLength: 64 })),
  status: Type.Optional(oneOf(refundStates)),
  provider: Type.Optional(oneOf(payMethods)),
  problem: Type.Optional(Type.Boolean({ description: 'Only what waits for a person, or only what does not' })),
  ...pageQuery,
})
export type RefundQuery = Static<typeof RefundQuery>

const reason = Type.String({ minLength: 1, maxLength: 255 })
const reference = Type.String({ minLength: 1, maxLength: 100 })

/** Without `amount`: all that is left. */
export const RefundBody = Type.Object({
  order: Id,
  payment: Type.Optional(Id),
  amount: Type.Optional(Type.String({ maxLength: 16, description: 'Yuan, e.g. "30.00"' })),
  reason,
})
export const RefundNoteBody = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 255 })) })
/** by bank, the number of the transfer; online the company itself is asked. */
export const RefundSucceedBody = Type.Object({
  transaction_id: Type.Optional(reference), reason: Type.Optional(Type.String({ maxLength: 255 })),
})
/** */
export const RefundFailBody = Type.Object({ reason })
export const RefundPayOutBody = Type.Object({
  transaction_id: reference,
  paid_from: Type.Optional(oneOf(['bank', 'company'])),
  reason,
})

/** What became of money that had left twice: the buyer returned it, or it is lost. */
export const RefundRepeatBody = Type.Object({
  outcome: oneOf(['returned', 'written_off']),
  returned_to: Type.Optional(oneOf(['bank', 'company'], 'Where it came back to; the bank unless named')),
  transaction_id: Type.Optional(Type.String({ maxLength: 100, description: 'Number of the payment that returned it; needed then' })),
  reason,
})

export const suspenseStates = ['open', 'refunding', 'refunded', 'revived', 'matched'] as const
export const suspenseReasons = ['late', 'double', 'unknown_order'] as const

/** Money that arrived and cannot pay its order. */
export const SuspenseView = Type.Object({
  id: Id,
  provider: oneOf(payMethods),
  trade_number: Type.String(),
  trade_id: Type.String(),
  order: orNull(Id),
  order_number: Type.String({ description: 'As the money came; see `order` for whom it paid in the end' }),
  amount: Money,
  reason: oneOf(suspenseReasons),
  status: oneOf(suspenseStates),
  age_days: Type.Integer(),
  is_overdue: Type.Boolean({ description: 'Open for longer than SUSPENSE_DAYS' }),
  refund: orNull(Id),
  created_at: Instant,
  updated_at: Instant,
  allowed_moves: Type.Array(oneOf(['refund', 'revive', 'match'])),
  logs: Type.Array(MoneyLog),
})
export type SuspenseView = Static<typeof SuspenseView>
export const SuspensePage = PageOf(SuspenseView)
export const SuspenseQuery = Type.Object({
  status: Type.Optional(oneOf(suspenseStates)),
  provider: Type.Optional(oneOf(payMethods)),
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  ...pageQuery,
})
export type SuspenseQuery = Static<typeof SuspenseQuery>
export const SuspenseDeedBody = Type.Object({ reason })
export const SuspenseMatchBody = Type.Object({ order_number: Type.String({ pattern: '^\\d{14,64}$' }), reason })

/** A genuine notice that does not fit its order. */
export const PaymentCaseView = Type.Object({
  id: Id,
  provider: oneOf(payMethods),
  order: orNull(Id),
  order_number: Type.String(),
  verdict: oneOf(['wrong_amount', 'wrong_app', 'wrong_seller', 'unknown_refund']),
  trade_id: Type.String(),
  amount: orNull(Money),
  notice: Type.Record(Type.String(), Type.Unknown(), { description: 'The notice as it is kept: without signature and names' }),
  received_at: Instant,
  closed_at: orNull(Instant),
  closed_by: orNull(Type.String()),
  closed_reason: orNull(Type.String()),
})
export type PaymentCaseView = Static<typeof PaymentCaseView>
export const PaymentCasePage = PageOf(PaymentCaseView)
export const PaymentCaseQuery = Type.Object({
  open: Type.Optional(Type.Boolean()),
  provider: Type.Optional(oneOf(payMethods)),
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  ...pageQuery,
})

/** What waits for a person around money, for the first page of the console. */
export const PaymentWork = Type.Object({
  refund_problems: Type.Integer(),
  bank_refunds: Type.Integer({ description: 'To be paid out by hand' }),
  open_suspense: Type.Integer(),
  overdue_suspense: Type.Integer(),
  open_cases: Type.Integer(),
})
