import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'

export type PictureField = 'main_images' | 'detail_images'

/** Puts a picture behind the others unless it is there already. */
export async function appendPicture(
  tx: Tx, productId: number, { field, path, at }: { field: PictureField; path: string; at: Date },
): Promise<void> {
  const images = sql.ref(field)
  await sql`update catalog.products
    set ${images} = case when ${images} @> array[${path}] then ${images} else ${images} || array[${path}] end,
      updated_at = greatest(${at}::timestamptz, updated_at + interval '1 millisecond')
    where id = ${productId}`.execute(tx)
}
