import type { Tx } from '../../platform/db.ts'
import { insertEntry, insertPostings } from './book.sql.ts'
import type { Entry } from './entry.ts'

/**
 * Books what happened to money, in the transaction in which it happened, once per key. The database refuses postings
 * that do not sum to nothing, and any change afterwards: what was wrong is corrected by another entry.
 * @returns false when this key is booked already; then nothing is written
 */
export async function bookEntry(tx: Tx, entry: Entry): Promise<boolean> {
  const entryId = await insertEntry(tx, entry)
  if (entryId === null) return false
  await insertPostings(tx, entryId, entry.postings)
  return true
}
