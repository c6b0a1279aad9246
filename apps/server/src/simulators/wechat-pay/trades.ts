import { dayOf } from '@hearth/kernel/dates'
import type { Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { digitsOf } from '../company/digits.ts'
import type { Trade, TradeState, TradeType } from './books.ts'
import { insertTrade, lockTrade, updatePayingSince, updateTradeState } from './books.sql.ts'
import { refused } from './company.ts'
import type { Company, Refused } from './company.ts'

export type Fields = Record<string, unknown>
export type Named = { outTradeNo?: string; transactionId?: string; token?: string }

/** A merchant places a trade. The same number with the same parameters is the same trade; with others it is refused. */
export async function placeTrade(company: Company, tradeType: TradeType, body: Fields): Promise<Trade | Refused> {
  const asked = readPlacing(company, tradeType, body)
  if ('refused' in asked) return asked
  return inTransaction(company.db, async (tx) => {
    const now = company.now()
    const known = await lockCurrentTrade(tx, { outTradeNo: asked.outTradeNo }, now)
    if (known?.state === 'SUCCESS' || known?.state === 'REFUND') return refused(400, 'ORDERPAID', '该订单已支付')
    if (known?.state === 'CLOSED') return refused(400, 'ORDER_CLOSED', '该订单已关闭')
    if (known) {
      return isSame(known, asked) ? known : refused(400, 'INVALID_REQUEST', '请求重入时，参数与首次请求时不一致')
    }
    if (asked.timeExpire && asked.timeExpire <= now) return refused(400, 'INVALID_REQUEST', 'time_expire时间过短')
    const day = dayOf(now).replaceAll('-', '')
    const trade: Trade = {
      ...asked, transactionId: `4200002${day}${digitsOf(asked.outTradeNo, 13)}`, state: 'NOTPAY',
      token: `wx${day}${digitsOf(`${asked.outTradeNo} token`, 26)}`, createdAt: now, payingSince: null, paidAt: null,
    }
    await insertTrade(tx, trade)
    return trade
  })
}

type Placing = Omit<Trade, 'transactionId' | 'token' | 'state' | 'createdAt' | 'payingSince' | 'paidAt'>

function isSame(known: Trade, asked: Placing): boolean {
  const of = (trade: Placing) => JSON.stringify([
    trade.tradeType, trade.totalFen, trade.description, trade.attach, trade.notifyUrl, trade.openid,
    trade.timeExpire?.getTime() ?? null,
  ])
  return of(known) === of(asked)
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value as Fields : {}
}

function readPlacing(company: Company, tradeType: TradeType, body: Fields): Placing | Refused {
  const invalid = (what: string) => refused(400, 'PARAM_ERROR', `输入源“/body/${what}”有误`)
  const amount = fieldsOf(body.amount)
  const openid = text(fieldsOf(body.payer).openid) || null
  const timeExpire = body.time_expire === undefined ? null : new Date(text(body.time_expire))
  if (body.appid !== company.appId) return refused(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  if (body.mchid !== company.mchId) return refused(400, 'MCH_NOT_EXISTS', '商户号不存在')
  if (!/^[\w\-|*@]{6,32}$/.test(text(body.out_trade_no))) return invalid('out_trade_no')
  if (!Number.isSafeInteger(amount.total) || Number(amount.total) < 1 || amount.currency !== 'CNY') return invalid('amount')
  if (text(body.description) === '' || Buffer.byteLength(text(body.description)) > 127 * 3) return invalid('description')
  if (!URL.canParse(text(body.notify_url)) || text(body.notify_url).includes('?')) return invalid('notify_url')
  if (timeExpire && Number.isNaN(timeExpire.getTime())) return invalid('time_expire')
  if (tradeType === 'JSAPI' && !openid) return invalid('payer/openid')
  const scene = fieldsOf(body.scene_info)
  if (tradeType === 'MWEB' && (!scene.payer_client_ip || !fieldsOf(scene.h5_info).type)) return invalid('scene_info')
  return {
    outTradeNo: text(body.out_trade_no), tradeType, totalFen: Number(amount.total), description: text(body.description),
    attach: text(body.attach) || null, notifyUrl: text(body.notify_url), openid, timeExpire,
  }
}

/** Who began in time has so long to finish. */
const FINISHING_MS = 60_000

/** Locks a trade as it stands now: one that was not paid in time has been closed by the company. */
export async function lockCurrentTrade(tx: Tx, named: Named, now: Date): Promise<Trade | null> {
  const trade = await lockTrade(tx, named)
  if (trade?.state !== 'NOTPAY' || !trade.timeExpire) return trade
  if (trade.timeExpire.getTime() + (trade.payingSince ? FINISHING_MS : 0) > now.getTime()) return trade
  await updateTradeState(tx, trade.outTradeNo, { state: 'CLOSED', paidAt: null })
  return { ...trade, state: 'CLOSED' }
}

/** The buyer pays. Refused once the trade is closed or paid. */
export async function payTrade(company: Company, outTradeNo: string): Promise<Trade | Refused> {
  return inTransaction(company.db, async (tx) => {
    const paidAt = company.now()
    const trade = await lockCurrentTrade(tx, { outTradeNo }, paidAt)
    if (!trade) return refused(404, 'ORDER_NOT_EXIST', '订单不存在')
    if (trade.state === 'CLOSED') return refused(400, 'ORDER_CLOSED', '订单已关闭')
    if (trade.state !== 'NOTPAY') return refused(400, 'ORDERPAID', '订单已支付')
    await updateTradeState(tx, outTradeNo, { state: 'SUCCESS', paidAt })
    return { ...trade, state: 'SUCCESS', paidAt }
  })
}

/** The buyer begins to pay and is still typing his password. Refused once the trade is closed or paid. */
export async function beginPaying(company: Company, outTradeNo: string): Promise<Trade | Refused> {
  return inTransaction(company.db, async (tx) => {
    const payingSince = company.now()
    const trade = await lockCurrentTrade(tx, { outTradeNo }, payingSince)
    if (!trade) return refused(404, 'ORDER_NOT_EXIST', '订单不存在')
    if (trade.state !== 'NOTPAY') return refused(400, 'ORDERPAID', '订单已支付或已关闭')
    await updatePayingSince(tx, outTradeNo, payingSince)
    return { ...trade, payingSince }
  })
}

/**
 * Closes an unpaid trade; one that is closed already is refused, as at the real company, and so is one that is being
 * paid just now.
 */
export async function closeTrade(company: Company, outTradeNo: string): Promise<Trade | Refused> {
  return inTransaction(company.db, async (tx) => {
    const trade = await lockCurrentTrade(tx, { outTradeNo }, company.now())
    if (!trade) return refused(404, 'ORDER_NOT_EXIST', '订单不存在')
    if (trade.state === 'CLOSED') return refused(400, 'ORDER_CLOSED', '订单已关闭')
    if (trade.state !== 'NOTPAY') return refused(400, 'ORDERPAID', '订单已支付')
    if (trade.payingSince) return refused(400, 'USERPAYING', '用户支付中，请稍后再试')
    await updateTradeState(tx, trade.outTradeNo, { state: 'CLOSED', paidAt: null })
    return { ...trade, state: 'CLOSED' }
  })
}

/** What the company calls the state of a trade. */
export function shownState({ state, payingSince }: Trade): TradeState | 'USERPAYING' {
  return state === 'NOTPAY' && payingSince ? 'USERPAYING' : state
}

/** The trade as the company sees it now. */
export function findTrade(company: Company, named: Named): Promise<Trade | null> {
  return inTransaction(company.db, (tx) => lockCurrentTrade(tx, named, company.now()))
}
