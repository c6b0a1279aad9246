import { dayOf } from '@hearth/kernel/dates'
import { fenFromText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { digitsOf } from '../company/digits.ts'
import type { Trade } from './books.ts'
import { insertTrade, lockTrade, updateTradeAddresses, updateTradeStatus } from './books.sql.ts'
import { readWireTime, refused } from './company.ts'
import type { Company, Refused } from './company.ts'

export type PageParams = Record<string, string>

/** The buyer opens the pay page: the trade appears, or is found again. The signature has been checked. */
export async function openTrade(company: Company, params: PageParams): Promise<Trade | Refused> {
  const asked = readPageOrder(params)
  if (!asked) return refused('ACQ.INVALID_PARAMETER', '参数有误，请检查订单号、金额和失效时间')
  return inTransaction(company.db, async (tx) => {
    const now = company.now()
    const known = await lockCurrentTrade(tx, { outTradeNo: asked.outTradeNo }, now)
    if (known && known.totalFen !== asked.totalFen) return refused('ACQ.CONTEXT_INCONSISTENT', '同一订单号的金额前后不一致')
    if (known) {
      await updateTradeAddresses(tx, { ...asked, outTradeNo: known.outTradeNo })
      return { ...known, notifyUrl: asked.notifyUrl, returnUrl: asked.returnUrl }
    }
    if (asked.timeExpire && asked.timeExpire <= now) return refused('ACQ.INVALID_PARAMETER', '订单已超过付款期限')
    const tradeNo = `${dayOf(now).replaceAll('-', '')}22001${digitsOf(asked.outTradeNo, 15)}`
    const trade: Trade = { ...asked, tradeNo, status: 'WAIT_BUYER_PAY', createdAt: now, paidAt: null }
    await insertTrade(tx, trade)
    return trade
  })
}

type PageOrder = Omit<Trade, 'tradeNo' | 'status' | 'createdAt' | 'paidAt'>

function readPageOrder(params: PageParams): PageOrder | null {
  const biz = readJson(params.biz_content ?? '')
  const totalFen = fenFromText(biz.total_amount ?? '')
  const timeExpire = biz.time_expire ? readWireTime(biz.time_expire) : null
  if (!/^[\w-]{1,64}$/.test(biz.out_trade_no ?? '') || !totalFen || !biz.subject) return null
  if (biz.time_expire && !timeExpire) return null
  return {
    outTradeNo: biz.out_trade_no ?? '', totalFen, subject: biz.subject, method: params.method ?? '', timeExpire,
    notifyUrl: params.notify_url ?? '', returnUrl: params.return_url ?? '',
  }
}

/** A JSON object of texts; empty for anything else. */
export function readJson(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]))
  } catch {
    return {}
  }
}

/** Locks a trade as it stands now: one that was not paid in time has been closed by the company. */
export async function lockCurrentTrade(
  tx: Tx, named: { outTradeNo?: string; tradeNo?: string }, now: Date,
): Promise<Trade | null> {
  const trade = await lockTrade(tx, named)
  if (trade?.status !== 'WAIT_BUYER_PAY' || !trade.timeExpire || trade.timeExpire > now) return trade
  await updateTradeStatus(tx, trade.outTradeNo, { status: 'TRADE_CLOSED', paidAt: null })
  return { ...trade, status: 'TRADE_CLOSED' }
}

/** The buyer pays. Refused once the trade is closed or paid. */
export async function payTrade(company: Company, outTradeNo: string): Promise<Trade | Refused> {
  return inTransaction(company.db, async (tx) => {
    const paidAt = company.now()
    const trade = await lockCurrentTrade(tx, { outTradeNo }, paidAt)
    if (!trade) return refused('ACQ.TRADE_NOT_EXIST', '交易不存在')
    if (trade.status === 'TRADE_SUCCESS') return refused('ACQ.TRADE_HAS_SUCCESS', '交易已支付成功')
    if (trade.status === 'TRADE_CLOSED') return refused('ACQ.TRADE_HAS_CLOSE', '交易已经关闭')
    await updateTradeStatus(tx, outTradeNo, { status: 'TRADE_SUCCESS', paidAt })
    return { ...trade, status: 'TRADE_SUCCESS', paidAt }
  })
}

/** Closes an unpaid trade. */
export async function closeTrade(
  company: Company, named: { outTradeNo?: string; tradeNo?: string },
): Promise<Trade | Refused> {
  return inTransaction(company.db, async (tx) => {
    const trade = await lockCurrentTrade(tx, named, company.now())
    if (!trade) return refused('ACQ.TRADE_NOT_EXIST', '交易不存在')
    if (trade.status !== 'WAIT_BUYER_PAY') return refused('ACQ.REASON_TRADE_STATUS_INVALID', '交易状态异常')
    await updateTradeStatus(tx, trade.outTradeNo, { status: 'TRADE_CLOSED', paidAt: null })
    return { ...trade, status: 'TRADE_CLOSED' }
  })
}

/** The trade as the company sees it now. */
export function findTrade(company: Company, named: { outTradeNo?: string; tradeNo?: string }): Promise<Trade | null> {
  return inTransaction(company.db, (tx) => lockCurrentTrade(tx, named, company.now()))
}
