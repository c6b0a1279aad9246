import { fenFromText, yuanText } from '@hearth/kernel/money'
import { inTransaction } from '../../platform/db.ts'
import { putFault } from '../payment-company/books.sql.ts'
import type { DeskKeys } from '../payment-company/keys.ts'
import { deliver } from '../payment-company/notices.ts'
import type { Delivered } from '../payment-company/notices.ts'
import { insertTrade, selectTradeRefunds } from './books.sql.ts'
import type { FaultKind, Trade } from './books.ts'
import { refused } from './company.ts'
import type { Company, Refused } from './company.ts'
import { callerProblem } from './gateway.ts'
import { closedFields, keepFields, notifierOf, paidFields, postForm, returnUrl, signed } from './notices.ts'
import type { Fields } from './notices.ts'
import { closeTrade, findTrade, openTrade, payTrade } from './trades.ts'

export const deskActions = [
  'pay', 'close', 'pay_without_notice', 'notify_again', 'notify_tampered', 'notify_wrong_amount', 'notify_wrong_app',
  'notify_wrong_seller',
  'notify_closed',
] as const
export type DeskAction = (typeof deskActions)[number]

/** A trade as the developer desk shows it. */
export type TradeView = {
  out_trade_no: string
  trade_no: string
  trade_status: string
  total_amount: string
  refunded_amount: string
  refunds: { out_request_no: string; amount: string; status: string }[]
}

/**
 * `return_url` is signed but proves no payment: it is made for an unpaid trade too, null when the merchant named none.
 * `notice` is null when none was sent.
 */
export type DeskAnswer = { return_url: string | null; notice: Delivered | null }

export type PaidTrade = { outTradeNo: string; tradeNo: string; totalFen: number; subject: string; paidAt: Date }

/** Acting as the buyer and as the company, for the developer desk, tests and the living shop. */
export type AlipayDesk = {
  /** The trade as the company sees it now; null when it has none under this number. */
  view(outTradeNo: string): Promise<TradeView | null>
  /** Opens a pay page as the buyer's browser would. Null when that went well. */
  open(payUrl: string): Promise<Refused | null>
  act(outTradeNo: string, action: DeskAction): Promise<DeskAnswer | Refused>
  /** Makes the next `times` calls of a gateway method go wrong; 0 ends it. */
  trouble(fault: { method: string; kind: FaultKind; times: number }): Promise<void>
  keys(): Promise<DeskKeys>
  /** Gives the company another key, which it does not use yet. @returns its name and public part */
  addKey(): Promise<{ serial: string; publicPem: string }>
  /** From now on the company signs by the key of this name. */
  signWith(name: string): Promise<void>
  /** Enters trades that were paid in the past. */
  enterPaidTrades(trades: readonly PaidTrade[]): Promise<void>
}

export function openDesk(company: Company): AlipayDesk {
  return {
    view: (outTradeNo) => view(company, outTradeNo),
    open: (payUrl) => openPage(company, payUrl),
    act: (outTradeNo, action) => act(company, outTradeNo, action),
    trouble: ({ method: action, kind, times }) =>
      inTransaction(company.db, (tx) => putFault(tx, 'alipay', { action, kind, times })),
    keys: async () => ({
      names: (await company.ring.keys()).company.map(({ serial }) => serial),
      signs_with: (await company.ring.signing()).key.serial,
    }),
    addKey: () => company.ring.add(),
    signWith: (name) => company.ring.signWith(name),
    enterPaidTrades: (trades) => inTransaction(company.db, async (tx) => {
      for (const trade of trades) {
        await insertTrade(tx, {
          ...trade, status: 'TRADE_SUCCESS', method: 'alipay.trade.page.pay', notifyUrl: '', returnUrl: '',
          createdAt: trade.paidAt, timeExpire: null,
        })
      }
    }),
  }
}

