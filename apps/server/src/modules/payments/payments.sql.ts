import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { PaymentsPayments } from '../../platform/tables.ts'
import type { Payment, PaymentMethod, PaymentMove, PaymentState } from './payment.ts'
import type { PayChannel } from './payment-provider.ts'

function toPayment(row: Selectable<PaymentsPayments>): Payment {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    userId: row.user_id,
    method: row.method as PaymentMethod,
    channel: row.channel as PayChannel | null,
    tradeNumber: row.trade_number,
    amountFen: row.amount_fen,
    state: row.state as PaymentState,
    tradeId: row.trade_id,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export type NewPayment = {
  orderId: number
  orderNumber: string
  userId: number
  method: PaymentMethod
  /** Without: the order's number, or one of its own where the company needs that. */
  tradeNumber?: string
  amountFen: number
  expiresAt: Date
  at: Date
}

/**
 * Writes the attempt and the first row of its history.
 * @returns null when an open attempt of this order by this method exists already
 */
export async function insertPayment(tx: Tx, payment: NewPayment): Promise<Payment | null> {
  const row = await tx
    .with('opened', (db) => db.insertInto('payments.payments')
      .values({
        order_id: payment.orderId, order_number: payment.orderNumber, user_id: payment.userId, method: payment.method,
        trade_number: payment.tradeNumber ?? '', amount_fen: payment.amountFen, state: 'init', expires_at: payment.expiresAt, created_at: payment.at,
        updated_at: payment.at,
      })
      .onConflict((on) => on.doNothing())
      .returningAll())
    .with('noted', (db) => db.insertInto('payments.payment_moves')
      .columns(['payment_id', 'event', 'to_state', 'at'])
      .expression((eb) => eb.selectFrom('opened')
        .select(['opened.id', sql<string>`'open'`.as('event'), 'opened.state', 'opened.created_at'])))
    .selectFrom('opened').selectAll().executeTakeFirst()
  return row ? toPayment(row) : null
}

export async function insertPaymentMove(tx: Tx, paymentId: number, move: PaymentMove): Promise<void> {
  await tx.insertInto('payments.payment_moves')
    .values({ payment_id: paymentId, event: move.event, from_state: move.from, to_state: move.to, at: move.at })
    .execute()
}

/** Writes the state if it is still `from`. Called by `movePayment` only. */
export async function updatePaymentState(
  tx: Tx, id: number, change: { from: PaymentState; to: PaymentState; tradeId: string | null; at: Date },
): Promise<Payment | null> {
  const row = await tx.updateTable('payments.payments')
    .set({ state: change.to, trade_id: change.tradeId, updated_at: change.at })
    .where('id', '=', id).where('state', '=', change.from)
    .returningAll().executeTakeFirst()
  return row ? toPayment(row) : null
}

/** Keeps by which way the buyer was sent to pay. */
export async function updatePaymentChannel(
  tx: Tx, id: number, change: { channel: PayChannel; at: Date },
): Promise<Payment> {
  const row = await tx.updateTable('payments.payments').set({ channel: change.channel, updated_at: change.at })
    .where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  return toPayment(row)
}

export async function lockPayment(tx: Tx, id: number): Promise<Payment | null> {
  const row = await tx.selectFrom('payments.payments').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toPayment(row) : null
}

/** Every attempt to pay the order, oldest first, locked in that order. */
export async function lockPaymentsOfOrder(tx: Tx, orderId: number): Promise<Payment[]> {
  const rows = await tx.selectFrom('payments.payments').selectAll()
    .where('order_id', '=', orderId).orderBy('id').forUpdate().execute()
  return rows.map(toPayment)
}

export async function selectPayment(db: Db, id: number): Promise<Payment | null> {
  const row = await db.selectFrom('payments.payments').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPayment(row) : null
}

/** Every attempt to pay the order, newest first. */
export async function paymentsOfOrder(db: Db, orderId: number): Promise<Payment[]> {
  const rows = await db.selectFrom('payments.payments').selectAll()
    .where('order_id', '=', orderId).orderBy('id', 'desc').execute()
  return rows.map(toPayment)
}

/** The attempt that can still be paid under this number, by this method. */
export async function selectOpenPayment(db: Db, tradeNumber: string, method: PaymentMethod): Promise<Payment | null> {
  const row = await db.selectFrom('payments.payments').selectAll()
    .where('trade_number', '=', tradeNumber).where('method', '=', method).where('state', 'in', ['init', 'processing'])
    .executeTakeFirst()
  return row ? toPayment(row) : null
}

/** The order of the attempt that has this number at its company. */
export async function selectOrderOfTrade(db: Db, method: PaymentMethod, tradeNumber: string): Promise<number | null> {
  const row = await db.selectFrom('payments.payments').select('order_id')
    .where('method', '=', method).where('trade_number', '=', tradeNumber).limit(1).executeTakeFirst()
  return row?.order_id ?? null
}

/** The history of an attempt, oldest first. */
export async function selectPaymentMoves(db: Db, paymentIds: readonly number[]): Promise<Map<number, PaymentMove[]>> {
  const moves = new Map<number, PaymentMove[]>(paymentIds.map((id) => [id, []]))
  if (paymentIds.length === 0) return moves
  const rows = await db.selectFrom('payments.payment_moves').selectAll()
    .where('payment_id', 'in', paymentIds).orderBy('id').execute()
  for (const row of rows) {
    const [from, to] = [row.from_state as PaymentState | null, row.to_state as PaymentState]
    moves.get(row.payment_id)?.push({ event: row.event, from, to, at: row.at })
  }
  return moves
}

const ASKED_AT_ONCE = 500

/**
 * Attempts that were started and of which nothing has been heard: the ones to ask the company about. With a sweep every
 * minute a lost notice is found within 8 minutes (contract, decision 28). Those whose time runs out come first.
 */
export async function openPaymentsToAsk(db: Db, now: Date): Promise<Payment[]> {
  const rows = await db.selectFrom('payments.payments').selectAll()
    .where('state', '=', 'processing').where('method', '=', 'alipay')
    .orderBy((eb) => eb('expires_at', '<', now)).orderBy('expires_at').orderBy('id').limit(ASKED_AT_ONCE).execute()
  return rows.map(toPayment)
}

/** Whether a buyer was ever sent to a company to pay this order, so that it may know a trade. */
export async function hasStartedPayment(db: Db, orderId: number): Promise<boolean> {
  const row = await db.selectFrom('payments.payments as p')
    .innerJoin('payments.payment_moves as m', 'm.payment_id', 'p.id').select('p.id')
   .where('p.order_id', '=', orderId).where('m.event', '=', 'start').limit(1).executeTakeFirst()
  return row !== undefined
}
