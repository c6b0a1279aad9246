import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, Money, oneOf, orNull } from './shared.ts'

export const payMethods = ['wechat', 'alipay', 'bank'] as const
export const paymentStates = ['init', 'processing', 'succeeded', 'failed', 'cancelled', 'expired'] as const

/** Payment with its log of what happened. */
export const PaymentView = Type.Object({
  id: Id,
  order: Id,
  amount: Money,
  method: oneOf([...payMethods, 'credit']),
  status: oneOf(paymentStates),
  trade_id: orNull(Type.String()),
  created_at: Instant,
  updated_at: Instant,
  expires_at: Instant,
  logs: Type.Array(Type.Object({ t: Instant, event: Type.String() })),
})
export type PaymentView = Static<typeof PaymentView>

/** D-21. */
export const PayUrl = Type.Object({ alipay_url: Type.String() })
export const PayUrlQuery = Type.Object({ device: Type.Optional(oneOf(['desk', 'phone'])) })
export const OrderNumberPath = Type.Object({ id: Type.String({ pattern: '^\\d{1,64}$' }) })
/** D-22. */
export const TradeAnswer = Type.Object({ trade_id: Type.String() })
export const ProviderPath = Type.Object({ provider: Type.String({ maxLength: 20 }) })
