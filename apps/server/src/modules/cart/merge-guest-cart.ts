import type { Tx } from '../../platform/db.ts'
import { freeStock } from '../stock/index.ts'
import { takeGuestLines, writeLine } from './cart.sql.ts'

/**
 * Moves the cart of an anonymous visitor into that of the person he turned out to be. For the same SKU the anonymous
 * count and tick replace the stored ones. Counts are capped by free stock, yet a line whose SKU has sold out stays,
 * with one piece, for the buyer to see.
 */
export async function mergeGuestCart(tx: Tx, input: { guestHash: string; userId: number; at: Date }): Promise<void> {
  const lines = await takeGuestLines(tx, input.guestHash)
  if (lines.length === 0) return
  const free = await freeStock(tx, lines.map((line) => line.skuId))
  for (const { skuId, qty, isSelected } of lines) {
    const capped = Math.max(1, Math.min(qty, free.get(skuId) ?? 0))
    await writeLine(tx, { owner: { userId: input.userId }, skuId, qty: capped, isSelected, at: input.at })
  }
}
