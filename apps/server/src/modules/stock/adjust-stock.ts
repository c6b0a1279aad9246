import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { insertAdjustment, lockLevel, writeOnHand } from './stock.sql.ts'

const MOST = 1_000_000_000

/** `by` is signed; `to` is what was counted on the shelf, pieces held for orders among them. */
export type AdjustStock = {
  skuId: number; change: { by: number } | { to: number }; reason: string; actorId: number; at: Date
}
export type Level = { onHandQty: number; heldQty: number }

/** Corrects what is on hand, with its row in the log. Throws stock.below_held, stock.too_many. @returns the level */
export async function adjustStock(tx: Tx, { skuId, change, reason, actorId, at }: AdjustStock): Promise<Level> {
  const level = await lockLevel(tx, skuId)
  const onHandQty = 'to' in change ? change.to : level.on_hand_qty + change.by
  if (onHandQty < level.held_qty) throw new Refusal('stock.below_held', { held: level.held_qty })
  if (onHandQty > MOST) throw new Refusal('stock.too_many', { most: MOST })
  const qty = onHandQty - level.on_hand_qty
  if (qty !== 0) {
    await writeOnHand(tx, skuId, onHandQty)
    await insertAdjustment(tx, { skuId, qty, reason, actorId, at })
  }
  return { onHandQty, heldQty: level.held_qty }
}
