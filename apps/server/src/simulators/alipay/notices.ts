import { dayOf } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { digitsOf } from '../company/digits.ts'
import { sha256Sign } from '../payment-company/keys.ts'
import { keepNotice, post } from '../payment-company/notices.ts'
import type { Delivered, Notifier } from '../payment-company/notices.ts'
import type { Trade, TradeRefund } from './books.ts'
import { wireTime } from './company.ts'
import type { Company } from './company.ts'
import { signContent } from './signature.ts'

const MINUTE_MS = 60_000
/** The company's schedule after an unanswered notice: 4m, 10m, 10m, 1h, 2h, 6h, 15h. */
export const REDELIVERY_MS = [4, 10, 10, 60, 120, 360, 900].map((minutes) => minutes * MINUTE_MS)

export type Fields = Record<string, string>

/** The notice that a trade was paid, unsigned. `kind` makes the number of a notice of its own. */
export function paidFields(company: Company, trade: Trade, kind = 'paid'): Fields {
  const total = yuanText(trade.totalFen)
  const paidAt = trade.paidAt ?? company.now()
  return {
    ...tradeFields(company, trade, kind), trade_status: 'TRADE_SUCCESS', total_amount: total, receipt_amount: total,
    buyer_pay_amount: total, invoice_amount: total, point_amount: '0.00', gmt_payment: wireTime(paidAt),
    fund_bill_list: JSON.stringify([{ amount: total, fundChannel: 'ALIPAYACCOUNT' }]),
  }
}

/** The notice that a trade is closed, as it may come late. */
export function closedFields(company: Company, trade: Trade): Fields {
  return {
    ...tradeFields(company, trade, 'closed'), trade_status: 'TRADE_CLOSED', total_amount: yuanText(trade.totalFen),
    gmt_close: wireTime(company.now()),
  }
}

/** The notice that money of a trade went back. */
export function refundFields(company: Company, trade: Trade, refund: TradeRefund & { refundedFen: number }): Fields {
  const isAll = refund.refundedFen >= trade.totalFen
  return {
    ...paidFields(company, trade, `refund ${refund.outRequestNo}`),
    trade_status: isAll ? 'TRADE_CLOSED' : 'TRADE_SUCCESS', out_biz_no: refund.outRequestNo,
    refund_fee: yuanText(refund.refundedFen), gmt_refund: `${wireTime(refund.createdAt)}.000`,
  }
}

function tradeFields(company: Company, trade: Trade, kind: string): Fields {
  return {
    notify_id: `${dayOf(trade.createdAt).replaceAll('-', '')}00222${digitsOf(`${trade.outTradeNo} ${kind}`, 21)}`,
    notify_type: 'trade_status_sync', notify_time: wireTime(company.now()), charset: 'utf-8', version: '1.0',
    app_id: company.appId, auth_app_id: company.appId, seller_id: company.sellerId, trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo, subject: trade.subject, buyer_id: '2088000000000017',
    buyer_logon_id: 'bu***@example.com', gmt_create: wireTime(trade.createdAt),
  }
}

/** Signs as the company does: neither `sign` nor `sign_type` takes part. */
export async function signed(company: Company, fields: Fields): Promise<Fields> {
  const { key } = await company.ring.signing()
  return { ...fields, sign_type: 'RSA2', sign: sha256Sign(key.privatePem, signContent(fields, ['sign', 'sign_type'])) }
}

/** A notice is understood when it is answered with the plain text `success`. Each delivery is signed anew. */
export function notifierOf(company: Company): Notifier {
  return {
    db: company.db, now: company.now, company: 'alipay', redeliveryMs: REDELIVERY_MS,
    send: async ({ url, payload }) => postForm(url, await signed(company, payload)),
    isUnderstood: ({ body }) => body.trim() === 'success',
  }
}

export type Telling = { fields: Fields; nextAt: Date | null }

/** Keeps a notice about a trade, to be sent now by `deliver` or at `nextAt`. @returns its number */
export function keepFields(company: Company, trade: Trade, { fields, nextAt }: Telling): Promise<string> {
  const notice = { id: fields.notify_id ?? '', url: trade.notifyUrl, payload: fields }
  return keepNotice(notifierOf(company), notice, nextAt)
}

/** Sends a form once and says what was answered. */
export function postForm(url: string, form: Fields): Promise<Delivered> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  return post(url, new URLSearchParams(form).toString(), headers)
}

/** Where the buyer's browser goes after paying: the merchant's address with the company's signed query. */
export async function returnUrl(company: Company, trade: Trade): Promise<string> {
  const url = new URL(trade.returnUrl)
  const query = await signed(company, {
    charset: 'utf-8', version: '1.0', method: `${trade.method}.return`, timestamp: wireTime(company.now()),
    app_id: company.appId, auth_app_id: company.appId, seller_id: company.sellerId, trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo, total_amount: yuanText(trade.totalFen),
  })
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.toString()
}
