import { sql } from 'kysely'
import type { OrderStatus } from '@hearth/kernel/order-status'
import type { Db } from '../platform/db.ts'

export type CashierAttempt = {
  id: number
  method: 'wechat' | 'alipay' | 'bank' | 'credit'
  state: 'init' | 'processing' | 'succeeded' | 'failed' | 'cancelled' | 'expired'
  created_at: Date
  updated_at: Date
  expires_at: Date
  reason: string
  proof_sent_at: Date | null
  proof_note: string | null
  has_picture: boolean
}
export type CashierRow = {
  id: number
  number: string
  payable_fen: number
  state: OrderStatus
  expires_at: Date
  late_state: 'open' | 'refunding' | 'refunded' | null
  late_fen: number | null
}

const ATTEMPTS = 20

/** Somebody's own order as the cashier sees it; null when it is not theirs. Money that revived an order is not late. */
export async function selectCashier(db: Db, orderId: number, userId: number): Promise<CashierRow | null> {
  const { rows } = await sql<CashierRow>`
    select o.id, o.number, o.payable_fen, o.state, o.expires_at, s.state as late_state, s.amount_fen as late_fen
    from orders.orders o
    left join lateral (
      select s.state, s.amount_fen from payments.suspense s
      where s.order_id = o.id and s.state <> 'revived' order by s.id desc limit 1) s on true
    where o.id = ${orderId} and o.user_id = ${userId}`.execute(db)
  return rows[0] ?? null
}

/** The newest attempts to pay an order, with the proofs of transfers and why staff turned one down. */
export async function selectCashierAttempts(db: Db, orderId: number): Promise<CashierAttempt[]> {
  const { rows } = await sql<CashierAttempt>`
    select p.id, p.method, p.state, p.created_at, p.updated_at, p.expires_at, coalesce(m.note, '') as reason,
      b.uploaded_at as proof_sent_at, b.note as proof_note, b.image_path is not null as has_picture
    from payments.payments p
    left join payments.bank_proofs b on b.payment_id = p.id
    left join lateral (
      select m.note from payments.payment_moves m
      where m.payment_id = p.id and m.event = 'reject' and p.method = 'bank' order by m.id desc limit 1) m on true
    where p.order_id = ${orderId} and p.removed_at is null order by p.id desc limit ${ATTEMPTS}`.execute(db)
  return rows
}
