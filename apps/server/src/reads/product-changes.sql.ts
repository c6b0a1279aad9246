import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type ChangeRow = {
  id: number
  type: 'catalog.product_created.v1' | 'catalog.product_changed.v1'
  at: Date
  actor_id: number | null
  actor_name: string
  body: {
    fields?: string[]
    /** Absent in what was recorded before old values were. */
    changes?: { field: string; from: unknown; to: unknown }[]
    act?: 'added' | 'changed' | 'removed'
    skus?: { id: number; name: string; code: string }[]
  }
}

/** One page of what happened to a product, the newest first; saving without a change is not one. Two statements. */
export async function selectProductChanges(
  db: Db, productId: number, asked: RowsAsked,
): Promise<{ rows: ChangeRow[]; total: number }> {
  // The types stand in the text, not in parameters: so the planner knows that the partial index answers this.
  const found = sql`from platform.events as e
    where e.type in ('catalog.product_created.v1', 'catalog.product_changed.v1')
      and (e.body ->> 'productId')::bigint = ${productId}
      and (jsonb_array_length(coalesce(e.body -> 'changes', '[0]')) > 0 or e.body ->> 'act' in ('added', 'removed'))`
  const [page, counted] = await Promise.all([
    sql<ChangeRow>`select e.id, e.type, e.at, (e.body ->> 'actorId')::bigint as actor_id,
        coalesce((select username from accounts.users where id = (e.body ->> 'actorId')::bigint), '') as actor_name, e.body
      ${found} order by e.id desc limit ${asked.limit}::int offset ${asked.offset}::bigint`.execute(db),
    sql<{ n: number }>`select count(*) as n ${found}`.execute(db),
  ])
  return { rows: page.rows, total: counted.rows[0]?.n ?? 0 }
}

export type PlaceNames = { categories: Map<number, string>; brands: Map<number, string> }

/** What these categories and brands are called now; those that are gone are not in it. Two statements. */
export async function selectPlaceNames(
  db: Db, { categoryIds, brandIds }: { categoryIds: number[]; brandIds: number[] },
): Promise<PlaceNames> {
  const named = async (table: 'catalog.categories' | 'catalog.brands', ids: number[]) => {
    if (ids.length === 0) return new Map<number, string>()
    const rows = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
    return new Map(rows.map(({ id, name }) => [id, name]))
  }
  const [categories, brands] = await Promise.all([named('catalog.categories', categoryIds), named('catalog.brands', brandIds)])
  return { categories, brands }
}
