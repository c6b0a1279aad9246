import { sql } from 'kysely'
import { inTransaction } from '../../platform/db.ts'
import type { Db, Tx } from '../../platform/db.ts'

/**
 * Makes the books of a simulated company in the schema `sim`, beside the shop's own. Production has no simulator, so
 * this is no migration. `make` creates what is not there yet; processes that start together take turns.
 */
export async function makeBooks(db: Db, make: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('sim'), hashtext('books'))`.execute(tx)
    await sql`create schema if not exists sim`.execute(tx)
    await make(tx)
  })
}
