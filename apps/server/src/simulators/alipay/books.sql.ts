import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { BilledPayment, BilledRefund } from '../payment-company/bill-differences.ts'
import type { Trade, TradeRefund, TradeStatus } from './books.ts'

const TRADE = sql`out_trade_no as "outTradeNo", trade_no as "tradeNo", status, total_fen as "totalFen", subject, method,
  notify_url as "notifyUrl", return_url as "returnUrl", created_at as "createdAt", time_expire as "timeExpire",
  paid_at as "paidAt"`
const REFUND = sql`out_request_no as "outRequestNo", amount_fen as "amountFen", status, created_at as "createdAt"`

export async function insertTrade(tx: Tx, trade: Trade): Promise<void> {
  const { outTradeNo, tradeNo, status, totalFen, subject, method, notifyUrl, returnUrl } = trade
  await sql`insert into sim.alipay_trades (out_trade_no, trade_no, status, total_fen, subject, method, notify_url,
      return_url, created_at, time_expire, paid_at)
    values (${outTradeNo}, ${tradeNo}, ${status}, ${totalFen}, ${subject}, ${method}, ${notifyUrl}, ${returnUrl},
      ${trade.createdAt}, ${trade.timeExpire}, ${trade.paidAt})
    on conflict do nothing`.execute(tx)
}

export async function selectTrade(db: Db, outTradeNo: string): Promise<Trade | null> {
  const { rows } = await sql<Trade>`select ${TRADE} from sim.alipay_trades
    where out_trade_no = ${outTradeNo}`.execute(db)
  return rows[0] ?? null
}

/** Locks a trade by the merchant's number or the company's; both must be the trade's when both are given. */
export async function lockTrade(tx: Tx, named: { outTradeNo?: string; tradeNo?: string }): Promise<Trade | null> {
  const { outTradeNo = null, tradeNo = null } = named
  if (!outTradeNo && !tradeNo) return null
  const { rows } = await sql<Trade>`select ${TRADE} from sim.alipay_trades
    where (${outTradeNo}::text is null or out_trade_no = ${outTradeNo})
      and (${tradeNo}::text is null or trade_no = ${tradeNo}) for update`.execute(tx)
  return rows[0] ?? null
}

type Addresses = Pick<Trade, 'outTradeNo' | 'notifyUrl' | 'returnUrl'>

export async function updateTradeAddresses(tx: Tx, trade: Addresses): Promise<void> {
  await sql`update sim.alipay_trades set notify_url = ${trade.notifyUrl}, return_url = ${trade.returnUrl}
    where out_trade_no = ${trade.outTradeNo}`.execute(tx)
}

export async function updateTradeStatus(
  tx: Tx, outTradeNo: string, change: { status: TradeStatus; paidAt: Date | null },
): Promise<void> {
  await sql`update sim.alipay_trades set status = ${change.status}, paid_at = ${change.paidAt}
    where out_trade_no = ${outTradeNo}`.execute(tx)
}

export async function insertTradeRefund(tx: Tx, outTradeNo: string, refund: TradeRefund): Promise<void> {
  await sql`insert into sim.alipay_refunds (out_trade_no, out_request_no, amount_fen, status, created_at)
    values (${outTradeNo}, ${refund.outRequestNo}, ${refund.amountFen}, ${refund.status},
      ${refund.createdAt})`.execute(tx)
}

export async function selectTradeRefunds(db: Db, outTradeNo: string): Promise<TradeRefund[]> {
  const { rows } = await sql<TradeRefund>`select ${REFUND} from sim.alipay_refunds
    where out_trade_no = ${outTradeNo} order by created_at, out_request_no`.execute(db)
  return rows
}

export async function finishTradeRefund(tx: Tx, outTradeNo: string, outRequestNo: string): Promise<void> {
  await sql`update sim.alipay_refunds set status = 'REFUND_SUCCESS'
    where out_trade_no = ${outTradeNo} and out_request_no = ${outRequestNo}`.execute(tx)
}

/** Payments from `from` until before `to`, in the order in which they happened. */
export async function selectBillTrades(db: Db, from: Date, to: Date): Promise<BilledPayment[]> {
  const { rows } = await sql<BilledPayment>`select out_trade_no as "outTradeNo", trade_no as "tradeNo", subject,
      total_fen as "amountFen", paid_at as at
    from sim.alipay_trades where paid_at >= ${from} and paid_at < ${to} order by paid_at, out_trade_no`.execute(db)
  return rows
}

export async function selectBillRefunds(db: Db, from: Date, to: Date): Promise<BilledRefund[]> {
  const { rows } = await sql<BilledRefund>`select r.out_trade_no as "outTradeNo", t.trade_no as "tradeNo", t.subject,
      r.out_request_no as "outRefundNo", '' as "refundNo", r.amount_fen as "amountFen", r.created_at as at
    from sim.alipay_refunds r join sim.alipay_trades t using (out_trade_no)
    where r.created_at >= ${from} and r.created_at < ${to} order by r.created_at, r.out_request_no`.execute(db)
  return rows
}
