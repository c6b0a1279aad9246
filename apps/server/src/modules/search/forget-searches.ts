import type { Tx } from '../../platform/db.ts'
import { deleteAllLooks } from './browse-history.sql.ts'
import { foldKeyword } from './log-searches.ts'
import { deleteOwnSearches } from './logs.sql.ts'

/** Clears a person's search history, or one word of it however it was spelled. @returns how many searches went */
export async function clearSearches(tx: Tx, input: { userId: number; keyword: string | undefined }): Promise<number> {
  const { userId, keyword } = input
  return deleteOwnSearches(tx, userId, keyword?.trim() ? foldKeyword(keyword) : null)
}

/** Takes what a person searched and looked at out of the database. */
export async function forgetSearcher(tx: Tx, userId: number): Promise<void> {
  await deleteOwnSearches(tx, userId, null)
  await deleteAllLooks(tx, userId)
}
