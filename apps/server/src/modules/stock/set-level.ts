import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { insertAdjustment, lockLevel, writeOnHand } from './stock.sql.ts'

export type SetLevel = { skuId: number; onHandQty: number; at: Date; actorId: number | null; reason?: string }

/** Says how many pieces are on hand; the log keeps the difference. Throws stock.below_held. */
export async function setLevel(tx: Tx, input: SetLevel): Promise<void> {
  const level = await lockLevel(tx, input.skuId)
  if (input.onHandQty < level.held_qty) throw new Refusal('stock.below_held', { held: level.held_qty })
  const qty = input.onHandQty - level.on_hand_qty
  if (qty === 0) return
  await writeOnHand(tx, input.skuId, input.onHandQty)
  const { skuId, actorId, at, reason = '' } = input
  await insertAdjustment(tx, { skuId, qty, reason, actorId, at })
}
