import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'

/** Makes the book of codes that are good once; running it again changes nothing. */
export async function createBooks(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sim'), hashtext('wechat'))`.execute(tx)
    await sql`create schema if not exists sim`.execute(tx)
    await sql`create table if not exists sim.wechat_codes (
      code text primary key,
      used_at timestamptz not null
    )`.execute(tx)
  })
}

/** Uses up a code. @returns false when it was used before */
export async function useCode(tx: Tx, code: string, at: Date): Promise<boolean> {
  const { rows } = await sql`insert into sim.wechat_codes (code, used_at) values (${code}, ${at})
    on conflict do nothing returning code`.execute(tx)
  return rows.length > 0
}
