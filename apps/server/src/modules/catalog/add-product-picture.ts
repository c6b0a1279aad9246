import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { changesOf } from './changes.ts'
import { appendPicture } from './product-pictures.sql.ts'
import type { PictureField } from './product-pictures.sql.ts'
import { lockProduct, selectProductFields } from './products.sql.ts'

/** `path` lies under the media folder. */
export type AddProductPicture = { productId: number; field: PictureField; path: string; actorId: number; at: Date }

/** Shows one more picture on a product, once, behind the others. Throws catalog.product_not_found. */
export async function addProductPicture(
  tx: Tx, { productId, actorId, ...picture }: AddProductPicture,
): Promise<void> {
  if (!(await lockProduct(tx, productId))) throw new Refusal('catalog.product_not_found')
  const before = await selectProductFields(tx, productId)
  await appendPicture(tx, productId, picture)
  const changes = changesOf(before, await selectProductFields(tx, productId))
  const body = { productId, actorId, fields: changes.map(({ field }) => field), changes }
  await record(tx, { type: 'catalog.product_changed.v1', at: picture.at, body })
}
