import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { lockLevels, writeLevels } from './stock.sql.ts'

export type SetLevel = { skuId: number; onHandQty: number; at: Date; actorId: number | null; reason?: string }

/** Says how many pieces are on hand; the log keeps the difference. Throws stock.below_held. */
export async function setLevel(tx: Tx, input: SetLevel): Promise<void> {
  const { skuId, onHandQty, actorId, at, reason = '' } = input
  const { refused: [refused] } = await setLevels(tx, { levels: [{ skuId, onHandQty }], reason, actorId, at })
  if (refused) throw new Refusal('stock.below_held', { held: refused.heldQty })
}

export type SetLevels = { levels: readonly Level[]; reason: string; actorId: number | null; at: Date }
type Level = { skuId: number; onHandQty: number }

/**
 * Says how many pieces are on hand of many SKUs, in a few statements however many they are. What is held for orders
 * stays: below that a level is refused. When any is refused, none is written.
 */
export async function setLevels(
  tx: Tx, { levels, reason, actorId, at }: SetLevels,
): Promise<{ changed: { skuId: number; fromQty: number }[]; refused: { skuId: number; heldQty: number }[] }> {
  if (levels.length === 0) return { changed: [], refused: [] }
  const known = new Map((await lockLevels(tx, levels.map(({ skuId }) => skuId))).map((level) => [level.skuId, level]))
  const refused = levels.flatMap(({ skuId, onHandQty }) => {
    const heldQty = known.get(skuId)?.heldQty ?? 0
    return onHandQty < heldQty ? [{ skuId, heldQty }] : []
  })
  const changes = levels.map((level) => ({ ...level, fromQty: known.get(level.skuId)?.onHandQty ?? 0 }))
    .filter(({ onHandQty, fromQty }) => onHandQty !== fromQty)
  if (refused.length === 0) await writeLevels(tx, changes, { reason, actorId, at })
  return { changed: changes, refused }
}
