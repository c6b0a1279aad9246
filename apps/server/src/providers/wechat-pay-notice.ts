import type { PaymentNotice, ProvenNotice, RawNotice, RefundNotice } from '../modules/payments/index.ts'
import { readObject, textOf } from './ask.ts'
import type { Fields } from './ask.ts'
import type { WechatPayClient } from './wechat-pay-call.ts'
import { openSealed } from './wechat-pay-keys.ts'
import { refundOutcome } from './wechat-pay-refund.ts'

/** Reads a notice: its signature first, then what it seals with the APIv3 key. Null when either is wrong. */
export async function readNotice(client: WechatPayClient, { headers, body }: RawNotice): Promise<ProvenNotice | null> {
  if (!(await client.keys.isProven({ headers, body }))) return null
  const notice = readObject(body)
  const noticeId = textOf(notice?.id)
  const resource = notice && openResource(client.config.apiV3Key, notice.resource)
  if (!noticeId || !resource) return null
  const isRefund = textOf(notice.event_type)?.startsWith('REFUND.') ?? false
  return isRefund ? refundNotice(noticeId, resource) : paymentNotice(noticeId, resource)
}

function openResource(apiV3Key: string, sealed: unknown): Fields | null {
  try {
    return readObject(openSealed(apiV3Key, sealed))
  } catch {
    return null
  }
}

function tradeIn(fields: Fields) {
  return {
    tradeNumber: textOf(fields.out_trade_no) ?? '', tradeId: textOf(fields.transaction_id) ?? '',
    sellerId: textOf(fields.mchid),
  }
}

function paymentNotice(noticeId: string, fields: Fields): PaymentNotice | null {
  const { total, currency = 'CNY' } = (fields.amount ?? {}) as Fields
  if (currency !== 'CNY' || !Number.isSafeInteger(total)) return null
  const status = { SUCCESS: 'paid', CLOSED: 'closed', REVOKED: 'closed', NOTPAY: 'waiting' } as const
  const state = textOf(fields.trade_state) ?? ''
  return {
    kind: 'payment', ...tradeIn(fields), noticeId, amountFen: Number(total), appId: textOf(fields.appid) ?? '',
    status: Object.hasOwn(status, state) ? status[state as keyof typeof status] : 'other',
  }
}

function refundNotice(noticeId: string, fields: Fields): RefundNotice | null {
  const outcome = refundOutcome(fields, fields.refund_status)
  const refundNumber = textOf(fields.out_refund_no)
  if (!outcome || !refundNumber) return null
  return { kind: 'refund', ...tradeIn(fields), noticeId, refundNumber, amountFen: outcome.amountFen, outcome, appId: null }
}
