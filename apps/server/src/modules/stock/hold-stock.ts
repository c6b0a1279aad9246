import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { freeStock } from './free-stock.ts'
import { holdLine } from './stock.sql.ts'
import type { StockLine } from './stock.sql.ts'

export type HoldStock = { orderId: number; lines: readonly StockLine[]; at: Date; actorId: number | null }

/**
 * Holds stock for an order, SKU by SKU in the order of their ids; equal SKUs are summed. One statement per SKU.
 * Throws stock.insufficient, naming every SKU that is short; then nothing is held.
 */
export async function holdStock(tx: Tx, input: HoldStock): Promise<void> {
  const lines = sumBySku(input.lines)
  const noted = { orderId: input.orderId, reason: '', at: input.at, actorId: input.actorId }
  for (const [at, line] of lines.entries()) {
    if (!(await holdLine(tx, line, noted))) throw await insufficient(tx, lines.slice(at))
  }
}

/** One line per SKU, by id: who locks in one order never meets himself coming back. */
export function sumBySku(lines: readonly StockLine[]): StockLine[] {
  const sums = new Map<number, number>()
  for (const { skuId, qty } of lines) sums.set(skuId, (sums.get(skuId) ?? 0) + qty)
  return [...sums].map(([skuId, qty]) => ({ skuId, qty })).sort((a, b) => a.skuId - b.skuId)
}

/** `lines` begins with the one that could not be held. */
async function insufficient(tx: Tx, lines: readonly StockLine[]): Promise<Refusal> {
  const free = await freeStock(tx, lines.map((line) => line.skuId))
  const skus = lines.map(({ skuId, qty }) => ({ sku_id: skuId, wanted: qty, free: free.get(skuId) ?? 0 }))
  return new Refusal('stock.insufficient', { skus: skus.filter((sku, at) => at === 0 || sku.free < sku.wanted) })
}
