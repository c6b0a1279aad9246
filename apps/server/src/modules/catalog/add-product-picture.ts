import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { appendPicture } from './product-pictures.sql.ts'
import type { PictureField } from './product-pictures.sql.ts'

/** `path` lies under the media folder. */
export type AddProductPicture = { productId: number; field: PictureField; path: string; at: Date }

/** Shows one more picture on a product, once, behind the others. Throws catalog.product_not_found. */
export async function addProductPicture(tx: Tx, { productId, ...picture }: AddProductPicture): Promise<void> {
  if (!(await appendPicture(tx, productId, picture))) throw new Refusal('catalog.product_not_found')
}
