import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

/** How many facts of money hang on an order: payments that succeeded, refunds, money that could not pay it. */
export async function countOrderMoney(tx: Tx, orderId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select
    (select count(*) from payments.payments where order_id = ${orderId} and state = 'succeeded')
    + (select count(*) from payments.refunds where order_id = ${orderId})
    + (select count(*) from payments.suspense where order_id = ${orderId}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}
