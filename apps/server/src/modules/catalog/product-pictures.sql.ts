import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export type PictureField = 'main_images' | 'detail_images'

/** Puts a picture behind the others unless it is there already. @returns whether there is such a product */
export async function appendPicture(
  tx: Tx, productId: number, { field, path, at }: { field: PictureField; path: string; at: Date },
): Promise<boolean> {
  const images = sql.ref(field)
  const { numAffectedRows } = await sql`update catalog.products
    set ${images} = case when ${images} @> array[${path}] then ${images} else ${images} || array[${path}] end,
      updated_at = ${at}
    where id = ${productId}`.execute(tx)
  return numAffectedRows === 1n
}
