import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Day, Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

export const accounts = ['alipay', 'wechat', 'bank', 'orders', 'suspense', 'fees'] as const
export const entryKinds = [
  'receipt', 'suspense_receipt', 'revive', 'match', 'refund', 'suspense_refund', 'fee', 'correction',
] as const

/** An entry of the money book. Its postings sum to nothing. */
export const BookEntryView = Type.Object({
  id: Id,
  kind: oneOf(entryKinds),
  key: Type.String({ description: 'Its name for ever, e.g. "payment:12"' }),
  order: orNull(Id),
  order_number: Type.String(),
  payment: orNull(Id),
  suspense: orNull(Id),
  refund: orNull(Id),
  reference: Type.String(),
  note: Type.String(),
  operator: orNull(Type.String()),
  at: Instant,
  postings: Type.Array(Type.Object({ account: oneOf(accounts), amount: Money })),
})
export type BookEntryView = Static<typeof BookEntryView>
export const BookPage = PageOf(BookEntryView)

export const BookQuery = Type.Object({
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  account: Type.Optional(oneOf(accounts)),
  kind: Type.Optional(oneOf(entryKinds)),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  ...pageQuery,
})
export type BookQuery = Static<typeof BookQuery>

/** What stands in each account: positive is held or spent, negative is what it is held for. Together: nothing. */
export const BookBalances = Type.Object({
  balances: Type.Array(Type.Object({ account: oneOf(accounts), kind: oneOf(['held', 'owed', 'spent']), balance: Money })),
})
