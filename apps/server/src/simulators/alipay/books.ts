import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { makeBooks } from '../company/books.ts'

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

/** What a call of the gateway can be made to suffer, once per piece. */
export const faultKinds = [
  'lost_answer', 'no_answer', 'http_500', 'busy', 'bad_signature', 'slow', 'wrong_amount',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Makes the books of trades and refunds; running it again changes nothing. */
export async function createBooks(db: Db): Promise<void> {
  await makeBooks(db, async (tx) => {
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
  })
}
