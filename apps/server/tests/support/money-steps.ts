import fc from 'fast-check'

const which = fc.nat({ max: 2 })
/** Of several trades at one company, whether it is the oldest. */
const isFirst = fc.boolean()
const at = fc.constantFrom('alipay' as const, 'wechat' as const)
/** Amounts that end in these have a fate of their own at the companies, when they are refunded. */
const magicFen = fc.constantFrom(95, 96, 97, 98)
const magicRefundFen = fc.tuple(fc.nat({ max: 2_500 }), magicFen).map(([yuan, ends]) => yuan * 100 + ends)
const refundFen = fc.oneof(fc.integer({ min: 1, max: 600_000 }), magicRefundFen)

/** What one piece costs in a story. */
export const priceFen = fc.oneof(fc.constant(499_900), magicFen.map((ends) => 499_900 + ends))

/** Something that happens in a story; `which` order it happens to, counted from the newest. */
export const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('place' as const), qty: fc.integer({ min: 1, max: 3 }), at }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('pay' as const), which, at, isFirst, isTold: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('notice' as const), which, at, isFirst, times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('odd notice' as const), which, at, isFirst, nth: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('open' as const), which, at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('begin paying' as const), which, isLate: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('bank' as const, 'close trades' as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel' as const), which }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('refund' as const), which, fen: refundFen }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('expire' as const, 'ask' as const, 'send refunds' as const) }) },
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
export type Paying = { at: 'alipay' | 'wechat'; isFirst: boolean }
