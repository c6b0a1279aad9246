import type { Tx } from '../../platform/db.ts'
import { keepLooks } from '../search/index.ts'
import type { KeepLooks } from '../search/index.ts'
import { unknownSku } from './skus-for-sale.ts'
import { selectSkusForSale } from './catalog.sql.ts'

/** A look at one SKU goes into a person's history. Throws catalog.sku_unknown. */
export async function noteLook(
  tx: Tx, { userId, skuId, at }: { userId: number; skuId: number; at: Date },
): Promise<void> {
  const known = await selectSkusForSale(tx, [skuId])
  if (known.length === 0) throw unknownSku()
  await keepLooks(tx, { userId, skuIds: [skuId], at })
}

/** Keeps the looks a visitor made before he signed in, the oldest first. @returns those of SKUs that exist */
export async function mergeLooks(tx: Tx, { userId, skuIds, at }: KeepLooks): Promise<number[]> {
  const known = new Set((await selectSkusForSale(tx, skuIds)).map((sku) => sku.skuId))
  const kept = skuIds.filter((skuId) => known.has(skuId))
  await keepLooks(tx, { userId, skuIds: kept, at })
  return kept
}
