import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { makeBooks } from '../company/books.ts'

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
export type TradeType = 'NATIVE' | 'MWEB' | 'JSAPI'

/**
 * A trade in the company's books. `token` names its page and its prepay id; `payingSince`: the buyer has begun to pay
 * and has not been heard of since.
 */
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
  payingSince: Date | null
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

/** What a call of the API can be made to suffer, once per piece. */
export const faultKinds = [
  'no_answer', 'lost_answer', 'http_500', 'busy', 'slow', 'bad_signature', 'unknown_serial', 'old_timestamp',
  'wrong_amount', 'notice_first',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Makes the books of trades and refunds; running it again changes nothing. */
export async function createBooks(db: Db): Promise<void> {
  await makeBooks(db, async (tx) => {
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
    await sql`alter table sim.wechat_pay_trades add column if not exists paying_since timestamptz`.execute(tx)
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
  })
}
