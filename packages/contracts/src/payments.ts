import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'
import { UploadedFile } from './media.ts'

export const payMethods = ['wechat', 'alipay', 'bank'] as const
export const payChannels = ['page', 'wap', 'native', 'h5', 'jsapi'] as const
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
  logs: Type.Array(Type.Object({
    t: Instant,
    event: Type.String({ description: 'open, start, succeed, fail, cancel, expire, switch, paid_otherwise, …' }),
    from: Type.Optional(orNull(oneOf(paymentStates))),
    to: Type.Optional(oneOf(paymentStates)),
    note: Type.Optional(Type.String()),
  })),
  order_number: Type.Optional(Type.String()),
  channel: Type.Optional(orNull(oneOf(payChannels))),
  proof: Type.Optional(orNull(Type.Object({
    picture_url: orNull(Type.String()), note: Type.String(), uploaded_at: Instant,
  }))),
})
export type PaymentView = Static<typeof PaymentView>
export const PaymentPage = PageOf(PaymentView)

/** `proof=waiting`: bank transfers of which a proof was sent and nothing decided. */
export const PaymentQuery = Type.Object({
  order_id: Type.Optional(Id),
  order_number: Type.Optional(Type.String({ maxLength: 64 })),
  method: Type.Optional(oneOf(payMethods)),
  status: Type.Optional(oneOf(paymentStates)),
  proof: Type.Optional(oneOf(['waiting'])),
  ...pageQuery,
})

/** An amount in yuan as people write it: a text or a number. */
const Amount = Type.Union([Type.String({ pattern: '^\\d{1,10}(\\.\\d{1,6})?$' }), Type.Number({ minimum: 0 })])
/** */
export const PaymentBody = Type.Object({
  order_id: Id,
  method: Type.Optional(oneOf(payMethods)),
  amount: Type.Optional(Amount),
})
/** a new attempt (201), or the live one with a word about it (200). */
export const PaymentFound = Type.Object({ detail: Type.String(), payment: PaymentView })
/** */
export const PaymentMethodBody = Type.Object({ method: oneOf(payMethods) })
export const PaymentMethodPatch = Type.Partial(PaymentMethodBody)

/** `provider`: another company than the attempt's method. */
export const StartBody = Type.Object({
  provider: Type.Optional(oneOf(payMethods)),
  channel: Type.Optional(oneOf(payChannels)),
})
export type StartBody = Static<typeof StartBody>

/** Where the buyer goes, or what the buyer's app hands to the company. */
export const PayWayView = Type.Object({
  kind: oneOf(['link', 'code', 'jsapi', 'transfer'], 'link: go there; code: show it as a QR code; transfer: to this account'),
  url: Type.Optional(Type.String()),
})
export type PayWayView = Static<typeof PayWayView>

/** What an app needs to pay, in the company's words. */
export const PayParams = Type.Partial(Type.Object({
  alipay_url: Type.String(),
  code_url: Type.String(),
  h5_url: Type.String(),
  appId: Type.String(),
  timeStamp: Type.String(),
  nonceStr: Type.String(),
  package: Type.String(),
  signType: Type.String(),
  paySign: Type.String(),
  prepay_id: Type.String(),
  mchId: Type.String(),
  total: Type.Integer({ description: 'Fen' }),
  total_fee: Type.Integer({ description: 'Fen' }),
  mock: Type.Boolean({ description: 'WeChat: a simulator answers and no real money moves; never in production' }),
  account_name: Type.String(),
  bank: Type.String(),
  account_number: Type.String(),
  reference: Type.String({ description: 'What the buyer writes into the transfer: the order number' }),
  amount: Money,
}))
export type PayParams = Static<typeof PayParams>
export const PaymentStarted = Type.Object({ payment: PaymentView, pay_params: PayParams, pay_way: PayWayView })
export type PaymentStarted = Static<typeof PaymentStarted>
export const PaymentAnswer = Type.Object({ payment: PaymentView })
export type PaymentAnswer = Static<typeof PaymentAnswer>

/** Proof of a bank transfer, multipart: a picture, a note, or both. */
export const ProofBody = Type.Object({
  file: Type.Optional(UploadedFile),
  note: Type.Optional(Type.String({ maxLength: 500 })),
})
/** Staff confirm what arrived at the bank. */
export const ConfirmTransferBody = Type.Object({
  amount: Amount,
  reference: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: 'The bank\'s number of the transfer' }),
  note: Type.Optional(Type.String({ maxLength: 200 })),
})
export const TransferConfirmed = Type.Object({
  payment: PaymentView,
  settlement: oneOf(['settled', 'repeated', 'revived', 'refunded'], 'refunded: the money cannot pay its order and goes back'),
})
export type TransferConfirmed = Static<typeof TransferConfirmed>
export const RejectTransferBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) })
/** A-63 in its simple form. */
export const SimpleNoticeAnswer = Type.Object({ code: oneOf(['SUCCESS', 'FAIL']), message: Type.String() })
export type SimpleNoticeAnswer = Static<typeof SimpleNoticeAnswer>

/** D-21. */
export const PayUrl = Type.Object({ alipay_url: Type.String() })
export const PayUrlQuery = Type.Object({ device: Type.Optional(oneOf(['desk', 'phone'])) })
export const OrderNumberPath = Type.Object({ id: Type.String({ pattern: '^\\d{1,64}$' }) })
/** D-22. */
export const TradeAnswer = Type.Object({ trade_id: Type.String() })
export const ProviderPath = Type.Object({ provider: Type.String({ maxLength: 20 }) })
