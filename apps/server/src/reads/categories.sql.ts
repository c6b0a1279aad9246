import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

type Category = {
  id: number
  name: string
  order: number
  logo: string
  level: 'major' | 'minor' | 'item'
  parent_id: number | null
}
export type CategoryRow = Category & { children: Category[] }
export type CategoryFilter = { id?: number; search?: string; level?: string; parentId?: number }

/** One page of categories with their direct children, by order and id, and how many fit in all. One statement. */
export async function selectCategoryPage(
  db: Db, filter: CategoryFilter, asked: RowsAsked,
): Promise<{ rows: CategoryRow[]; total: number }> {
  const { rows } = await sql<{ rows: CategoryRow[]; total: number }>`
    with found as (select * from catalog.categories as c where ${conditions(filter)}),
    page as (
      select id, name, sort_order as "order", logo, level, parent_id, (
        select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'order', d.sort_order, 'logo', d.logo,
          'level', d.level, 'parent_id', d.parent_id) order by d.sort_order, d.id), '[]')
        from catalog.categories as d where d.parent_id = found.id
      ) as children
      from found order by sort_order, id limit ${asked.limit}::int offset ${asked.offset}::bigint
    )
    select (select count(*) from found) as total,
      coalesce(json_agg(page order by page."order", page.id), '[]') as rows
    from page`.execute(db)
  return rows[0] ?? { rows: [], total: 0 }
}

function conditions({ id, search, level, parentId }: CategoryFilter): RawBuilder<unknown> {
  const all = [sql`true`]
  if (id !== undefined) all.push(sql`c.id = ${id}`)
  if (search) all.push(sql`strpos(lower(c.name), lower(${search}::text)) > 0`)
  if (level) all.push(sql`c.level = ${level}`)
  if (parentId !== undefined) all.push(sql`c.parent_id = ${parentId}`)
  return sql.join(all, sql` and `)
}
