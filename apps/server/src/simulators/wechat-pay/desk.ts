import { yuanText } from '@hearth/kernel/money'
import { inTransaction } from '../../platform/db.ts'
import { digitsOf } from '../company/digits.ts'
import { putFault } from '../payment-company/books.sql.ts'
import type { DeskKeys } from '../payment-company/keys.ts'
import { deliver } from '../payment-company/notices.ts'
import type { Delivered } from '../payment-company/notices.ts'
import { insertTrade, selectRefunds } from './books.sql.ts'
import type { FaultKind, Trade } from './books.ts'
import { refused, signingKey } from './company.ts'
import type { Company, Refused } from './company.ts'
import { publicKeyId } from './keys.ts'
import { keepAbout, notifierOf, paidMessage, send } from './notices.ts'
import type { Message } from './notices.ts'
import { beginPaying, closeTrade, fieldsOf, findTrade, payTrade, shownState } from './trades.ts'

export const deskActions = [
  'pay', 'begin_paying', 'close', 'pay_without_notice', 'notify_again', 'notify_tampered', 'notify_old', 'notify_unknown_key',
  'notify_wrong_amount', 'notify_wrong_app', 'notify_wrong_merchant',
] as const
export type DeskAction = (typeof deskActions)[number]

/** A trade as the developer desk shows it. `page_url` is where the buyer pays. */
export type TradeView = {
  out_trade_no: string
  transaction_id: string
  trade_type: string
  trade_state: string
  total_amount: string
  page_url: string
  refunds: { out_refund_no: string; amount: string; status: string }[]
}

/** `notice` is null when none was sent. */
export type DeskAnswer = { notice: Delivered | null }
export type PaidTrade = { outTradeNo: string; totalFen: number; description: string; paidAt: Date }

/** Acting as the buyer and as the company, for the developer desk, tests and the living shop. */
export type WechatPayDesk = {
  /** The trade as the company sees it now; null when it has none under this number. */
  view(outTradeNo: string): Promise<TradeView | null>
  act(outTradeNo: string, action: DeskAction): Promise<DeskAnswer | Refused>
  /** Makes the next `times` calls of an action of the API go wrong; 0 ends it. */
  trouble(fault: { action: string; kind: FaultKind; times: number }): Promise<void>
  keys(): Promise<DeskKeys>
  /** Gives the company another key, which it does not use yet. @returns its names and public part */
  addKey(): Promise<{ id: string; serial: string; publicPem: string }>
  /** From now on the company signs by this key: its id (public key) or its serial (certificate). */
  signWith(name: string): Promise<void>
  /** Enters trades that were paid in the past. */
  enterPaidTrades(trades: readonly PaidTrade[]): Promise<void>
}

export function openDesk(company: Company): WechatPayDesk {
  return {
    view: (outTradeNo) => view(company, outTradeNo),
    act: (outTradeNo, action) => act(company, outTradeNo, action),
    trouble: (fault) => inTransaction(company.db, (tx) => putFault(tx, 'wechat', fault)),
    keys: async () => ({
      names: (await company.ring.keys()).company.flatMap((key) => [publicKeyId(key), key.serial]),
      signs_with: (await signingKey(company)).name,
    }),
    addKey: async () => {
      const key = await company.ring.add()
      return { id: publicKeyId(key), serial: key.serial, publicPem: key.publicPem }
    },
    signWith: (name) => company.ring.signWith(name),
    enterPaidTrades: (trades) => enterPaidTrades(company, trades),
  }
}

async function enterPaidTrades(company: Company, trades: readonly PaidTrade[]): Promise<void> {
  await inTransaction(company.db, async (tx) => {
    for (const trade of trades) {
      const transactionId = `42000019${digitsOf(trade.outTradeNo, 20)}`
      await insertTrade(tx, {
        ...trade, transactionId, token: `wx${digitsOf(`${trade.outTradeNo} token`, 34)}`, tradeType: 'NATIVE',
        state: 'SUCCESS', attach: null, notifyUrl: '', openid: null, createdAt: trade.paidAt, timeExpire: null, payingSince: null,
      })
    }
  })
}

async function view(company: Company, outTradeNo: string): Promise<TradeView | null> {
  const trade = await findTrade(company, { outTradeNo })
  if (!trade) return null
  const refunds = await selectRefunds(company.db, outTradeNo)
  return {
    out_trade_no: trade.outTradeNo, transaction_id: trade.transactionId, trade_type: trade.tradeType,
    trade_state: shownState(trade), total_amount: yuanText(trade.totalFen), page_url: `${company.pageBaseUrl}/scan/${trade.token}`,
    refunds: refunds.map((each) => ({
      out_refund_no: each.outRefundNo, amount: yuanText(each.amountFen), status: each.status,
    })),
  }
}

async function act(company: Company, outTradeNo: string, action: DeskAction): Promise<DeskAnswer | Refused> {
  const trade = await findTrade(company, { outTradeNo })
  if (!trade) return refused(404, 'ORDER_NOT_EXIST', '订单不存在')
  if (action === 'close' || action === 'begin_paying') {
    const done = await (action === 'close' ? closeTrade : beginPaying)(company, outTradeNo)
    return 'refused' in done ? done : { notice: null }
  }
  if (action === 'pay' || action === 'pay_without_notice') return pay(company, outTradeNo, action === 'pay')
  if (action === 'notify_again') return notifyAgain(company, trade)
  return { notice: await oddNotice(company, trade, action) }
}

async function pay(company: Company, outTradeNo: string, isNotified: boolean): Promise<DeskAnswer | Refused> {
  const trade = await payTrade(company, outTradeNo)
  if ('refused' in trade) return trade
  return isNotified ? notifyAgain(company, trade) : { notice: null }
}

/** The notice of the payment under its own number; the first time when none was sent. */
async function notifyAgain(company: Company, trade: Trade): Promise<DeskAnswer | Refused> {
  if (!trade.paidAt) return refused(400, 'ORDERNOTPAID', '交易尚未付款，没有可重发的通知')
  const id = await keepAbout(company, { kind: 'payment', number: trade.outTradeNo, url: trade.notifyUrl }, null)
  return { notice: await deliver(notifierOf(company), id) }
}

/** A notice of a payment that is not to be believed. Sent once, whether or not the trade was paid. */
async function oddNotice(company: Company, trade: Trade, action: DeskAction): Promise<Delivered> {
  const message = paidMessage(company, trade, action)
  const { amount } = message.resource
  const about = (change: Message['resource']): Message => ({ ...message, resource: { ...message.resource, ...change } })
  const to = (said: Message) => send(company, trade.notifyUrl, said)
  switch (action) {
    case 'notify_wrong_amount': return to(about({ amount: { ...fieldsOf(amount), total: trade.totalFen + 1 } }))
    case 'notify_wrong_app': return to(about({ appid: 'wx0000000000000099' }))
    case 'notify_wrong_merchant': return to(about({ mchid: '1900000099' }))
    case 'notify_old': return send(company, trade.notifyUrl, message, 'old')
    case 'notify_unknown_key': return send(company, trade.notifyUrl, message, 'unknown_key')
    default: return send(company, trade.notifyUrl, message, 'tampered')
  }
}
