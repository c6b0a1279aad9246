import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { CategoryLevel, NewCategory } from './product.ts'

export type Category = NewCategory & { id: number }

/**
 * Who changes the tree has it to himself; who puts products into it shares it with others who do. So no product keeps
 * a path that is no longer there.
 */
export async function lockCategoryTree(tx: Tx, mode: 'to change it' | 'to use it'): Promise<void> {
  const lock = sql.raw(mode === 'to change it' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await sql`select ${lock}(hashtext('catalog.categories'), 0)`.execute(tx)
}

export async function selectCategory(db: Db | Tx, id: number): Promise<Category | null> {
  const row = await db.selectFrom('catalog.categories').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { name, logo, parent_id: parentId, sort_order: sortOrder } = row
  return { id, name, level: row.level as CategoryLevel, parentId, sortOrder, logo }
}

export async function updateCategory(tx: Tx, { id, name, parentId, sortOrder, logo }: Category): Promise<void> {
  await tx.updateTable('catalog.categories').set({ name, parent_id: parentId, sort_order: sortOrder, logo })
    .where('id', '=', id).execute()
}

/** Everything in the category, or below it, now lies under its new ancestors. */
export async function moveProductPaths(tx: Tx, id: number, ancestors: readonly number[]): Promise<void> {
  await sql`update catalog.products
    set category_path = ${[...ancestors]}::bigint[] || category_path[array_position(category_path, ${id}::bigint):]
    where category_path @> array[${id}::bigint]`.execute(tx)
}

export async function countInCategory(tx: Tx, id: number): Promise<{ children: number; products: number }> {
  const { rows } = await sql<{ children: number; products: number }>`select
    (select count(*) from catalog.categories where parent_id = ${id}) as children,
    (select count(*) from catalog.products where category_path @> array[${id}::bigint]) as products`.execute(tx)
  return rows[0] ?? { children: 0, products: 0 }
}

export async function deleteCategory(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('catalog.categories').where('id', '=', id).execute()
}
