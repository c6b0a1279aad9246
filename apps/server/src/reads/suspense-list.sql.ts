import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { movesOf } from './refund-list.sql.ts'
import type { RefundRow } from './refund-list.sql.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type SuspenseRow = {
  id: number; provider: string; trade_number: string; trade_id: string; order_id: number | null; order_number: string
  amount_fen: number; reason: string; state: string; refund_id: number | null; order_state: string | null
  created_at: Date; updated_at: Date; moves: RefundRow['moves']
}

export type SuspenseFilter = { id?: number; state?: string; provider?: string; orderNumber?: string }

/** One page of money in suspense, the newest first, and how many entries there are. */
export async function selectSuspenseList(
  db: Db, filter: SuspenseFilter, asked: RowsAsked,
): Promise<{ rows: SuspenseRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (filter.id !== undefined) all.push(sql`s.id = ${filter.id}`)
  if (filter.state) all.push(sql`s.state = ${filter.state}`)
  if (filter.provider) all.push(sql`s.provider = ${filter.provider}`)
  if (filter.orderNumber) all.push(sql`s.order_number = ${filter.orderNumber}`)
  const where = sql.join(all, sql` and `)
  const [page, counted] = await Promise.all([
    sql<SuspenseRow>`
      select s.id, s.provider, s.trade_number, s.trade_id, s.order_id, s.order_number, s.amount_fen, s.reason, s.state,
        r.id as refund_id, o.state as order_state, s.created_at, s.updated_at,
        ${movesOf('payments.suspense_moves', sql`s.id`)} as moves
      from payments.suspense s left join payments.refunds r on r.suspense_id = s.id
      left join orders.orders o on o.id = s.order_id
      where ${where} order by s.id desc limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n from payments.suspense s where ${where}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}

export async function selectSuspenseRow(db: Db, id: number): Promise<SuspenseRow | null> {
  return (await selectSuspenseList(db, { id }, { limit: 1, offset: 0 })).rows[0] ?? null
}
