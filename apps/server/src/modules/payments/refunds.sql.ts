import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { PaymentsRefunds } from '../../platform/tables.ts'
import { nextAskAt } from './refund.ts'
import type { Refund, RefundMove, RefundProblem, RefundState } from './refund.ts'

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
    problem: row.problem as RefundProblem,
    attempts: row.attempts,
    lastAnswer: row.last_answer,
    transactionId: row.transaction_id,
    paidFrom: row.paid_from,
    operatorId: row.operator_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    succeededAt: row.succeeded_at,
    givenUpAt: row.given_up_at,
  }
}

export type NewRefund =
  & Pick<Refund, 'refundNumber' | 'provider' | 'orderNumber' | 'orderId' | 'paymentId' | 'suspenseId'>
  & Pick<Refund, 'tradeNumber' | 'tradeId' | 'amountFen' | 'reason' | 'operatorId'> & { at: Date }

/** Writes the refund and the first line of its history. */
export async function insertRefund(tx: Tx, refund: NewRefund): Promise<Refund> {
  const row = await tx.insertInto('payments.refunds')
    .values({
      refund_number: refund.refundNumber, provider: refund.provider, order_number: refund.orderNumber,
      order_id: refund.orderId, payment_id: refund.paymentId, suspense_id: refund.suspenseId,
      trade_number: refund.tradeNumber, trade_id: refund.tradeId, amount_fen: refund.amountFen, reason: refund.reason,
      operator_id: refund.operatorId, state: 'pending', created_at: refund.at, updated_at: refund.at,
      ask_at: nextAskAt(0, refund.at),
    })
    .returningAll().executeTakeFirstOrThrow()
  await insertRefundMove(tx, row.id, {
    event: 'make', from: null, to: 'pending', actorId: refund.operatorId, note: refund.reason, at: refund.at,
  })
  return toRefund(row)
}

export async function insertRefundMove(tx: Tx, refundId: number, move: RefundMove): Promise<void> {
  await tx.insertInto('payments.refund_moves').values({
    refund_id: refundId, event: move.event, from_state: move.from, to_state: move.to, actor_id: move.actorId,
    note: move.note, at: move.at,
  }).execute()
}

/** What has gone back of a payment or is on its way; what failed does not count. */
export async function sumRefunds(tx: Tx, paymentId: number): Promise<number> {
  const row = await tx.selectFrom('payments.refunds')
    .select(sql<number>`coalesce(sum(amount_fen), 0)::int8`.as('sum_fen'))
    .where('payment_id', '=', paymentId).where('state', '<>', 'failed').executeTakeFirstOrThrow()
  return row.sum_fen
}

/** What of an order's payments has gone back, and how many of their refunds are still somebody's business. */
export async function sumRefundsOfOrder(tx: Tx, orderId: number): Promise<{ backFen: number; openQty: number }> {
  const row = await tx.selectFrom('payments.refunds')
    .select([
      sql<number>`coalesce(sum(amount_fen) filter (where state = 'succeeded'), 0)::int8`.as('backFen'),
      sql<number>`count(*) filter (where state <> 'succeeded' and given_up_at is null)`.as('openQty'),
    ])
    .where('order_id', '=', orderId).where('payment_id', 'is not', null).executeTakeFirstOrThrow()
  return row
}

export async function selectRefund(db: Db, id: number): Promise<Refund | null> {
  const row = await db.selectFrom('payments.refunds').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRefund(row) : null
}

export async function selectRefundByNumber(db: Db, refundNumber: string): Promise<Refund | null> {
  const row = await db.selectFrom('payments.refunds').selectAll()
    .where('refund_number', '=', refundNumber).executeTakeFirst()
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

type RefundChange = {
  from: RefundState; to: RefundState; problem: RefundProblem; answer: string; isAttempt: boolean
  paidFrom: string | null; transactionId: string; at: Date
}

/** Writes the state if it is still `from`. Called by `moveRefund` only. */
export async function updateRefundState(tx: Tx, id: number, change: RefundChange): Promise<Refund | null> {
  const row = await tx.updateTable('payments.refunds')
    .set((eb) => ({
      state: change.to, problem: change.problem, last_answer: change.answer, updated_at: change.at,
      attempts: change.isAttempt ? eb('attempts', '+', 1) : eb.ref('attempts'),
      succeeded_at: change.to === 'succeeded' ? change.at : eb.ref('succeeded_at'),
      paid_from: change.paidFrom, transaction_id: change.transactionId,
      given_up_at: null, ask_at: nextAskAt(1, change.at),
    }))
    .where('id', '=', id).where('state', '=', change.from).returningAll().executeTakeFirst()
  return row ? toRefund(row) : null
}

/** Counts another try of a refund that is under way already; each lets more time go by before the next. */
export async function countRefundAttempt(tx: Tx, refund: Refund, at: Date): Promise<Refund> {
  const attempts = refund.attempts + 1
  await tx.updateTable('payments.refunds').set({ attempts, updated_at: at, ask_at: nextAskAt(attempts, at) })
    .where('id', '=', refund.id).execute()
  return { ...refund, attempts }
}

/** Keeps what the company said of a refund that goes on. */
export async function noteRefundAnswer(tx: Tx, id: number, answer: string, at: Date): Promise<void> {
  await tx.updateTable('payments.refunds').set({ last_answer: answer, updated_at: at }).where('id', '=', id).execute()
}

/** Marks what a person has to look at, or `''` once that is done. */
export async function markRefundProblem(tx: Tx, id: number, problem: RefundProblem): Promise<void> {
  await tx.updateTable('payments.refunds').set({ problem }).where('id', '=', id).execute()
}

export async function markRefundGivenUp(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('payments.refunds').set({ given_up_at: at, updated_at: at }).where('id', '=', id).execute()
}

const FINISHED_AT_ONCE = 200

/**
 * Ids of companies' refunds that are not through and whose time to be asked about has come. One that was touched in the
 * future is taken too: the clock was put back.
 */
export async function selectRefundsToAsk(db: Db, providers: readonly string[], now: Date): Promise<number[]> {
  if (providers.length === 0) return []
  const rows = await db.selectFrom('payments.refunds').select('id')
    .where(sql<boolean>`state in ('pending', 'processing')`).where('provider', 'in', providers)
    .where((eb) => eb.or([eb('ask_at', '<=', now), eb('updated_at', '>', now)]))
    .orderBy('ask_at').limit(FINISHED_AT_ONCE).execute()
  return rows.map((row) => row.id)
}
