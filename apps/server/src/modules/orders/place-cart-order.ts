import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { skusForSale } from '../catalog/index.ts'
import { lockSelectedLines, removeLines } from '../cart/index.ts'
import { placeOrder } from './place-order.ts'
import type { PlaceOrder } from './place-order.ts'

/**
 * Turns the ticked lines of a person's cart into an order and takes them out of the cart (D-20). Lines off the shelf
 * stay there, as the settlement leaves them out too.
 * Throws orders.nothing_selected and what placeOrder throws.
 */
export async function placeCartOrder(tx: Tx, input: Omit<PlaceOrder, 'lines' | 'chargesFreight'>) {
  const ticked = await lockSelectedLines(tx, input.userId)
  const skus = await skusForSale(tx, ticked.map((line) => line.skuId))
  const lines = ticked.filter((line) => skus.some((sku) => sku.skuId === line.skuId && sku.isForSale))
  if (lines.length === 0) throw new Refusal('orders.nothing_selected')
  const placed = await placeOrder(tx, { ...input, lines, chargesFreight: true })
  await removeLines(tx, input.userId, lines.map((line) => line.skuId))
  return placed
}
