import { fenFromText, yuanText } from '@hearth/kernel/money'
import { inTransaction } from '../../platform/db.ts'
import { insertTrade, putFault, selectTradeRefunds } from './books.sql.ts'
import type { FaultKind, Trade } from './books.ts'
import { refused } from './company.ts'
import type { Company, Refused } from './company.ts'
import { callerProblem } from './gateway.ts'
import { deliver, keepNotice, paidFields, post, returnUrl, signed } from './notices.ts'
import type { Delivered, Fields } from './notices.ts'
import { closeTrade, findTrade, openTrade, payTrade } from './trades.ts'

export const deskActions = [
  'pay', 'close', 'pay_without_notice', 'notify_again', 'notify_tampered', 'notify_wrong_amount', 'notify_wrong_app',
  'notify_wrong_seller',
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
  /** Enters trades that were paid in the past. */
  enterPaidTrades(trades: readonly PaidTrade[]): Promise<void>
}

export function openDesk(company: Company): AlipayDesk {
  return {
    view: (outTradeNo) => view(company, outTradeNo),
    open: (payUrl) => openPage(company, payUrl),
    act: (outTradeNo, action) => act(company, outTradeNo, action),
    trouble: (fault) => inTransaction(company.db, (tx) => putFault(tx, fault)),
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
  const problem = callerProblem(company, params)
  if (problem) return refused(problem.sub_code ?? '', problem.sub_msg ?? '')
  const trade = await openTrade(company, params)
  return 'refused' in trade ? trade : null
}

async function act(company: Company, outTradeNo: string, action: DeskAction): Promise<DeskAnswer | Refused> {
  const trade = await findTrade(company, { outTradeNo })
  if (!trade) return refused('ACQ.TRADE_NOT_EXIST', '交易不存在')
  if (action === 'close') {
    const closed = await closeTrade(company, { outTradeNo })
    return 'refused' in closed ? closed : { return_url: backUrl(company, closed), notice: null }
  }
  if (action === 'pay' || action === 'pay_without_notice') return pay(company, outTradeNo, action === 'pay')
  if (action === 'notify_again') return notifyAgain(company, trade)
  return { return_url: backUrl(company, trade), notice: await post(trade.notifyUrl, oddNotice(company, trade, action)) }
}

async function pay(company: Company, outTradeNo: string, isNotified: boolean): Promise<DeskAnswer | Refused> {
  const trade = await payTrade(company, outTradeNo)
  if ('refused' in trade) return trade
  if (!isNotified) return { return_url: backUrl(company, trade), notice: null }
  const notifyId = await keepNotice(company, trade, paidFields(company, trade), null)
  return { return_url: backUrl(company, trade), notice: await deliver(company, notifyId) }
}

/** The notice of the payment once more, under its own number; the first time when none was sent. */
async function notifyAgain(company: Company, trade: Trade): Promise<DeskAnswer | Refused> {
  if (!trade.paidAt) return refused('ACQ.TRADE_STATUS_ERROR', '交易尚未付款，没有可重发的通知')
  const notifyId = await keepNotice(company, trade, paidFields(company, trade), null)
  return { return_url: backUrl(company, trade), notice: await deliver(company, notifyId) }
}

function backUrl(company: Company, trade: Trade): string | null {
  return URL.canParse(trade.returnUrl) ? returnUrl(company, trade) : null
}

/**
 * A notice of a payment that is not to be believed: altered after it was signed, or signed by the company and about
 * another amount, app or seller. Sent once, whether or not the trade was paid.
 */
function oddNotice(company: Company, trade: Trade, action: DeskAction): Fields {
  const fields = paidFields(company, trade, action)
  const total = fenFromText(fields.total_amount ?? '') ?? 0
  const otherApp = '9021000000000099'
  switch (action) {
    case 'notify_wrong_amount': return signed(company, { ...fields, total_amount: yuanText(total + 1) })
    case 'notify_wrong_app': return signed(company, { ...fields, app_id: otherApp, auth_app_id: otherApp })
    case 'notify_wrong_seller': return signed(company, { ...fields, seller_id: '2088000000000099' })
    default: return { ...signed(company, fields), trade_no: oneDigitOff(trade.tradeNo) }
  }
}

function oneDigitOff(digits: string): string {
  return `${digits.slice(0, -1)}${(Number(digits.slice(-1)) + 1) % 10}`
}
