import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { skusForSale } from '../catalog/index.ts'
import { freeStock } from '../stock/index.ts'
import type { NewOrderLine } from './orders.sql.ts'

/** `productId`, when it was named too, must be the SKU's own. */
export type AskedLine = { skuId: number; qty: number; productId?: number }

/** What stays out of the order instead of refusing it: nothing, what is off the shelf, or all that cannot be had. */
export type LeftOut = 'nothing' | 'off sale' | 'unavailable'

export type PricedLines = { lines: NewOrderLine[]; hasInstallation: boolean }

/** The pieces wanted of each SKU; the same SKU in two lines is summed. */
export function wantedQty(asked: readonly AskedLine[]): Map<number, number> {
  const wanted = new Map<number, number>()
  for (const line of asked) wanted.set(line.skuId, (wanted.get(line.skuId) ?? 0) + line.qty)
  return wanted
}

/**
 * The lines of an order at today's prices, one per SKU.
 * Throws orders.nothing_ordered, orders.sku_unknown, orders.sku_not_on_sale, stock.insufficient.
 */
export async function priceLines(tx: Tx, asked: readonly AskedLine[], leftOut: LeftOut): Promise<PricedLines> {
  const wanted = wantedQty(asked)
  if (wanted.size === 0) throw new Refusal('orders.nothing_ordered')
  const skus = await skusForSale(tx, [...wanted.keys()])
  const products = new Map(skus.map((sku) => [sku.skuId, sku.productId]))
  const isWrong = (line: AskedLine) => line.productId !== undefined && line.productId !== products.get(line.skuId)
  if (skus.length < wanted.size || asked.some(isWrong)) throw new Refusal('orders.sku_unknown')
  const gone = skus.filter((sku) => !sku.isForSale).map((sku) => sku.skuId)
  const isEnough = gone.length === 0 || (leftOut !== 'nothing' && gone.length < skus.length)
  if (!isEnough) throw new Refusal('orders.sku_not_on_sale', { sku_ids: gone })
  const short = leftOut === 'unavailable' ? await shortOf(tx, wanted) : []
  const kept = skus.filter((sku) => sku.isForSale && !short.some((each) => each.sku_id === sku.skuId))
  if (kept.length === 0) throw new Refusal('stock.insufficient', { skus: short })
  return {
    hasInstallation: kept.some((sku) => sku.hasInstallation),
    lines: kept.map((sku) => ({
      product_id: sku.productId, sku_id: sku.skuId, product_name: sku.productName, sku_specs: sku.specs,
      sku_code: sku.skuCode, image: sku.image, product_type_id: sku.productTypeId, qty: wanted.get(sku.skuId) ?? 0,
      unit_price_fen: sku.priceFen,
    })),
  }
}

/** A look without a lock: what is gone until the stock is held refuses the order. */
async function shortOf(tx: Tx, wanted: ReadonlyMap<number, number>) {
  const free = await freeStock(tx, [...wanted.keys()])
  return [...wanted].map(([skuId, qty]) => ({ sku_id: skuId, wanted: qty, free: free.get(skuId) ?? 0 }))
    .filter((sku) => sku.free < sku.wanted)
}
