import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** `image` is a path under the media folder or empty; `sku_id` is null when it is not on sale. */
export type UnitArticle = { sku_id: number | null; image: string }

/** What a unit was sold as; one that no order sold shows an article of its product type. Null when there is none. */
export async function selectUnitArticle(
  db: Db, unit: { orderLineId: number | null; productTypeId: number },
): Promise<UnitArticle | null> {
  const { rows } = await sql<UnitArticle>`
    select case when s.is_launched and p.is_active then s.id end as sku_id,
      coalesce(nullif(s.image, ''), p.main_images[1], '') as image
    from catalog.skus s join catalog.products p on p.id = s.product_id
    where s.id = coalesce(
      (select l.sku_id from orders.order_lines l where l.id = ${unit.orderLineId}::bigint),
      (select k.id from catalog.skus k where k.product_type_id = ${unit.productTypeId}
        order by k.is_launched desc, k.id limit 1))`.execute(db)
  return rows[0] ?? null
}
