import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

/** One at a time may write a person's history; the lock ends with the transaction. */
export async function lockBrowseHistory(tx: Tx, userId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('search.browse_history', ${userId}))`.execute(tx)
}

export async function deleteLooks(tx: Tx, userId: number, skuIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('search.browse_history').where('user_id', '=', userId).where('sku_id', 'in', [...skuIds]).execute()
}

/** Adds looks, the oldest first: the last one becomes the newest. */
export async function insertLooks(tx: Tx, userId: number, skuIds: readonly number[], at: Date): Promise<void> {
  await sql`insert into search.browse_history (user_id, sku_id, viewed_at)
    select ${userId}::bigint, sku_id, ${at}::timestamptz
    from unnest(${[...skuIds]}::bigint[]) with ordinality as looks (sku_id, place) order by place`.execute(tx)
}

export async function keepNewestLooks(tx: Tx, userId: number, kept: number): Promise<void> {
  await sql`delete from search.browse_history where user_id = ${userId} and id not in (
    select id from search.browse_history where user_id = ${userId} order by id desc limit ${kept}::int)`.execute(tx)
}

export async function deleteAllLooks(tx: Tx, userId: number): Promise<void> {
  await tx.deleteFrom('search.browse_history').where('user_id', '=', userId).execute()
}
