import type { Tx } from '../../platform/db.ts'

/** What a category is called; null when there is none. It stays until the transaction ends. */
export async function findCategoryName(tx: Tx, id: number): Promise<string | null> {
  const row = await tx.selectFrom('catalog.categories').select('name').where('id', '=', id).forKeyShare().executeTakeFirst()
  return row?.name ?? null
}
