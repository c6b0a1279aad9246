import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { lockSelectedLines, removeLines } from '../cart/index.ts'
import { placeOrder } from './place-order.ts'
import type { PlaceOrder } from './place-order.ts'

/**
 * Turns the ticked lines of a person's cart into an order and takes them out of the cart (D-20). Lines off the shelf
 * stay there, as the settlement leaves them out too; and so do those with too little stock when the buyer says what
 * total he saw, for then nothing can be left out behind his back.
 * Throws orders.nothing_selected and what placeOrder throws.
 */
export async function placeCartOrder(tx: Tx, input: Omit<PlaceOrder, 'lines' | 'chargesFreight' | 'leftOut'>) {
  const lines = await lockSelectedLines(tx, input.userId)
  if (lines.length === 0) throw new Refusal('orders.nothing_selected')
  const leftOut = input.expectedFen === null ? 'off sale' : 'unavailable'
  const placed = await placeOrder(tx, { ...input, lines, chargesFreight: true, leftOut })
  await removeLines(tx, input.userId, placed.skuIds)
  return placed
}
