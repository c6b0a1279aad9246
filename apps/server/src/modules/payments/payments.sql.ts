import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import { toPayment } from './payment-rows.ts'
import type { Payment, PaymentMethod, PaymentMove, PaymentState } from './payment.ts'
import type { PayChannel } from './payment-provider.ts'

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

export type StartNote = { channel: PayChannel | null; nextAskAt: Date | null }
export type PaymentChange = {
  from: PaymentState; to: PaymentState; tradeId: string | null; start?: StartNote
  event: string; actorId: number | null; note: string; at: Date
}

/** Writes the state if it is still `from`, and the line of history with it. Called by `movePayment` only. */
export async function updatePaymentState(tx: Tx, id: number, change: PaymentChange): Promise<Payment | null> {
  const { from, to, event, actorId, note, at } = change
  const row = await tx
    .with('moved', (db) => db.updateTable('payments.payments')
      .set({ state: to, trade_id: change.tradeId, updated_at: at, ...(change.start && startColumns(change.start)) })
      .where('id', '=', id).where('state', '=', from).returningAll())
    .with('noted', (db) => db.insertInto('payments.payment_moves')
      .columns(['payment_id', 'event', 'from_state', 'to_state', 'actor_id', 'note', 'at'])
      .expression((eb) => eb.selectFrom('moved').select([
        'moved.id', sql<string>`${event}::text`.as('event'), sql<string>`${from}::text`.as('from_state'), 'moved.state',
        sql<number | null>`${actorId}::bigint`.as('actor_id'), sql<string>`${note}::text`.as('note'), 'moved.updated_at',
      ])))
    .selectFrom('moved').selectAll().executeTakeFirst()
  return row ? toPayment(row) : null
}

/** Keeps by which way the buyer was sent to pay, and when the company is asked what became of it. */
export async function updatePaymentStart(tx: Tx, id: number, start: StartNote & { at: Date }): Promise<Payment> {
  const row = await tx.updateTable('payments.payments').set({ ...startColumns(start), updated_at: start.at })
    .where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  return toPayment(row)
}

function startColumns({ channel, nextAskAt }: StartNote) {
  return { channel, next_ask_at: nextAskAt }
}

/** Another method for an attempt that was not started; it gets the number that goes with it. */
export async function updatePaymentMethod(
  tx: Tx, id: number, change: { method: PaymentMethod; at: Date },
): Promise<Payment> {
  const row = await tx.updateTable('payments.payments')
    .set({ method: change.method, trade_number: '', updated_at: change.at })
    .where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  return toPayment(row)
}

export async function updatePaymentExpiry(tx: Tx, id: number, change: { expiresAt: Date; at: Date }): Promise<void> {
  await tx.updateTable('payments.payments').set({ expires_at: change.expiresAt, updated_at: change.at })
    .where('id', '=', id).execute()
}

export async function markPaymentRemoved(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('payments.payments').set({ removed_at: at, updated_at: at }).where('id', '=', id).execute()
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

/** The newest attempt that has this number at its company; the one that was paid wins. */
export async function selectPaymentOfTrade(
  db: Db, method: PaymentMethod, tradeNumber: string,
): Promise<Payment | null> {
  const row = await db.selectFrom('payments.payments').selectAll()
    .where('method', '=', method).where('trade_number', '=', tradeNumber)
    .orderBy((eb) => eb('state', '=', 'succeeded'), 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? toPayment(row) : null
}

/** The history of an attempt, oldest first. */
export async function selectPaymentMoves(db: Db, paymentIds: readonly number[]): Promise<Map<number, PaymentMove[]>> {
  const moves = new Map<number, PaymentMove[]>(paymentIds.map((id) => [id, []]))
  if (paymentIds.length === 0) return moves
  const rows = await db.selectFrom('payments.payment_moves').selectAll()
    .where('payment_id', 'in', paymentIds).orderBy('id').execute()
  for (const row of rows) {
    const [from, to] = [row.from_state as PaymentState | null, row.to_state as PaymentState]
    const { event, actor_id: actorId, note, at } = row
    moves.get(row.payment_id)?.push({ event, from, to, actorId, note, at })
  }
  return moves
}
