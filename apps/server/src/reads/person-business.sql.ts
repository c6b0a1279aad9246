import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** What is not finished of a person's: while there is any, his account cannot be deleted. */
export async function selectOpenBusiness(db: Db, userId: number): Promise<{ orders: number; repairs: number }> {
  const { rows } = await sql<{ orders: number; repairs: number }>`select
    (select count(*) from orders.orders o
      where o.user_id = ${userId} and o.state not in ('completed', 'cancelled', 'refunded')) as orders,
    (select count(*) from lifecycle.repairs r
      where r.reporter_id = ${userId} and r.state in ('pending', 'in_progress')) as repairs`.execute(db)
  return rows[0] ?? { orders: 0, repairs: 0 }
}

export type PersonCounts = {
  orders: number; units: number; addresses: number; cart_lines: number; sessions: number; repairs: number
}

/** What hangs on a person. `sessions` counts devices signed in and used since `usedSince`. */
export async function selectPersonCounts(db: Db, userId: number, usedSince: Date): Promise<PersonCounts> {
  const { rows } = await sql<PersonCounts>`select
    (select count(*) from orders.orders where user_id = ${userId}) as orders,
    (select count(*) from lifecycle.units where owner_id = ${userId} or agent_id = ${userId}) as units,
    (select count(*) from customers.addresses where user_id = ${userId} and not is_deleted) as addresses,
    (select count(*) from cart.lines where user_id = ${userId}) as cart_lines,
    (select count(*) from lifecycle.repairs where reporter_id = ${userId} or handler_id = ${userId}) as repairs,
    (select count(*) from accounts.sessions
      where user_id = ${userId} and ended_at is null and last_used_at > ${usedSince}) as sessions`.execute(db)
  return rows[0] ?? { orders: 0, units: 0, addresses: 0, cart_lines: 0, sessions: 0, repairs: 0 }
}

/** counts of a person's own orders; `spentFen` of completed ones only. */
export async function selectOwnStatistics(db: Db, userId: number) {
  const { rows } = await sql<{ total: number; completed: number; pending: number; spent_fen: number }>`select
    count(*) as total, count(*) filter (where state = 'completed') as completed,
    count(*) filter (where state = 'pending') as pending,
    coalesce(sum(payable_fen) filter (where state = 'completed'), 0)::bigint as spent_fen
    from orders.orders where user_id = ${userId} and deleted_at is null`.execute(db)
  return rows[0] ?? { total: 0, completed: 0, pending: 0, spent_fen: 0 }
}
