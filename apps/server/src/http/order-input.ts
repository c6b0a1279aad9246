import type { OrderBody } from '@hearth/contracts/orders'
import { Refusal } from '@hearth/kernel/errors'
import { defaultSkuOf } from '../modules/catalog/index.ts'
import type { AskedLine, OrderTerms } from '../modules/orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from './deps.ts'

export function termsOf({ config }: Deps): OrderTerms {
  return { freightFen: config.freightFen, freeShippingFen: config.freeShippingFen, timeoutMs: config.orderTimeoutMs }
}

/** Source 003's number of a way to pay (contract §3.2). */
export function payMethodOf(code: number): 'bank' | 'alipay' | 'wechat' {
  return code === 1 ? 'bank' : code === 2 ? 'alipay' : 'wechat'
}

/** The SKUs that a direct order names by product; a product without `sku_id` means its default SKU. */
export async function directLines(tx: Tx, body: OrderBody): Promise<AskedLine[]> {
  const { product_id, sku_id, quantity } = body
  const asked = body.items ?? (product_id ? [{ product_id, sku_id, quantity }] : [])
  return Promise.all(asked.map(async (line) => {
    const skuId = line.sku_id ?? (await defaultSkuOf(tx, line.product_id))
    if (!skuId) throw new Refusal('orders.sku_unknown')
    return { skuId, productId: line.product_id, qty: line.quantity ?? 1 }
  }))
}
