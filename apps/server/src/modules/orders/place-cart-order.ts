import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { lockSelectedLines, removeLines } from '../cart/index.ts'
import { placeOrder } from './place-order.ts'
import type { PlaceOrder } from './place-order.ts'

/**
 * Turns the ticked lines of a person's cart into an order and takes them out of the cart (D-20). Lines off the shelf
 * stay there, as the settlement leaves them out too.
 * Throws orders.nothing_selected and what placeOrder throws.
 */
export async function placeCartOrder(tx: Tx, input: Omit<PlaceOrder, 'lines' | 'chargesFreight' | 'offSale'>) {
  const lines = await lockSelectedLines(tx, input.userId)
  if (lines.length === 0) throw new Refusal('orders.nothing_selected')
  const placed = await placeOrder(tx, { ...input, lines, chargesFreight: true, offSale: 'left out' })
  await removeLines(tx, input.userId, placed.skuIds)
  return placed
}
