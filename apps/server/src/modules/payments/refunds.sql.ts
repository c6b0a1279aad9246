import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { PaymentsRefunds } from '../../platform/tables.ts'
import type { Refund, RefundState } from './refund.ts'

function toRefund(row: Selectable<PaymentsRefunds>): Refund {
  return {
    id: row.id,
    refundNumber: row.refund_number,
    provider: row.provider,
    orderNumber: row.order_number,
    tradeNumber: row.trade_number,
    orderId: row.order_id,
    paymentId: row.payment_id,
    suspenseId: row.suspense_id,
    tradeId: row.trade_id,
    amountFen: row.amount_fen,
    reason: row.reason,
    state: row.state as RefundState,
    attempts: row.attempts,
    lastAnswer: row.last_answer,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    succeededAt: row.succeeded_at,
  }
}

export type NewRefund =
  & Pick<Refund, 'refundNumber' | 'provider' | 'orderNumber' | 'orderId' | 'paymentId' | 'suspenseId'>
  & Pick<Refund, 'tradeNumber' | 'tradeId'> & { amountFen: number; reason: string; at: Date }

export async function insertRefund(tx: Tx, refund: NewRefund): Promise<Refund> {
  const row = await tx.insertInto('payments.refunds')
    .values({
      refund_number: refund.refundNumber, provider: refund.provider, order_number: refund.orderNumber,
      order_id: refund.orderId, payment_id: refund.paymentId, suspense_id: refund.suspenseId,
      trade_number: refund.tradeNumber, trade_id: refund.tradeId, amount_fen: refund.amountFen, reason: refund.reason, state: 'pending', created_at: refund.at,
      updated_at: refund.at,
    })
    .returningAll().executeTakeFirstOrThrow()
  return toRefund(row)
}

/** What has gone back of a payment or is on its way; what failed does not count. */
export async function sumRefunds(tx: Tx, paymentId: number): Promise<number> {
  const row = await tx.selectFrom('payments.refunds')
    .select(sql<number>`coalesce(sum(amount_fen), 0)::int8`.as('sum_fen'))
    .where('payment_id', '=', paymentId).where('state', '<>', 'failed').executeTakeFirstOrThrow()
  return row.sum_fen
}

export async function selectRefund(db: Db, id: number): Promise<Refund | null> {
  const row = await db.selectFrom('payments.refunds').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRefund(row) : null
}

export async function lockRefund(tx: Tx, id: number): Promise<Refund | null> {
  const row = await tx.selectFrom('payments.refunds').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toRefund(row) : null
}

export async function selectRefundOfSuspense(db: Db, suspenseId: number): Promise<Refund | null> {
  const row = await db.selectFrom('payments.refunds').selectAll()
    .where('suspense_id', '=', suspenseId).executeTakeFirst()
  return row ? toRefund(row) : null
}

/** Refunds of the order's payments and of money in suspense under it, oldest first. */
export async function refundsOfOrder(db: Db, orderId: number): Promise<Refund[]> {
  const rows = await db.selectFrom('payments.refunds').selectAll()
    .where('order_id', '=', orderId).orderBy('id').execute()
  return rows.map(toRefund)
}

type RefundChange = { from: RefundState; to: RefundState; answer: string; isAttempt: boolean; at: Date }

/** Writes the state if it is still `from`. Called by `moveRefund` only. */
export async function updateRefundState(tx: Tx, id: number, change: RefundChange): Promise<Refund | null> {
  const row = await tx.updateTable('payments.refunds')
    .set((eb) => ({
      state: change.to,
      attempts: change.isAttempt ? eb('attempts', '+', 1) : eb.ref('attempts'),
      last_answer: change.answer,
      succeeded_at: change.to === 'succeeded' ? change.at : eb.ref('succeeded_at'),
      updated_at: change.at,
    }))
    .where('id', '=', id).where('state', '=', change.from).returningAll().executeTakeFirst()
  return row ? toRefund(row) : null
}

/** Counts another try of a refund that is under way already. */
export async function countRefundAttempt(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('payments.refunds').set((eb) => ({ attempts: eb('attempts', '+', 1), updated_at: at }))
    .where('id', '=', id).execute()
}

export async function noteRefundAnswer(tx: Tx, id: number, answer: string, at: Date): Promise<void> {
  await tx.updateTable('payments.refunds').set({ last_answer: answer, updated_at: at }).where('id', '=', id).execute()
}

const IDLE_MS = 60_000
const FINISHED_AT_ONCE = 200

/**
 * Ids of a company's refunds that are not through and that nobody has touched for a minute. One that was touched in the
 * future is taken too: the clock was put back.
 */
export async function selectIdleRefunds(db: Db, provider: string, now: Date): Promise<number[]> {
  const rows = await db.selectFrom('payments.refunds').select('id')
    .where('state', 'in', ['pending', 'processing']).where('provider', '=', provider)
    .where((eb) => eb.or([eb('updated_at', '<=', new Date(now.getTime() - IDLE_MS)), eb('updated_at', '>', now)]))
    .orderBy('updated_at').limit(FINISHED_AT_ONCE).execute()
  return rows.map((row) => row.id)
}
