import { dayOf } from '@hearth/kernel/dates'
import type { Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { digitsOf } from '../company/digits.ts'
import type { RefundStatus, Trade, TradeRefund } from './books.ts'
import {
  insertRefund, lockTrade, selectRefund, selectRefunds, updateRefundStatus, updateTradeState,
} from './books.sql.ts'
import { refused } from './company.ts'
import type { Company, Refused } from './company.ts'
import { fieldsOf, lockCurrentTrade } from './trades.ts'
import type { Fields } from './trades.ts'

const SOON_MS = 10_000
const LATER_MS = 600_000

export type RefundOf = { refund: TradeRefund; trade: Trade }

/** Takes a refund, once per `out_refund_no`, never more than the trade in all. The README lists the magic amounts. */
export async function askRefund(company: Company, body: Fields): Promise<RefundOf | Refused> {
  const amount = fieldsOf(body.amount)
  const [amountFen, totalFen] = [Number(amount.refund), Number(amount.total)]
  const outRefundNo = String(body.out_refund_no ?? '')
  if (!/^[\w\-|*@]{1,64}$/.test(outRefundNo) || !Number.isSafeInteger(amountFen) || amountFen < 1 || amount.currency !== 'CNY') {
    return refused(400, 'PARAM_ERROR', '参数有误')
  }
  if (Buffer.byteLength(String(body.reason ?? '')) > 80) return refused(400, 'PARAM_ERROR', '退款原因过长')
  const named = {
    ...(body.transaction_id ? { transactionId: String(body.transaction_id) } : {}),
    ...(body.out_trade_no ? { outTradeNo: String(body.out_trade_no) } : {}),
  }
  return inTransaction(company.db, async (tx) => {
    const now = company.now()
    const trade = await lockCurrentTrade(tx, named, now)
    if (!trade?.paidAt) return refused(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
    const known = await selectRefund(tx, outRefundNo)
    if (known && (known.amountFen !== amountFen || known.outTradeNo !== trade.outTradeNo)) {
      return refused(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
    }
    if (known) return { refund: known, trade }
    if (totalFen !== trade.totalFen) return refused(400, 'INVALID_REQUEST', '订单金额与原订单不一致')
    if (amountFen % 100 === 97) return refused(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起')
    const others = await selectRefunds(tx, trade.outTradeNo)
    const backFen = others.reduce((sum, each) => sum + (each.status === 'CLOSED' ? 0 : each.amountFen), 0)
    if (backFen + amountFen > trade.totalFen) return refused(400, 'INVALID_REQUEST', '订单已全额退款或退款金额超限')
    const ends: RefundStatus = amountFen % 100 === 96 ? 'ABNORMAL' : amountFen % 100 === 95 ? 'CLOSED' : 'SUCCESS'
    const waitMs = amountFen % 100 === 98 ? LATER_MS : SOON_MS
    const refund: TradeRefund = {
      outRefundNo, outTradeNo: trade.outTradeNo, amountFen, status: 'PROCESSING', ends,
      refundId: `5030${dayOf(now).replaceAll('-', '')}${digitsOf(outRefundNo, 16)}`, createdAt: now, successAt: null,
      notifyUrl: String(body.notify_url ?? ''), dueAt: new Date(now.getTime() + waitMs),
    }
    await insertRefund(tx, refund)
    await updateTradeState(tx, trade.outTradeNo, { state: 'REFUND', paidAt: trade.paidAt })
    return { refund, trade }
  })
}

/** What became of a refund; one that is due arrives, or not. Null when the company has none under this number. */
export async function findRefund(company: Company, outRefundNo: string): Promise<RefundOf | null> {
  const refund = await selectRefund(company.db, outRefundNo)
  if (!refund) return null
  return inTransaction(company.db, async (tx) => {
    const trade = await lockTrade(tx, { outTradeNo: refund.outTradeNo })
    return trade && { refund: await finishWhenDue(tx, refund, company.now()), trade }
  })
}

async function finishWhenDue(tx: Tx, refund: TradeRefund, now: Date): Promise<TradeRefund> {
  if (refund.status !== 'PROCESSING' || refund.dueAt > now) return refund
  await updateRefundStatus(tx, refund.outRefundNo, { status: refund.ends, at: now })
  return { ...refund, status: refund.ends, successAt: refund.ends === 'SUCCESS' ? now : null }
}
