import { takenBack } from '../../platform/db.ts'
import type { Tx } from '../../platform/db.ts'
import { shipOrder } from './ship-order.ts'
import type { ShipOrder } from './ship-order.ts'

/** Finds out whether an order would ship: throws what {@link shipOrder} throws, and leaves nothing behind. */
export async function tryShipping(tx: Tx, input: ShipOrder): Promise<void> {
  await takenBack(tx, () => shipOrder(tx, input))
}
