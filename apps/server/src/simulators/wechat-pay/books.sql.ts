import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { FaultKind, Notice, RefundStatus, Trade, TradeRefund, TradeState } from './books.ts'

const TRADE = sql`out_trade_no as "outTradeNo", transaction_id as "transactionId", token, trade_type as "tradeType", state,
  total_fen as "totalFen", description, attach, notify_url as "notifyUrl", openid, created_at as "createdAt",
  time_expire as "timeExpire", paid_at as "paidAt"`
const REFUND = sql`out_refund_no as "outRefundNo", refund_id as "refundId", out_trade_no as "outTradeNo",
  amount_fen as "amountFen", status, ends, notify_url as "notifyUrl", created_at as "createdAt", due_at as "dueAt",
  success_at as "successAt"`
const NOTICE = sql`id, kind, number, url, attempts`

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

/** Keeps a notice to be sent at `nextAt`; one of this id that is kept already stays as it is. */
export async function insertNotice(tx: Tx, notice: Notice & { nextAt: Date | null }): Promise<void> {
  await sql`insert into sim.wechat_pay_notices (id, kind, number, url, attempts, next_at)
    values (${notice.id}, ${notice.kind}, ${notice.number}, ${notice.url}, ${notice.attempts}, ${notice.nextAt})
    on conflict do nothing`.execute(tx)
}

/** Takes a notice for one delivery and counts it. */
export async function takeNotice(tx: Tx, id: string, at: Date): Promise<Notice | null> {
  const { rows } = await sql<Notice>`update sim.wechat_pay_notices set attempts = attempts + 1, sent_at = ${at}
    where id = ${id} returning ${NOTICE}`.execute(tx)
  return rows[0] ?? null
}

export async function scheduleNotice(tx: Tx, id: string, nextAt: Date | null): Promise<void> {
  await sql`update sim.wechat_pay_notices set next_at = ${nextAt} where id = ${id}`.execute(tx)
}

/** Notices that are due; one last sent in the future is due too, since the clock was put back. */
export async function selectDueNotices(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from sim.wechat_pay_notices
    where next_at is not null and (next_at <= ${now} or sent_at > ${now}) order by next_at limit 500`.execute(db)
  return rows.map((row) => row.id)
}

export async function putFault(tx: Tx, fault: { action: string; kind: FaultKind; times: number }): Promise<void> {
  await sql`insert into sim.wechat_pay_faults (action, kind, times) values (${fault.action}, ${fault.kind}, ${fault.times})
    on conflict (action, kind) do update set times = excluded.times`.execute(tx)
}

/** Uses up one piece of the trouble that waits for this action, if any. */
export async function takeFault(tx: Tx, action: string): Promise<FaultKind | null> {
  const { rows } = await sql<{ kind: FaultKind }>`update sim.wechat_pay_faults set times = times - 1
    where (action, kind) = (select action, kind from sim.wechat_pay_faults
      where action = ${action} and times > 0 order by kind limit 1 for update) returning kind`.execute(tx)
  return rows[0]?.kind ?? null
}

/** By which of its keys the company signs; null: by its first public key. */
export async function selectSigningKey(db: Db): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select signs_with as id from sim.wechat_pay_settings`.execute(db)
  return rows[0]?.id ?? null
}

export async function putSigningKey(tx: Tx, id: string): Promise<void> {
  await sql`insert into sim.wechat_pay_settings (signs_with) values (${id})
    on conflict (only_one) do update set signs_with = excluded.signs_with`.execute(tx)
}

/** Trades paid from `from` until before `to`, and refunds asked for then, in the order in which they happened. */
export async function selectBillTrades(db: Db, from: Date, to: Date): Promise<Trade[]> {
  const { rows } = await sql<Trade>`select ${TRADE} from sim.wechat_pay_trades
    where paid_at >= ${from} and paid_at < ${to} order by paid_at, out_trade_no`.execute(db)
  return rows
}

export async function selectBillRefunds(db: Db, from: Date, to: Date): Promise<(TradeRefund & { trade: Trade })[]> {
  const { rows } = await sql<TradeRefund>`select ${REFUND} from sim.wechat_pay_refunds
    where created_at >= ${from} and created_at < ${to} and status <> 'CLOSED'
    order by created_at, out_refund_no`.execute(db)
  if (rows.length === 0) return []
  const { rows: trades } = await sql<Trade>`select ${TRADE} from sim.wechat_pay_trades
    where out_trade_no = any(${[...new Set(rows.map((each) => each.outTradeNo))]})`.execute(db)
  const byNumber = new Map(trades.map((trade) => [trade.outTradeNo, trade]))
  return rows.flatMap((refund) => {
    const trade = byNumber.get(refund.outTradeNo)
    return trade ? [{ ...refund, trade }] : []
  })
}
