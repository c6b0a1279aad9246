import { inTransaction } from '../../platform/db.ts'
import type { Tx } from '../../platform/db.ts'
import type { Trade, TradeRefund } from './books.ts'
import { finishTradeRefund, insertTradeRefund, selectTradeRefunds, updateTradeStatus } from './books.sql.ts'
import { refused } from './company.ts'
import type { Company, Refused } from './company.ts'
import { lockCurrentTrade } from './trades.ts'

const SLOW_MS = 60_000

export type AskRefund = { outTradeNo?: string; tradeNo?: string; outRequestNo: string; amountFen: number }
/** `hasMoved` is false for a repetition and while the money is still on its way. */
export type RefundDone = { trade: Trade; refund: TradeRefund; refundedFen: number; hasMoved: boolean }

/** Sends money back, once per `outRequestNo`, never more than the trade in all. The README lists the magic amounts. */
export async function refundTrade(company: Company, ask: AskRefund): Promise<RefundDone | Refused> {
  return inTransaction(company.db, async (tx) => {
    const now = company.now()
    const trade = await lockCurrentTrade(tx, ask, now)
    if (!trade) return refused('ACQ.TRADE_NOT_EXIST', '交易不存在')
    if (!trade.paidAt) return refused('ACQ.TRADE_STATUS_ERROR', '交易状态不合法')
    const refunds = await selectTradeRefunds(tx, trade.outTradeNo)
    const known = refunds.find((each) => each.outRequestNo === ask.outRequestNo)
    if (known && known.amountFen !== ask.amountFen) {
      return refused('ACQ.DISCORDANT_REPEAT_REQUEST', '同一退款请求号的金额前后不一致')
    }
    if (known) return { trade, refund: known, refundedFen: sumOf(refunds), hasMoved: false }
    if (ask.amountFen % 100 === 97) return refused('ACQ.SELLER_BALANCE_NOT_ENOUGH', '商户的支付宝账户余额不足')
    if (sumOf(refunds) + ask.amountFen > trade.totalFen) {
      return refused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', '退款金额超限')
    }
    const status = ask.amountFen % 100 === 98 ? 'PROCESSING' : 'REFUND_SUCCESS'
    const refund: TradeRefund = { outRequestNo: ask.outRequestNo, amountFen: ask.amountFen, status, createdAt: now }
    await insertTradeRefund(tx, trade.outTradeNo, refund)
    await closeWhenAllWentBack(tx, trade)
    return { trade, refund, refundedFen: sumOf([...refunds, refund]), hasMoved: status === 'REFUND_SUCCESS' }
  })
}

/** What became of a refund; null when the company has none under this number. A slow one arrives after a minute. */
export async function findTradeRefund(
  company: Company, ask: Omit<AskRefund, 'amountFen'>,
): Promise<{ trade: Trade; refund: TradeRefund | null } | null> {
  return inTransaction(company.db, async (tx) => {
    const trade = await lockCurrentTrade(tx, ask, company.now())
    if (!trade) return null
    const refunds = await selectTradeRefunds(tx, trade.outTradeNo)
    const refund = refunds.find((each) => each.outRequestNo === ask.outRequestNo)
    if (refund?.status !== 'PROCESSING') return { trade, refund: refund ?? null }
    if (refund.createdAt.getTime() + SLOW_MS > company.now().getTime()) return { trade, refund }
    await finishTradeRefund(tx, trade.outTradeNo, refund.outRequestNo)
    await closeWhenAllWentBack(tx, trade)
    return { trade, refund: { ...refund, status: 'REFUND_SUCCESS' } }
  })
}

/** A trade of which everything has gone back is closed, as at the real company. */
async function closeWhenAllWentBack(tx: Tx, trade: Trade): Promise<void> {
  const refunds = await selectTradeRefunds(tx, trade.outTradeNo)
  if (sumOf(refunds.filter((each) => each.status === 'REFUND_SUCCESS')) < trade.totalFen) return
  await updateTradeStatus(tx, trade.outTradeNo, { status: 'TRADE_CLOSED', paidAt: trade.paidAt })
}

function sumOf(refunds: readonly TradeRefund[]): number {
  return refunds.reduce((sum, each) => sum + each.amountFen, 0)
}
