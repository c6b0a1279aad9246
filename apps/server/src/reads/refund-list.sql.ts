import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

/** One line of what happened to money, with the user name of who did it. */
export type MoneyMoveRow = {
  at: Date; event: string; from_state: string | null; to_state: string; operator: string | null; note: string
}

export type RefundRow = {
  id: number; refund_number: string; order_id: number | null; order_number: string; payment_id: number | null
  suspense_id: number | null; provider: string; amount_fen: number; state: string; problem: string
  given_up_at: Date | null; reason: string; transaction_id: string; paid_from: string | null; last_answer: string
  attempts: number; operator: string | null; created_at: Date; updated_at: Date; succeeded_at: Date | null
  moves: (Omit<MoneyMoveRow, 'at'> & { at: string })[]
}

export type RefundFilter = {
  id?: number
  orderId?: number
  orderNumber?: string
  refundNumber?: string
  states?: readonly string[]
  provider?: string
  isProblem?: boolean
}

/** Literally what the partial index says, so that the planner uses it. */
const PROBLEM = sql`r.problem <> '' and r.given_up_at is null`

/** The moves of one row of `table`, oldest first, as JSON. */
export function movesOf(table: 'payments.refund_moves' | 'payments.suspense_moves', of: RawBuilder<unknown>) {
  const owner = table === 'payments.refund_moves' ? sql.ref('m.refund_id') : sql.ref('m.suspense_id')
  return sql`coalesce((select jsonb_agg(jsonb_build_object('at', m.at, 'event', m.event, 'from_state', m.from_state,
      'to_state', m.to_state, 'operator', mu.username, 'note', m.note) order by m.id)
    from ${sql.table(table)} m left join accounts.users mu on mu.id = m.actor_id where ${owner} = ${of}), '[]'::jsonb)`
}

/** One page of refunds, the newest first, and how many there are. */
export async function selectRefunds(
  db: Db, filter: RefundFilter, asked: RowsAsked,
): Promise<{ rows: RefundRow[]; total: number }> {
  const where = conditions(filter)
  const [page, counted] = await Promise.all([
    sql<RefundRow>`
      select r.id, r.refund_number, r.order_id, r.order_number, r.payment_id, r.suspense_id, r.provider, r.amount_fen,
        r.state, r.problem, r.given_up_at, r.reason, r.transaction_id, r.paid_from, r.last_answer, r.attempts,
        u.username as operator, r.created_at, r.updated_at, r.succeeded_at,
        ${movesOf('payments.refund_moves', sql`r.id`)} as moves
      from payments.refunds r left join accounts.users u on u.id = r.operator_id
      where ${where} order by r.id desc limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n from payments.refunds r where ${where}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}

export async function selectRefundRow(db: Db, id: number): Promise<RefundRow | null> {
  return (await selectRefunds(db, { id }, { limit: 1, offset: 0 })).rows[0] ?? null
}

function conditions(filter: RefundFilter): RawBuilder<unknown> {
  const all = [sql`true`]
  if (filter.id !== undefined) all.push(sql`r.id = ${filter.id}`)
  if (filter.orderId !== undefined) all.push(sql`r.order_id = ${filter.orderId}`)
  if (filter.orderNumber) all.push(sql`r.order_number = ${filter.orderNumber}`)
  if (filter.refundNumber) all.push(sql`r.refund_number = ${filter.refundNumber}`)
  if (filter.states) all.push(sql`r.state = any(${filter.states}::text[])`)
  if (filter.provider) all.push(sql`r.provider = ${filter.provider}`)
  if (filter.isProblem !== undefined) all.push(filter.isProblem ? PROBLEM : sql`not (${PROBLEM})`)
  return sql.join(all, sql` and `)
}
