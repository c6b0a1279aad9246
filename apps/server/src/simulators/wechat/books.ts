import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import { makeBooks } from '../company/books.ts'

/** Makes the book of codes that are good once; running it again changes nothing. */
export async function createBooks(db: Db): Promise<void> {
  await makeBooks(db, async (tx) => {
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
