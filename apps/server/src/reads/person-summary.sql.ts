import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

export type PersonSummary = Awaited<ReturnType<typeof selectPersonSummary>>

/** A person with the number of his orders. Throws when there is no such person. */
export function selectPersonSummary(db: Db, id: number) {
  return db.selectFrom('accounts.users as u')
    .select((eb) => [
      'u.id', 'u.username', 'u.mobile', 'u.email', 'u.avatar_url', 'u.role', 'u.is_agent', 'u.last_login_at', 'u.created_at',
      'u.deletion_due_at', sql<boolean>`u.password_hash is not null`.as('has_password'),
      eb.selectFrom('orders.orders as o').whereRef('o.user_id', '=', 'u.id').where('o.deleted_at', 'is', null)
        .select(sql<number>`count(*)`.as('n')).$asScalar().$notNull().as('orders_count'),
      eb.selectFrom('orders.orders as o').whereRef('o.user_id', '=', 'u.id').where('o.state', '=', 'completed')
        .select(sql<number>`count(*)`.as('n')).$asScalar().$notNull().as('completed_orders_count'),
    ])
    .where('u.id', '=', id).executeTakeFirstOrThrow()
}
