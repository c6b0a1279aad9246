import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Something with a page of its own, and when that last changed, if anybody knows. */
export type PageRow = { id: number; changed_at: Date | null }

/** Numbers of parts by id, `size` ids in each: an address stays in its part, and no part has more than `size`. */
export async function selectGoodsParts(db: Db, size: number): Promise<{ part: number; changed_at: Date }[]> {
  const { rows } = await sql<{ part: number; changed_at: Date }>`
    select u.id / ${sql.lit(size)} as part, max(greatest(u.updated_at, p.updated_at)) as changed_at
    from catalog.skus as u join catalog.products as p on p.id = u.product_id
    where u.is_launched and p.is_active group by 1 order by 1`.execute(db)
  return rows
}

/** SKUs on sale with ids above `after` and below `end`, by id. */
export async function selectGoodsPages(
  db: Db, { after, end, limit }: { after: number; end: number; limit: number },
): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    select u.id, greatest(u.updated_at, p.updated_at) as changed_at
    from catalog.skus as u join catalog.products as p on p.id = u.product_id
    where u.id > ${after} and u.id < ${end} and u.is_launched and p.is_active order by u.id limit ${limit}`.execute(db)
  return rows
}

/** Categories, brands that have something on sale, and cases. */
export async function selectListPages(db: Db, limit: number): Promise<(PageRow & { kind: 'c' | 'b' | 'cases' })[]> {
  const { rows } = await sql<PageRow & { kind: 'c' | 'b' | 'cases' }>`
    select kind, id, changed_at from (
      select 1 as place, 'c' as kind, id, null::timestamptz as changed_at from catalog.categories
      union all
      select 2, 'b', b.id, b.updated_at from catalog.brands as b where b.is_active
        and exists (select from catalog.products as p where p.brand_id = b.id and p.is_active)
      union all
      select 3, 'cases', id, updated_at from content.cases where is_active
    ) as pages order by place, id limit ${limit}`.execute(db)
  return rows
}
