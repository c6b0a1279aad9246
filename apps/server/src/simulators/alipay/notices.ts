import { dayOf } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { JobReport } from '../../platform/jobs.ts'
import { inTransaction } from '../../platform/db.ts'
import type { Trade, TradeRefund } from './books.ts'
import { insertNotice, scheduleNotice, selectDueNotices, takeNotice } from './books.sql.ts'
import { digitsOf, wireTime } from './company.ts'
import type { Company } from './company.ts'
import { rsa2Sign, signContent } from './keys.ts'

const MINUTE_MS = 60_000
/** The company's schedule after an unanswered notice: 4m, 10m, 10m, 1h, 2h, 6h, 15h. */
export const REDELIVERY_MS = [4, 10, 10, 60, 120, 360, 900].map((minutes) => minutes * MINUTE_MS)
const TIMEOUT_MS = 10_000

/** What the merchant answered; status 0 when he could not be reached. */
export type Delivered = { status: number; body: string }
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
export function signed(company: Company, fields: Fields): Fields {
  const sign = rsa2Sign(company.keys.companyPrivate, signContent(fields, ['sign', 'sign_type']))
  return { ...fields, sign_type: 'RSA2', sign }
}

/** Keeps a signed notice, to be sent now by `deliver` or at `nextAt` by `redeliver`. @returns its number */
export async function keepNotice(company: Company, trade: Trade, fields: Fields, nextAt: Date | null): Promise<string> {
  const { outTradeNo, notifyUrl: url } = trade
  const notifyId = fields.notify_id ?? ''
  await inTransaction(company.db, (tx) => insertNotice(tx, {
    notifyId, outTradeNo, url, form: signed(company, fields), attempts: 0, nextAt,
  }))
  return notifyId
}

/** Sends a kept notice once. Unless the merchant answers the plain text `success` it comes again on the schedule. */
export async function deliver(company: Company, notifyId: string): Promise<Delivered | null> {
  const notice = await inTransaction(company.db, async (tx) => {
    const taken = await takeNotice(tx, notifyId, company.now())
    if (taken) await scheduleNotice(tx, notifyId, nextDelivery(taken.attempts, company.now()))
    return taken
  })
  if (!notice) return null
  const answer = await post(notice.url, notice.form)
  if (answer.body.trim() === 'success') {
    await inTransaction(company.db, (tx) => scheduleNotice(tx, notifyId, null))
  }
  return answer
}

function nextDelivery(attempts: number, now: Date): Date | null {
  const waitMs = REDELIVERY_MS[attempts - 1]
  return waitMs === undefined ? null : new Date(now.getTime() + waitMs)
}

/** Sends a form once and says what was answered. */
export async function post(url: string, form: Fields): Promise<Delivered> {
  try {
    const answer = await fetch(url, {
      method: 'POST', body: new URLSearchParams(form), redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    })
    return { status: answer.status, body: await answer.text() }
  } catch (fault) {
    return { status: 0, body: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** Sends every notice that is due by the application's clock. */
export async function redeliver(company: Company, now: Date): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  for (const notifyId of await selectDueNotices(company.db, now)) {
    const answer = await deliver(company, notifyId)
    if (answer?.body.trim() === 'success') report.done += 1
    else report.failed += 1
  }
  return report
}

/** Where the buyer's browser goes after paying: the merchant's address with the company's signed query. */
export function returnUrl(company: Company, trade: Trade): string {
  const url = new URL(trade.returnUrl)
  const query = signed(company, {
    charset: 'utf-8', version: '1.0', method: `${trade.method}.return`, timestamp: wireTime(company.now()),
    app_id: company.appId, auth_app_id: company.appId, seller_id: company.sellerId, trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo, total_amount: yuanText(trade.totalFen),
  })
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.toString()
}
