import type { StockAdjustment } from '@hearth/client/console-api-catalog'

export type Level = { onHand: number; held: number }
export type AdjustDraft = { how: 'by' | 'setTo'; count: number | null; reason: string }
export type AdjustFault = 'quantityNeeded' | 'countedNeeded' | 'belowHeld'

/** What a SKU has on hand and free once it was adjusted; null while the form says nothing that can be done. */
export function levelAfter(
  { onHand, held }: Level, { how, count }: AdjustDraft,
): { onHand: number; free: number } | null {
  if (count === null || !Number.isSafeInteger(count)) return null
  const after = how === 'by' ? onHand + count : count
  return { onHand: after, free: after - held }
}

/** What is wrong with the number; the server has the last word, for orders go on meanwhile. */
export function adjustFault(level: Level, draft: AdjustDraft): AdjustFault | null {
  const { how, count } = draft
  if (how === 'by' && (count === null || count === 0 || !Number.isSafeInteger(count))) return 'quantityNeeded'
  if (how === 'setTo' && (count === null || count < 0 || !Number.isSafeInteger(count))) return 'countedNeeded'
  const after = levelAfter(level, draft)
  return after && after.onHand < level.held ? 'belowHeld' : null
}

export function toAdjustment(skuId: number, { how, count, reason }: AdjustDraft): StockAdjustment {
  return { sku_id: skuId, ...(how === 'by' ? { quantity: count ?? 0 } : { set_to: count ?? 0 }), reason: reason.trim() }
}
