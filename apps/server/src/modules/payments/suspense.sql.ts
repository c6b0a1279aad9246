import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { PaymentsSuspense } from '../../platform/tables.ts'
import type { Suspense, SuspenseReason, SuspenseState } from './suspense.ts'

function toSuspense(row: Selectable<PaymentsSuspense>): Suspense {
  return {
    id: row.id,
    provider: row.provider,
    tradeNumber: row.trade_number,
    tradeId: row.trade_id,
    orderNumber: row.order_number,
    orderId: row.order_id,
    amountFen: row.amount_fen,
    reason: row.reason as SuspenseReason,
    state: row.state as SuspenseState,
    createdAt: row.created_at,
  }
}

export type NewSuspense = {
  provider: string
  tradeNumber: string
  tradeId: string
  orderNumber: string
  orderId: number | null
  amountFen: number
  reason: SuspenseReason
  at: Date
}

/** @returns null when this trade is in suspense already */
export async function insertSuspense(tx: Tx, entry: NewSuspense): Promise<Suspense | null> {
  const row = await tx.insertInto('payments.suspense')
    .values({
      provider: entry.provider, trade_number: entry.tradeNumber, trade_id: entry.tradeId,
      order_number: entry.orderNumber, order_id: entry.orderId, amount_fen: entry.amountFen, reason: entry.reason,
      state: 'open', created_at: entry.at, updated_at: entry.at,
    })
    .onConflict((on) => on.columns(['provider', 'trade_id']).doNothing())
    .returningAll().executeTakeFirst()
  return row ? toSuspense(row) : null
}

export async function lockSuspense(tx: Tx, id: number): Promise<Suspense | null> {
  const row = await tx.selectFrom('payments.suspense').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toSuspense(row) : null
}

export async function lockSuspenseOfTrade(tx: Tx, provider: string, tradeId: string): Promise<Suspense | null> {
  const row = await tx.selectFrom('payments.suspense').selectAll()
    .where('provider', '=', provider).where('trade_id', '=', tradeId).forUpdate().executeTakeFirst()
  return row ? toSuspense(row) : null
}

export type SuspenseMoveRow = {
  event: string; from: SuspenseState | null; to: SuspenseState; actorId: number | null; note: string; at: Date
}

export async function insertSuspenseMove(tx: Tx, suspenseId: number, move: SuspenseMoveRow): Promise<void> {
  await tx.insertInto('payments.suspense_moves').values({
    suspense_id: suspenseId, event: move.event, from_state: move.from, to_state: move.to, actor_id: move.actorId,
    note: move.note, at: move.at,
  }).execute()
}

type SuspenseChange = { from: SuspenseState; to: SuspenseState; orderId?: number; at: Date }

/** Writes the state if it is still `from`. Called by `moveSuspense` only. */
export async function updateSuspenseState(tx: Tx, id: number, change: SuspenseChange): Promise<Suspense | null> {
  const row = await tx.updateTable('payments.suspense')
    .set({
      state: change.to, updated_at: change.at, ...(change.orderId === undefined ? {} : { order_id: change.orderId }),
    })
    .where('id', '=', id).where('state', '=', change.from).returningAll().executeTakeFirst()
  return row ? toSuspense(row) : null
}

/** Money in suspense for which nothing has been decided, oldest first. */
export async function openSuspense(db: Db): Promise<Suspense[]> {
  const rows = await db.selectFrom('payments.suspense').selectAll()
    .where('state', '=', 'open').orderBy('created_at').limit(500).execute()
  return rows.map(toSuspense)
}
