import { randomBytes } from 'node:crypto'
import { digitsOf } from '../company/digits.ts'
import { sha256Sign } from '../payment-company/keys.ts'
import { keepNotice, post } from '../payment-company/notices.ts'
import type { Delivered, Notifier } from '../payment-company/notices.ts'
import type { Trade, TradeRefund } from './books.ts'
import { signingKey, wireTime } from './company.ts'
import type { Company } from './company.ts'
import { apiV3KeyOf, sealText } from './keys.ts'
import { findRefund } from './refunds.ts'
import { findTrade, shownState } from './trades.ts'
import type { Fields } from './trades.ts'

const SECOND_MS = 1_000
/** The company's schedule after an unanswered notice: 15s, 15s, 30s, 3m, 10m, 20m, 30m ×3, 1h, 3h ×3, 6h ×2. */
export const REDELIVERY_MS = [
  15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600,
].map((seconds) => seconds * SECOND_MS)

/** What a notice is about, before it is wrapped and signed. */
export type Message = { id: string; eventType: string; originalType: string; summary: string; resource: Fields }
/** How a notice can be odd: another byte after signing, an old timestamp, a key nobody knows. */
export type Oddity = 'tampered' | 'old' | 'unknown_key' | null

/** The fields of a trade as queries and notices tell them. */
export function tradeFields(company: Company, trade: Trade): Fields {
  const isPaid = trade.paidAt !== null
  const words = {
    NOTPAY: '订单未支付', USERPAYING: '用户支付中', SUCCESS: '支付成功', REFUND: '订单发生过退款', CLOSED: '订单已关闭',
  }
  const state = shownState(trade)
  return {
    appid: company.appId, mchid: company.mchId, out_trade_no: trade.outTradeNo,
    ...(trade.attach ? { attach: trade.attach } : {}), trade_state: state, trade_state_desc: words[state],
    ...(isPaid ? {
      transaction_id: trade.transactionId, trade_type: trade.tradeType, bank_type: 'OTHERS', success_time: wireTime(trade.paidAt ?? trade.createdAt),
      payer: { openid: trade.openid ?? 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
    } : {}),
    amount: {
      total: trade.totalFen, currency: 'CNY', ...(isPaid ? { payer_total: trade.totalFen, payer_currency: 'CNY' } : {}),
    },
  }
}

/** The fields of a refund as its notice tells them. */
function refundFields(company: Company, refund: TradeRefund, trade: Trade): Fields {
  return {
    mchid: company.mchId, out_trade_no: trade.outTradeNo, transaction_id: trade.transactionId,
    out_refund_no: refund.outRefundNo, refund_id: refund.refundId, refund_status: refund.status,
    ...(refund.successAt ? { success_time: wireTime(refund.successAt) } : {}), user_received_account: '招商银行信用卡0403',
    amount: {
      total: trade.totalFen, refund: refund.amountFen, payer_total: trade.totalFen, payer_refund: refund.amountFen,
    },
  }
}

/** The notice that a trade was paid. `kind` gives an odd one a number of its own. */
export function paidMessage(company: Company, trade: Trade, kind = 'payment'): Message {
  const paid: Trade = { ...trade, state: 'SUCCESS', paidAt: trade.paidAt ?? company.now() }
  return {
    id: noticeId(kind, trade.outTradeNo), eventType: 'TRANSACTION.SUCCESS', originalType: 'transaction',
    summary: '支付成功', resource: tradeFields(company, paid),
  }
}

function noticeId(kind: string, number: string): string {
  const digits = digitsOf(`${kind} ${number}`, 32)
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
}

async function messageOf(company: Company, id: string, about: Record<string, string>): Promise<Message | null> {
  const { kind, number = '' } = about
  if (kind === 'payment') {
    const trade = await findTrade(company, { outTradeNo: number })
    return trade && paidMessage(company, trade)
  }
  const found = await findRefund(company, number)
  if (!found || found.refund.status === 'PROCESSING') return null
  const { refund, trade } = found
  return {
    id, eventType: `REFUND.${refund.status}`, originalType: 'refund', summary: '退款结果',
    resource: refundFields(company, refund, trade),
  }
}

/** A notice is understood when it is answered with 200 or 204. What it says is read from the books when it goes out. */
export function notifierOf(company: Company): Notifier {
  return {
    db: company.db, now: company.now, company: 'wechat', redeliveryMs: REDELIVERY_MS,
    send: async ({ id, url, payload }) => {
      const message = await messageOf(company, id, payload)
      return message && send(company, url, message)
    },
    isUnderstood: ({ status }) => status === 200 || status === 204,
  }
}

/** `number`: the trade's or the refund's. */
export type About = { kind: 'payment' | 'refund'; number: string; url: string }

/** Keeps a notice, to be sent now by `deliver` or at `nextAt`. @returns its number */
export function keepAbout(company: Company, { kind, number, url }: About, nextAt: Date | null): Promise<string> {
  return keepNotice(notifierOf(company), { id: noticeId(kind, number), url, payload: { kind, number } }, nextAt)
}

/** Wraps a message (AES-256-GCM by the APIv3 key), signs it and sends it once. */
export async function send(company: Company, url: string, message: Message, oddity: Oddity = null): Promise<Delivered> {
  const { merchant } = await company.ring.keys()
  const body = JSON.stringify({
    id: message.id, create_time: wireTime(company.now()), resource_type: 'encrypt-resource', event_type: message.eventType,
    summary: message.summary,
    resource: {
      ...sealText(apiV3KeyOf(merchant), JSON.stringify(message.resource), message.originalType),
      original_type: message.originalType,
    },
  })
  const headers = await signatureHeaders(company, body, oddity)
  // One byte off, and still JSON.
  const sent = oddity === 'tampered' ? body.replace('"create_time":"2', '"create_time":"3') : body
  return post(url, sent, { ...headers, 'content-type': 'application/json' })
}

/** The headers by which the company proves a text to be its own. */
export async function signatureHeaders(
  company: Company, body: string, oddity: Oddity = null, prefersCertificate = false,
): Promise<Record<string, string>> {
  const { key, name } = await signingKey(company, prefersCertificate)
  const at = Math.floor(company.now().getTime() / 1_000) - (oddity === 'old' ? 600 : 0)
  const nonce = randomBytes(16).toString('hex')
  return {
    'wechatpay-nonce': nonce, 'wechatpay-timestamp': String(at), 'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    'wechatpay-serial': oddity === 'unknown_key' ? 'PUB_KEY_ID_0199999999992026112000000099' : name,
    'wechatpay-signature': sha256Sign(key.privatePem, `${at}\n${nonce}\n${body}\n`), 'request-id': nonce.toUpperCase(),
  }
}
