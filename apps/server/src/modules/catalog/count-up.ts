import type { Tx } from '../../platform/db.ts'
import { addProductSales, addProductViews, addSkuSales } from './catalog.sql.ts'
import type { Addition, Sale } from './catalog.sql.ts'

/** Counts what was sold, for SKUs and their products; called when an order is completed. */
export async function bumpSales(tx: Tx, lines: readonly Sale[]): Promise<void> {
  if (lines.length === 0) return
  await addProductSales(tx, sums(lines.map((line) => ({ id: line.productId, qty: line.qty }))))
  await addSkuSales(tx, sums(lines.map((line) => ({ id: line.skuId, qty: line.qty }))))
}

/** Counts looks at products: product id → how many. */
export async function bumpViews(tx: Tx, views: ReadonlyMap<number, number>): Promise<void> {
  if (views.size === 0) return
  await addProductViews(tx, sums([...views].map(([id, qty]) => ({ id, qty }))))
}

function sums(counts: readonly Addition[]): Addition[] {
  const byId = new Map<number, number>()
  for (const { id, qty } of counts) byId.set(id, (byId.get(id) ?? 0) + qty)
  return [...byId].map(([id, qty]) => ({ id, qty })).sort((a, b) => a.id - b.id)
}
