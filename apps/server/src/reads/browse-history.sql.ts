import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { cardColumns } from './sku-list.sql.ts'
import type { SkuCardRow } from './sku-list.sql.ts'

/** The SKUs a person looked at, the newest first, as cards; what is no longer for sale is left out. */
export async function selectBrowseHistory(db: Db, userId: number): Promise<SkuCardRow[]> {
  const { rows } = await sql<SkuCardRow>`
    select ${cardColumns} from (
      select s.*, p.key_spec, p.warranty_months, p.has_installation, p.main_images[1] as first_image, h.id as look_id
      from search.browse_history as h join catalog.skus as s on s.id = h.sku_id
      join catalog.products as p on p.id = s.product_id
      where h.user_id = ${userId} and s.is_launched and p.is_active
    ) as k left join stock.levels as l on l.sku_id = k.id order by k.look_id desc`.execute(db)
  return rows
}
