import { sql } from 'kysely'
import type { Db, Tx } from '../platform/db.ts'

export type BuyerRow = { id: number; username: string; mobile: string | null; role: 'individual' | 'dealer' | 'support' | 'admin' }

/** Up to ten people who can sign in: by part of the name or by the whole mobile, who fits best first. */
export async function selectBuyers(db: Db, q: string): Promise<BuyerRow[]> {
  const { rows } = await sql<BuyerRow>`
    select u.id, u.username, u.mobile, u.role from accounts.users u
    where u.is_active and (position(lower(${q}) in lower(u.username)) > 0 or u.mobile = ${q})
    order by (lower(u.username) = lower(${q}) or u.mobile = ${q}) desc, length(u.username), u.id limit 10`.execute(db)
  return rows
}

/** Whether there is such a person whom one may order for. */
export async function isBuyer(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from accounts.users where id = ${id} and is_active`.execute(tx)
  return rows.length > 0
}