async function view(company: Company, outTradeNo: string): Promise<TradeView | null> {
  const trade = await findTrade(company, { outTradeNo })
  if (!trade) return null
  const refunds = await selectTradeRefunds(company.db, outTradeNo)
  const backFen = refunds.reduce((sum, each) => sum + (each.status === 'REFUND_SUCCESS' ? each.amountFen : 0), 0)
  return {
    out_trade_no: trade.outTradeNo, trade_no: trade.tradeNo, trade_status: trade.status,
    total_amount: yuanText(trade.totalFen), refunded_amount: yuanText(backFen),
    refunds: refunds.map((each) => ({
      out_request_no: each.outRequestNo, amount: yuanText(each.amountFen), status: each.status,
    })),
  }
}

async function openPage(company: Company, payUrl: string): Promise<Refused | null> {
  const params = Object.fromEntries(new URL(payUrl).searchParams)
  const problem = await callerProblem(company, params)
  if (problem) return refused(problem.sub_code ?? '', problem.sub_msg ?? '')
  const trade = await openTrade(company, params)
  return 'refused' in trade ? trade : null
}

async function act(company: Company, outTradeNo: string, action: DeskAction): Promise<DeskAnswer | Refused> {
  const trade = await findTrade(company, { outTradeNo })
  if (!trade) return refused('ACQ.TRADE_NOT_EXIST', '交易不存在')
  if (action === 'close') {
    const closed = await closeTrade(company, { outTradeNo })
    return 'refused' in closed ? closed : { return_url: await backUrl(company, closed), notice: null }
  }
  if (action === 'pay' || action === 'pay_without_notice') return pay(company, outTradeNo, action === 'pay')
  if (action === 'notify_again') return notifyAgain(company, trade)
  if (action === 'notify_closed' && trade.status === 'WAIT_BUYER_PAY') {
    return refused('ACQ.TRADE_STATUS_ERROR', '交易仍在等待付款，没有可发的关闭通知')
  }
  const notice = await postForm(trade.notifyUrl, await oddNotice(company, trade, action))
  return { return_url: await backUrl(company, trade), notice }
}

async function pay(company: Company, outTradeNo: string, isNotified: boolean): Promise<DeskAnswer | Refused> {
  const trade = await payTrade(company, outTradeNo)
  if ('refused' in trade) return trade
  if (!isNotified) return { return_url: await backUrl(company, trade), notice: null }
  return notifyAgain(company, trade)
}

/** The notice of the payment once more, under its own number; the first time when none was sent. */
async function notifyAgain(company: Company, trade: Trade): Promise<DeskAnswer | Refused> {
  if (!trade.paidAt) return refused('ACQ.TRADE_STATUS_ERROR', '交易尚未付款，没有可重发的通知')
  const notifyId = await keepFields(company, trade, { fields: paidFields(company, trade), nextAt: null })
  return { return_url: await backUrl(company, trade), notice: await deliver(notifierOf(company), notifyId) }
}

async function backUrl(company: Company, trade: Trade): Promise<string | null> {
  return URL.canParse(trade.returnUrl) ? returnUrl(company, trade) : null
}

/**
 * A notice of a payment that is not to be believed: altered after it was signed, or signed by the company and about
 * another amount, app or seller, or that comes late about a trade that is over. Sent once, paid or not.
 */
async function oddNotice(company: Company, trade: Trade, action: DeskAction): Promise<Fields> {
  const fields = paidFields(company, trade, action)
  const total = fenFromText(fields.total_amount ?? '') ?? 0
  const otherApp = '9021000000000099'
  switch (action) {
    case 'notify_wrong_amount': return signed(company, { ...fields, total_amount: yuanText(total + 1) })
    case 'notify_wrong_app': return signed(company, { ...fields, app_id: otherApp, auth_app_id: otherApp })
    case 'notify_wrong_seller': return signed(company, { ...fields, seller_id: '2088000000000099' })
    case 'notify_closed': return signed(company, closedFields(company, trade))
    default: return { ...await signed(company, fields), trade_no: oneDigitOff(trade.tradeNo) }
  }
}

function oneDigitOff(digits: string): string {
  return `${digits.slice(0, -1)}${(Number(digits.slice(-1)) + 1) % 10}`
}
