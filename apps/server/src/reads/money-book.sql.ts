import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type BookEntryRow = {
  id: number; kind: string; business_key: string; order_id: number | null; order_number: string
  payment_id: number | null; suspense_id: number | null; refund_id: number | null; reference: string; note: string
  operator: string | null; at: Date; postings: { account: string; amount_fen: number }[]
}

/** `until` is not in it. */
export type BookFilter = { orderNumber?: string; account?: string; kind?: string; from?: Date; until?: Date }

/** One page of the money book, the newest entry first, each with all of its postings, and how many entries there are. */
export async function selectBookEntries(
  db: Db, filter: BookFilter, asked: RowsAsked,
): Promise<{ rows: BookEntryRow[]; total: number }> {
  const where = conditions(filter)
  const [page, counted] = await Promise.all([
    sql<BookEntryRow>`
      select e.id, e.kind, e.business_key, e.order_id, e.order_number, e.payment_id, e.suspense_id, e.refund_id,
        e.reference, e.note, u.username as operator, e.at,
        (select jsonb_agg(jsonb_build_object('account', p.account, 'amount_fen', p.amount_fen) order by p.amount_fen desc)
          from book.postings p where p.entry_id = e.id) as postings
      from book.entries e left join accounts.users u on u.id = e.actor_id
      where ${where} order by e.id desc limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n from book.entries e where ${where}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}

function conditions(filter: BookFilter): RawBuilder<unknown> {
  const all = [sql`true`]
  if (filter.orderNumber) all.push(sql`e.order_number = ${filter.orderNumber} and e.order_number <> ''`)
  if (filter.kind) all.push(sql`e.kind = ${filter.kind}`)
  if (filter.from) all.push(sql`e.at >= ${filter.from}`)
  if (filter.until) all.push(sql`e.at < ${filter.until}`)
  if (filter.account) {
    all.push(sql`exists (select from book.postings p where p.entry_id = e.id and p.account = ${filter.account})`)
  }
  return sql.join(all, sql` and `)
}

export type BalanceRow = { account: string; kind: 'held' | 'owed' | 'spent'; fen: number }

/** What stands in each account. */
export async function selectBalances(db: Db): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select a.code as account, a.kind, coalesce(b.fen, 0)::bigint as fen from book.accounts a
    left join (select account, sum(amount_fen) as fen from book.postings group by account) b on b.account = a.code
    order by array_position(array['held', 'owed', 'spent'], a.kind), a.code`.execute(db)
  return rows
}
