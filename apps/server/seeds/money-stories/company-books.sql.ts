import { sql } from 'kysely'
import { compactStamp } from '@hearth/kernel/dates'
import type { Refund, RefundOutcome } from '../../src/modules/payments/index.ts'
import type { Tx } from '../../src/platform/db.ts'

export type EnteredTrade = { method: 'alipay' | 'wechat'; tradeNumber: string; tradeId: string; amountFen: number; at: Date }

/** The simulated company has a paid trade in its books: when the story is told, and only then. */
export async function enterTrade(tx: Tx, trade: EnteredTrade): Promise<void> {
  const { method, tradeNumber, tradeId, amountFen, at } = trade
  const subject = `Hearth 订单 ${tradeNumber}`
  if (method === 'alipay') {
    await sql`insert into sim.alipay_trades (out_trade_no, trade_no, status, total_fen, subject, method, notify_url, return_url,
        created_at, paid_at)
      values (${tradeNumber}, ${tradeId}, 'TRADE_SUCCESS', ${amountFen}, ${subject}, 'alipay.trade.page.pay', '', '', ${at}, ${at})`
      .execute(tx)
  } else {
    await sql`insert into sim.wechat_pay_trades (out_trade_no, transaction_id, token, trade_type, state, total_fen, description,
        notify_url, created_at, paid_at)
      values (${tradeNumber}, ${tradeId}, ${`wx${tradeId}`}, 'NATIVE', 'SUCCESS', ${amountFen}, ${subject}, '', ${at}, ${at})`
      .execute(tx)
  }
}

/** What the simulated company has in its books of a refund that it took, and its trade with it. */
export async function enterRefund(tx: Tx, refund: Refund, status: RefundOutcome['status'], at: Date): Promise<void> {
  if (refund.provider === 'alipay' && status === 'succeeded') await enterAtAlipay(tx, refund, at)
  if (refund.provider === 'wechat' && status !== 'no_balance') await enterAtWechat(tx, refund, status, at)
}

async function enterAtAlipay(tx: Tx, { tradeNumber, refundNumber, amountFen }: Refund, at: Date): Promise<void> {
  await sql`insert into sim.alipay_refunds (out_trade_no, out_request_no, amount_fen, status, created_at)
    values (${tradeNumber}, ${refundNumber}, ${amountFen}, 'REFUND_SUCCESS', ${at})`.execute(tx)
  await sql`update sim.alipay_trades t set status = 'TRADE_CLOSED' where out_trade_no = ${tradeNumber} and total_fen = (
    select sum(amount_fen) from sim.alipay_refunds r where r.out_trade_no = t.out_trade_no)`.execute(tx)
}

const STATUS = { succeeded: 'SUCCESS', abnormal: 'ABNORMAL', failed: 'CLOSED' } as const

async function enterAtWechat(tx: Tx, refund: Refund, said: RefundOutcome['status'], at: Date): Promise<void> {
  const status = STATUS[said as keyof typeof STATUS]
  await sql`insert into sim.wechat_pay_refunds (out_refund_no, refund_id, out_trade_no, amount_fen, status, ends, notify_url,
      created_at, due_at, success_at)
    values (${refund.refundNumber}, ${refundIdOf(refund, at)}, ${refund.tradeNumber}, ${refund.amountFen}, ${status},
      ${status}, '', ${at}, ${at}, ${status === 'SUCCESS' ? at : null})
    on conflict (out_refund_no) do update set status = excluded.status, success_at = excluded.success_at`.execute(tx)
  await sql`update sim.wechat_pay_trades set state = 'REFUND' where out_trade_no = ${refund.tradeNumber}`.execute(tx)
}

/** The company's own number of a refund. */
export function refundIdOf({ id }: Pick<Refund, 'id'>, at: Date): string {
  return `5030${compactStamp(at)}${String(id).padStart(10, '0')}`
}

/** Completed orders of these people, paid by Alipay, without machines that are looked after; the newest first. */
export async function selectCompleted(tx: Tx, userIds: readonly number[]) {
  const { rows } = await sql<{ id: number; number: string; payable_fen: number; completed_at: Date }>`
    select o.id, o.number, o.payable_fen, o.completed_at from orders.orders o
    where o.state = 'completed' and o.pay_method = 'alipay' and o.payable_fen between 30000 and 600000
      and o.user_id = any(${[...userIds]}) and not exists (select from lifecycle.units n where n.order_id = o.id)
      and not exists (select from payments.refunds r where r.order_id = o.id)
    order by o.completed_at desc, o.id desc limit 3`.execute(tx)
  return rows
}
