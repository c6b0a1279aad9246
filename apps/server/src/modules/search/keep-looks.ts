import type { Tx } from '../../platform/db.ts'
import { deleteLooks, insertLooks, keepNewestLooks, lockBrowseHistory } from './browse-history.sql.ts'

export const MAX_LOOKS = 20

/** `skuIds`: the oldest look first. */
export type KeepLooks = { userId: number; skuIds: readonly number[]; at: Date }

/** Keeps what a person looked at: each SKU once at its newest look, and the newest 20 (contract D-12). */
export async function keepLooks(tx: Tx, { userId, skuIds, at }: KeepLooks): Promise<void> {
  const once = [...new Set([...skuIds].reverse())].reverse()
  if (once.length === 0) return
  await lockBrowseHistory(tx, userId)
  await deleteLooks(tx, userId, once)
  await insertLooks(tx, userId, once, at)
  await keepNewestLooks(tx, userId, MAX_LOOKS)
}
