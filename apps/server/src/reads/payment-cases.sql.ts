import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type PaymentCaseRow = {
  id: number; provider: string; order_id: number | null; order_number: string; verdict: string
  body: Record<string, unknown>; received_at: Date
  closed_at: Date | null; closed_by: string | null; closed_reason: string | null
}

export type PaymentCaseFilter = { id?: number; isOpen?: boolean; provider?: string; orderNumber?: string }

/** Literally what the partial index says, so that the planner uses it. */
const CASE = sql`(starts_with(n.verdict, 'wrong_') or n.verdict = 'unknown_refund')`

/** A notice names a trade by our number of it, which need not be the order's: WeChat Pay has one for each attempt. */
const ATTEMPT = sql`select a.order_id, a.order_number from payments.payments a
  where a.method = n.provider and a.trade_number = n.order_number order by a.id desc limit 1`

/** One page of genuine notices that do not fit their orders, the newest first, and how many there are. */
export async function selectPaymentCases(
  db: Db, filter: PaymentCaseFilter, asked: RowsAsked,
): Promise<{ rows: PaymentCaseRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [CASE]
  if (filter.id !== undefined) all.push(sql`n.id = ${filter.id}`)
  if (filter.isOpen !== undefined) all.push(filter.isOpen ? sql`c.notice_id is null` : sql`c.notice_id is not null`)
  if (filter.provider) all.push(sql`n.provider = ${filter.provider}`)
  if (filter.orderNumber) all.push(sql`${filter.orderNumber} in (n.order_number, p.order_number)`)
  const from = sql`from payments.notices n left join payments.case_closings c on c.notice_id = n.id
    left join lateral (${ATTEMPT}) p on true where ${sql.join(all, sql` and `)}`
  const [page, counted] = await Promise.all([
    sql<PaymentCaseRow>`
      select n.id, n.provider, p.order_id, coalesce(p.order_number, n.order_number) as order_number, n.verdict, n.body, n.received_at, c.at as closed_at,
        (select username from accounts.users where id = c.actor_id) as closed_by, c.reason as closed_reason
      ${from} order by n.id desc limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n ${from}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}

export type PaymentWorkRow = {
  refund_problems: number; bank_refunds: number; open_suspense: number; overdue_suspense: number; open_cases: number
}

/** What waits for a person around money. `overdueBefore`: suspense from before is overdue. */
export async function selectPaymentWork(db: Db, overdueBefore: Date): Promise<PaymentWorkRow> {
  const { rows } = await sql<PaymentWorkRow>`select
    (select count(*) from payments.refunds r where r.problem <> '' and r.given_up_at is null) as refund_problems,
    (select count(*) from payments.refunds r where r.state in ('pending', 'processing') and r.provider = 'bank') as bank_refunds,
    (select count(*) from payments.suspense where state = 'open') as open_suspense,
    (select count(*) from payments.suspense where state = 'open' and created_at < ${overdueBefore}) as overdue_suspense,
    (select count(*) from payments.notices n
      where ${CASE} and not exists (select from payments.case_closings c where c.notice_id = n.id)) as open_cases`.execute(db)
  return rows[0] ?? { refund_problems: 0, bank_refunds: 0, open_suspense: 0, overdue_suspense: 0, open_cases: 0 }
}
