import type { Tx } from '../../platform/db.ts'
import { freeStock } from '../stock/index.ts'
import { MAX_LINES, MAX_PIECES } from './cart-line.ts'
import { lockCart, selectQtyBySku, takeGuestLines, writeLine } from './cart.sql.ts'

/**
 * Moves the cart of an anonymous visitor into that of the person he turned out to be. For the same SKU the anonymous
 * count and tick replace the stored ones. Counts are capped by free stock, yet a line whose SKU has sold out stays,
 * with one piece, for the buyer to see. What no longer fits into the cart is left out, the oldest first.
 */
export async function mergeGuestCart(tx: Tx, input: { guestHash: string; userId: number; at: Date }): Promise<void> {
  const owner = { userId: input.userId }
  await lockCart(tx, owner)
  const lines = await takeGuestLines(tx, input.guestHash)
  if (lines.length === 0) return
  const free = await freeStock(tx, lines.map((line) => line.skuId))
  const kept = await selectQtyBySku(tx, input.userId)
  for (const { skuId, qty, isSelected, priceFen } of lines) {
    const capped = Math.max(1, Math.min(qty, free.get(skuId) ?? 0))
    const pieces = [...kept].reduce((sum, [sku, each]) => sum + (sku === skuId ? 0 : each), capped)
    if (pieces > MAX_PIECES || (!kept.has(skuId) && kept.size >= MAX_LINES)) continue
    kept.set(skuId, capped)
    await writeLine(tx, { owner, skuId, qty: capped, isSelected, priceFen, at: input.at })
  }
}
