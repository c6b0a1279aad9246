import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { lockPlacing, selectUnpaidPieces } from './orders.sql.ts'

/** What one person may keep from others without paying: unpaid orders, and pieces of one SKU in them; 0: no limit. */
export type HoldingCaps = { orders: number; pieces: number }

/**
 * Lets a person place one order at a time and holds him to the caps, so that nobody empties a shelf without paying.
 * Throws orders.too_many_unpaid, orders.too_many_held.
 */
export async function refuseHoarding(
  tx: Tx, { userId, caps, wanted }: { userId: number; caps: HoldingCaps; wanted: ReadonlyMap<number, number> },
): Promise<void> {
  await lockPlacing(tx, userId)
  const held = await selectUnpaidPieces(tx, userId)
  const unpaid = new Set(held.map((line) => line.orderId)).size
  if (caps.orders > 0 && unpaid >= caps.orders) throw new Refusal('orders.too_many_unpaid', { unpaid, max: caps.orders })
  const skus = [...wanted].map(([skuId, qty]) => ({
    sku_id: skuId, wanted: qty, held: held.reduce((sum, line) => sum + (line.skuId === skuId ? line.qty : 0), 0),
  })).filter((sku) => caps.pieces > 0 && sku.held + sku.wanted > caps.pieces)
  if (skus.length > 0) throw new Refusal('orders.too_many_held', { max: caps.pieces, skus })
}
