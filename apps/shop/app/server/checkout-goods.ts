import { readSku } from '@hearth/client/api/catalog'
import { readSettlement } from '@hearth/client/api/orders'
import { ApiRefusal } from '@hearth/client/http'
import type { Http } from '@hearth/client/http'
import { wholeNumber } from '@hearth/client/view/pages'
import { fenOf, timesMoney } from '@hearth/client/view/price'
import { versionText } from '@hearth/client/view/version'
import { yuanText } from '@hearth/kernel/money'

export type CheckoutLine = { id: number; name: string; image: string; specs: string; price: string; count: number }
export type CheckoutGoods = {
  lines: CheckoutLine[]
  pieces: number
  goods: string
  saved: string
  freight: string
  toPay: string
  /** Set when one SKU is bought directly, past the cart. */
  direct: { skuId: number; productId: number; count: number } | null
}

/** What is being bought: one SKU named in the address, else the ticked lines of the cart; null for nothing. */
export async function readCheckout(http: Http, url: URL): Promise<CheckoutGoods | null> {
  const skuId = wholeNumber(url.searchParams.get('sku_id'), 0)
  return skuId > 0 ? readDirect(http, skuId, wholeNumber(url.searchParams.get('count'), 1)) : readTicked(http)
}

async function readTicked(http: Http): Promise<CheckoutGoods | null> {
  const settled = await readSettlement(http).catch((error: unknown) => {
    if (error instanceof ApiRefusal && error.status === 400) return null
    throw error
  })
  if (!settled || settled.skus.length === 0) return null
  const savedFen = fenOf(settled.total_amount) + fenOf(settled.freight) - fenOf(settled.actual_amount)
  return {
    lines: settled.skus.map((sku) => lineOf(sku, sku.count)),
    pieces: settled.total_count,
    goods: settled.total_amount,
    saved: yuanText(Math.max(0, savedFen)),
    freight: settled.freight,
    toPay: settled.actual_amount,
    direct: null,
  }
}

/** The direct way charges no freight. */
async function readDirect(http: Http, skuId: number, asked: number): Promise<CheckoutGoods | null> {
  const sku = await readSku(http, skuId)
  if (!sku.is_launched || sku.stock < 1) return null
  const count = Math.min(asked, sku.stock)
  const goods = timesMoney(sku.price, count)
  return {
    lines: [lineOf(sku, count)],
    pieces: count, goods, saved: '0.00', freight: '0.00', toPay: goods,
    direct: { skuId, productId: sku.product.id, count },
  }
}

type SoldSku = { id: number; name: string; default_image_url: string; specs: Record<string, string>; price: string }

function lineOf(sku: SoldSku, count: number): CheckoutLine {
  const specs = versionText(sku.specs, sku.name)
  return { id: sku.id, name: sku.name, image: sku.default_image_url, specs, price: sku.price, count }
}
