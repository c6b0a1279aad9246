import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'

export type TradeStatus = 'WAIT_BUYER_PAY' | 'TRADE_SUCCESS' | 'TRADE_CLOSED'

/** A trade in the company's books. `paidAt` stays when everything was refunded and the trade is closed. */
export type Trade = {
  outTradeNo: string
  tradeNo: string
  status: TradeStatus
  totalFen: number
  subject: string
  method: string
  notifyUrl: string
  returnUrl: string
  createdAt: Date
  timeExpire: Date | null
  paidAt: Date | null
}

export type TradeRefund = {
  outRequestNo: string
  amountFen: number
  status: 'REFUND_SUCCESS' | 'PROCESSING'
  createdAt: Date
}

export type Notice = {
  notifyId: string
  outTradeNo: string
  url: string
  form: Record<string, string>
  attempts: number
}

/** What a call of the gateway can be made to suffer, once per piece. */
export const faultKinds = [
  'lost_answer', 'no_answer', 'http_500', 'busy', 'bad_signature', 'slow', 'wrong_amount',
] as const
export type FaultKind = (typeof faultKinds)[number]

/**
 * Makes the company's books, in a schema of their own beside the shop's. Production has no simulator, so this is no
 * migration; running it again changes nothing.
 */
export async function createBooks(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sim'), hashtext('alipay'))`.execute(tx)
    await sql`create schema if not exists sim`.execute(tx)
    await sql`create table if not exists sim.alipay_trades (
      out_trade_no text primary key,
      trade_no text not null unique,
      status text not null check (status in ('WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_CLOSED')),
      total_fen bigint not null check (total_fen > 0),
      subject text not null,
      method text not null,
      notify_url text not null,
      return_url text not null,
      created_at timestamptz not null,
      time_expire timestamptz,
      paid_at timestamptz
    )`.execute(tx)
    await sql`create table if not exists sim.alipay_refunds (
      out_trade_no text not null references sim.alipay_trades (out_trade_no),
      out_request_no text not null,
      amount_fen bigint not null check (amount_fen > 0),
      status text not null check (status in ('REFUND_SUCCESS', 'PROCESSING')),
      created_at timestamptz not null,
      primary key (out_trade_no, out_request_no)
    )`.execute(tx)
    await sql`create table if not exists sim.alipay_notices (
      notify_id text primary key,
      out_trade_no text not null,
      url text not null,
      form jsonb not null,
      attempts integer not null default 0,
      sent_at timestamptz,
      next_at timestamptz
    )`.execute(tx)
    await sql`create index if not exists alipay_notices_next_at on sim.alipay_notices (next_at)
      where next_at is not null`.execute(tx)
    await sql`create table if not exists sim.alipay_faults (
      method text not null,
      kind text not null,
      times integer not null,
      primary key (method, kind)
    )`.execute(tx)
  })
}
