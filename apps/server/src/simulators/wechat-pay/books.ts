import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
export type TradeType = 'NATIVE' | 'MWEB' | 'JSAPI'

/** A trade in the company's books. `token` names its page and its prepay id. */
export type Trade = {
  outTradeNo: string
  transactionId: string
  token: string
  tradeType: TradeType
  state: TradeState
  totalFen: number
  description: string
  attach: string | null
  notifyUrl: string
  openid: string | null
  createdAt: Date
  timeExpire: Date | null
  paidAt: Date | null
}

export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

/** `ends` is what becomes of it once `dueAt` has come. */
export type TradeRefund = {
  outRefundNo: string
  refundId: string
  outTradeNo: string
  amountFen: number
  status: RefundStatus
  ends: RefundStatus
  notifyUrl: string
  createdAt: Date
  dueAt: Date
  successAt: Date | null
}

/** A notice to be sent; what it says is read from the books when it goes out. `number`: the trade's or the refund's. */
export type Notice = {
  id: string
  kind: 'payment' | 'refund'
  number: string
  url: string
  attempts: number
}

/** What a call of the API can be made to suffer, once per piece. */
export const faultKinds = [
  'no_answer', 'lost_answer', 'http_500', 'busy', 'slow', 'bad_signature', 'unknown_serial', 'old_timestamp',
  'wrong_amount', 'notice_first',
] as const
export type FaultKind = (typeof faultKinds)[number]

/**
 * Makes the company's books, in a schema of their own beside the shop's. Production has no simulator, so this is no
 * migration; running it again changes nothing.
 */
export async function createBooks(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sim'), hashtext('wechat_pay'))`.execute(tx)
    await sql`create schema if not exists sim`.execute(tx)
    await sql`create table if not exists sim.wechat_pay_trades (
      out_trade_no text primary key,
      transaction_id text not null unique,
      token text not null unique,
      trade_type text not null check (trade_type in ('NATIVE', 'MWEB', 'JSAPI')),
      state text not null check (state in ('NOTPAY', 'SUCCESS', 'REFUND', 'CLOSED')),
      total_fen bigint not null check (total_fen > 0),
      description text not null,
      attach text,
      notify_url text not null,
      openid text,
      created_at timestamptz not null,
      time_expire timestamptz,
      paid_at timestamptz
    )`.execute(tx)
    await sql`create index if not exists wechat_pay_trades_paid_at on sim.wechat_pay_trades (paid_at)`.execute(tx)
    await sql`create table if not exists sim.wechat_pay_refunds (
      out_refund_no text primary key,
      refund_id text not null unique,
      out_trade_no text not null references sim.wechat_pay_trades (out_trade_no),
      amount_fen bigint not null check (amount_fen > 0),
      status text not null check (status in ('PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL')),
      ends text not null check (ends in ('SUCCESS', 'CLOSED', 'ABNORMAL')),
      notify_url text not null,
      created_at timestamptz not null,
      due_at timestamptz not null,
      success_at timestamptz
    )`.execute(tx)
    await sql`create table if not exists sim.wechat_pay_notices (
      id text primary key,
      kind text not null check (kind in ('payment', 'refund')),
      number text not null,
      url text not null,
      attempts integer not null default 0,
      sent_at timestamptz,
      next_at timestamptz
    )`.execute(tx)
    await sql`create index if not exists wechat_pay_notices_next_at on sim.wechat_pay_notices (next_at)
      where next_at is not null`.execute(tx)
    await sql`create table if not exists sim.wechat_pay_faults (
      action text not null,
      kind text not null,
      times integer not null,
      primary key (action, kind)
    )`.execute(tx)
    await sql`create table if not exists sim.wechat_pay_settings (
      only_one boolean primary key default true check (only_one),
      signs_with text
    )`.execute(tx)
  })
}
