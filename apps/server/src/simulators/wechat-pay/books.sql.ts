import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { BilledPayment, BilledRefund } from '../payment-company/bill-differences.ts'
import type { RefundStatus, Trade, TradeRefund, TradeState } from './books.ts'

const TRADE = sql`out_trade_no as "outTradeNo", transaction_id as "transactionId", token, trade_type as "tradeType", state,
  total_fen as "totalFen", description, attach, notify_url as "notifyUrl", openid, created_at as "createdAt",
  time_expire as "timeExpire", paying_since as "payingSince", paid_at as "paidAt"`
const REFUND = sql`out_refund_no as "outRefundNo", refund_id as "refundId", out_trade_no as "outTradeNo",
  amount_fen as "amountFen", status, ends, notify_url as "notifyUrl", created_at as "createdAt", due_at as "dueAt",
  success_at as "successAt"`

export async function insertTrade(tx: Tx, trade: Trade): Promise<void> {
  await sql`insert into sim.wechat_pay_trades (out_trade_no, transaction_id, token, trade_type, state, total_fen, description,
      attach, notify_url, openid, created_at, time_expire, paid_at)
    values (${trade.outTradeNo}, ${trade.transactionId}, ${trade.token}, ${trade.tradeType}, ${trade.state}, ${trade.totalFen},
      ${trade.description}, ${trade.attach}, ${trade.notifyUrl}, ${trade.openid}, ${trade.createdAt}, ${trade.timeExpire},
      ${trade.paidAt})
    on conflict do nothing`.execute(tx)
}

/** Locks a trade by the merchant's number, the company's, or the token of its page. */
export async function lockTrade(
  tx: Tx, named: { outTradeNo?: string; transactionId?: string; token?: string },
): Promise<Trade | null> {
  const { outTradeNo = null, transactionId = null, token = null } = named
  if (!outTradeNo && !transactionId && !token) return null
  const { rows } = await sql<Trade>`select ${TRADE} from sim.wechat_pay_trades
    where (${outTradeNo}::text is null or out_trade_no = ${outTradeNo})
      and (${transactionId}::text is null or transaction_id = ${transactionId})
      and (${token}::text is null or token = ${token}) for update`.execute(tx)
  return rows[0] ?? null
}

/** The buyer has begun to pay a trade that is open. */
export async function updatePayingSince(tx: Tx, outTradeNo: string, at: Date): Promise<void> {
  await sql`update sim.wechat_pay_trades set paying_since = ${at} where out_trade_no = ${outTradeNo}`.execute(tx)
}

export async function updateTradeState(
  tx: Tx, outTradeNo: string, change: { state: TradeState; paidAt: Date | null },
): Promise<void> {
  await sql`update sim.wechat_pay_trades set state = ${change.state}, paid_at = ${change.paidAt}
    where out_trade_no = ${outTradeNo}`.execute(tx)
}

export async function insertRefund(tx: Tx, refund: TradeRefund): Promise<void> {
  await sql`insert into sim.wechat_pay_refunds (out_refund_no, refund_id, out_trade_no, amount_fen, status, ends, notify_url,
      created_at, due_at, success_at)
    values (${refund.outRefundNo}, ${refund.refundId}, ${refund.outTradeNo}, ${refund.amountFen}, ${refund.status},
      ${refund.ends}, ${refund.notifyUrl}, ${refund.createdAt}, ${refund.dueAt}, ${refund.successAt})`.execute(tx)
}

export async function selectRefund(db: Db, outRefundNo: string): Promise<TradeRefund | null> {
  const { rows } = await sql<TradeRefund>`select ${REFUND} from sim.wechat_pay_refunds
    where out_refund_no = ${outRefundNo}`.execute(db)
  return rows[0] ?? null
}

export async function selectRefunds(db: Db, outTradeNo: string): Promise<TradeRefund[]> {
  const { rows } = await sql<TradeRefund>`select ${REFUND} from sim.wechat_pay_refunds
    where out_trade_no = ${outTradeNo} order by created_at, out_refund_no`.execute(db)
  return rows
}

export async function updateRefundStatus(
  tx: Tx, outRefundNo: string, change: { status: RefundStatus; at: Date },
): Promise<boolean> {
  const { rows } = await sql`update sim.wechat_pay_refunds set status = ${change.status},
      success_at = ${change.status === 'SUCCESS' ? change.at : null}
    where out_refund_no = ${outRefundNo} and status = 'PROCESSING' returning 1`.execute(tx)
  return rows.length > 0
}

/** Lets a refund that is on its way arrive at once. */
export async function hastenRefund(tx: Tx, outRefundNo: string, at: Date): Promise<void> {
  await sql`update sim.wechat_pay_refunds set due_at = ${at}
    where out_refund_no = ${outRefundNo} and status = 'PROCESSING'`.execute(tx)
}

/** Payments from `from` until before `to`, in the order in which they happened. */
export async function selectBillTrades(db: Db, from: Date, to: Date): Promise<BilledPayment[]> {
  const { rows } = await sql<BilledPayment>`select out_trade_no as "outTradeNo", transaction_id as "tradeNo",
      description as subject, total_fen as "amountFen", paid_at as at
    from sim.wechat_pay_trades where paid_at >= ${from} and paid_at < ${to} order by paid_at, out_trade_no`.execute(db)
  return rows
}

/** Refunds asked for then. */
export async function selectBillRefunds(db: Db, from: Date, to: Date): Promise<BilledRefund[]> {
  const { rows } = await sql<BilledRefund>`select r.out_trade_no as "outTradeNo", t.transaction_id as "tradeNo",
      t.description as subject, r.out_refund_no as "outRefundNo", r.refund_id as "refundNo",
      r.amount_fen as "amountFen", r.created_at as at
    from sim.wechat_pay_refunds r join sim.wechat_pay_trades t using (out_trade_no)
    where r.created_at >= ${from} and r.created_at < ${to} and r.status <> 'CLOSED'
    order by r.created_at, r.out_refund_no`.execute(db)
  return rows
}
