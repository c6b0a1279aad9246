import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { FaultKind, Notice, Trade, TradeRefund, TradeStatus } from './books.ts'

const TRADE = sql`out_trade_no as "outTradeNo", trade_no as "tradeNo", status, total_fen as "totalFen", subject, method,
  notify_url as "notifyUrl", return_url as "returnUrl", created_at as "createdAt", time_expire as "timeExpire",
  paid_at as "paidAt"`
const REFUND = sql`out_request_no as "outRequestNo", amount_fen as "amountFen", status, created_at as "createdAt"`
const NOTICE = sql`notify_id as "notifyId", out_trade_no as "outTradeNo", url, form, attempts`

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

/** Keeps a notice to be sent at `nextAt`; one of this id that is kept already stays as it is. */
export async function insertNotice(tx: Tx, notice: Notice & { nextAt: Date | null }): Promise<void> {
  await sql`insert into sim.alipay_notices (notify_id, out_trade_no, url, form, attempts, next_at)
    values (${notice.notifyId}, ${notice.outTradeNo}, ${notice.url}, ${JSON.stringify(notice.form)}::jsonb,
      ${notice.attempts}, ${notice.nextAt})
    on conflict do nothing`.execute(tx)
}

/** Takes a notice for one delivery and counts it. */
export async function takeNotice(tx: Tx, notifyId: string, at: Date): Promise<Notice | null> {
  const { rows } = await sql<Notice>`update sim.alipay_notices set attempts = attempts + 1, sent_at = ${at}
    where notify_id = ${notifyId} returning ${NOTICE}`.execute(tx)
  return rows[0] ?? null
}

export async function scheduleNotice(tx: Tx, notifyId: string, nextAt: Date | null): Promise<void> {
  await sql`update sim.alipay_notices set next_at = ${nextAt} where notify_id = ${notifyId}`.execute(tx)
}

/** Notices that are due; one last sent in the future is due too, since the clock was put back. */
export async function selectDueNotices(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select notify_id as id from sim.alipay_notices
    where next_at is not null and (next_at <= ${now} or sent_at > ${now}) order by next_at limit 500`.execute(db)
  return rows.map((row) => row.id)
}

export async function putFault(tx: Tx, fault: { method: string; kind: FaultKind; times: number }): Promise<void> {
  await sql`insert into sim.alipay_faults (method, kind, times) values (${fault.method}, ${fault.kind}, ${fault.times})
    on conflict (method, kind) do update set times = excluded.times`.execute(tx)
}

/** Uses up one piece of the trouble that waits for this method, if any. */
export async function takeFault(tx: Tx, method: string): Promise<FaultKind | null> {
  const { rows } = await sql<{ kind: FaultKind }>`update sim.alipay_faults set times = times - 1
    where (method, kind) = (select method, kind from sim.alipay_faults
      where method = ${method} and times > 0 order by kind limit 1 for update) returning kind`.execute(tx)
  return rows[0]?.kind ?? null
}

/** Trades paid from `from` until before `to`, in the order in which they happened. */
export async function selectBillTrades(db: Db, from: Date, to: Date): Promise<Trade[]> {
  const { rows } = await sql<Trade>`select ${TRADE} from sim.alipay_trades
    where paid_at >= ${from} and paid_at < ${to} order by paid_at, out_trade_no`.execute(db)
  return rows
}

export type BillRefund = TradeRefund & Pick<Trade, 'outTradeNo' | 'tradeNo' | 'subject'>

export async function selectBillRefunds(db: Db, from: Date, to: Date): Promise<BillRefund[]> {
  const { rows } = await sql<BillRefund>`select r.out_trade_no as "outTradeNo", t.trade_no as "tradeNo", t.subject,
      r.out_request_no as "outRequestNo", r.amount_fen as "amountFen", r.status, r.created_at as "createdAt"
    from sim.alipay_refunds r join sim.alipay_trades t using (out_trade_no)
    where r.created_at >= ${from} and r.created_at < ${to} order by r.created_at, r.out_request_no`.execute(db)
  return rows
}
