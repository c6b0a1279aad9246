import { readSettlement } from '@hearth/client/api/orders'
import type { SettlementView } from '@hearth/client/api/orders'
import type { Http } from '@hearth/client/http'
import { wholeNumber } from '@hearth/client/view/pages'
import { versionText } from '@hearth/client/view/version'

type Sku = SettlementView['skus'][number]
export type CheckoutLine = {
  id: number; name: string; image: string; specs: string; price: string; priceThen: string | null; count: number
}
export type LeftLine = CheckoutLine & { reason: SettlementView['unavailable'][number]['reason']; stock: number }
export type CheckoutGoods = {
  lines: CheckoutLine[]
  /** Ticked, yet not to be had: they stay in the cart. */
  left: LeftLine[]
  pieces: number
  goods: string
  freight: string
  toPay: string
  delivery: SettlementView['delivery']
  /** Set when one SKU is bought directly, past the cart; `lowered` when fewer are there than were wanted. */
  direct: { skuId: number; productId: number; count: number; lowered: boolean } | null
}

/** What is being bought: one SKU named in the address, else the ticked lines of the cart; null for nothing. */
export async function readCheckout(http: Http, url: URL): Promise<CheckoutGoods | null> {
  const skuId = wholeNumber(url.searchParams.get('sku_id'), 0)
  if (skuId < 1) return goodsOf(await readSettlement(http), null)
  const wanted = wholeNumber(url.searchParams.get('count'), 1)
  const settled = await readSettlement(http, { sku_id: skuId, count: wanted })
  const [short] = settled.unavailable
  if (short?.reason !== 'too_few') return direct(settled, { count: wanted, lowered: false })
  const { stock: count } = short
  return direct(await readSettlement(http, { sku_id: skuId, count }), { count, lowered: true })
}

function direct(settled: SettlementView, asked: { count: number; lowered: boolean }): CheckoutGoods | null {
  const [sku] = settled.skus
  return sku ? goodsOf(settled, { skuId: sku.id, productId: sku.product_id, ...asked }) : null
}

function goodsOf(settled: SettlementView, bought: CheckoutGoods['direct']): CheckoutGoods | null {
  if (settled.skus.length === 0) return null
  return {
    lines: settled.skus.map(lineOf),
    left: settled.unavailable.map((sku) => ({ ...lineOf(sku), reason: sku.reason, stock: sku.stock })),
    pieces: settled.total_count, goods: settled.total_amount, freight: settled.freight, toPay: settled.actual_amount,
    delivery: settled.delivery, direct: bought,
  }
}

function lineOf(sku: Sku): CheckoutLine {
  const specs = versionText(sku.specs, sku.name)
  return {
    id: sku.id, name: sku.name, image: sku.default_image_url, specs, price: sku.price, priceThen: sku.price_then,
    count: sku.count,
  }
}
