import { randomInt } from 'node:crypto'
import { compactStamp } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { skusForSale } from '../catalog/index.ts'
import { findAddress } from '../customers/index.ts'
import { openPayment } from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { holdStock } from '../stock/index.ts'
import type { Order, PayMethod } from './order.ts'
import { insertOrder } from './orders.sql.ts'
import type { NewOrderLine } from './orders.sql.ts'

const NO_ADDRESS = { zh: '收货地址不存在。', en: 'No such address.' }

/** Money rules of the shop (contract, decision 36), and how long an order may stay unpaid. */
export type OrderTerms = { freightFen: number; freeShippingFen: number; timeoutMs: number }

/** `productId`, when it was named too, must be the SKU's own. */
export type AskedLine = { skuId: number; qty: number; productId?: number }
export type PlacedOrder = { order: Order; payment: Payment; skuIds: number[] }

export type PlaceOrder = {
  userId: number
  placedBy: number
  addressId: number
  lines: readonly AskedLine[]
  /** Lines off the shelf refuse the order, or stay out of it. */
  offSale: 'refused' | 'left out'
  payMethod: Exclude<PayMethod, 'credit'>
  note: string
  /** The cart path charges freight, the direct one none. */
  chargesFreight: boolean
  terms: OrderTerms
  at: Date
}

/**
 * Places an order: prices it, holds the stock, records it, opens its payment. The same SKU in two lines becomes one.
 * Throws orders.address_unknown, orders.sku_unknown, orders.sku_not_on_sale, stock.insufficient: nothing is written.
 */
export async function placeOrder(tx: Tx, input: PlaceOrder): Promise<PlacedOrder> {
  const address = await findAddress(tx, { id: input.addressId, userId: input.userId })
  if (!address) throw new Refusal('orders.address_unknown', { fields: { address: [NO_ADDRESS] } })
  const lines = await priceLines(tx, input)
  const goodsFen = lines.reduce((sum, line) => sum + line.qty * line.unit_price_fen, 0)
  const freightFen = input.chargesFreight ? freightFor(goodsFen, input.terms) : 0
  const expiresAt = new Date(input.at.getTime() + input.terms.timeoutMs)
  const order = await insertOrder(tx, {
    number: newOrderNumber(input.at), user_id: input.userId, goods_fen: goodsFen, freight_fen: freightFen,
    payable_fen: goodsFen + freightFen, item_qty: lines.reduce((sum, line) => sum + line.qty, 0),
    pay_method: input.payMethod, note: input.note, receiver: address.receiver, phone: address.mobile,
    province: address.province, city: address.city, district: address.district, province_code: address.provinceCode,
    city_code: address.cityCode, district_code: address.districtCode, address_detail: address.detail,
    placed_by: input.placedBy, placed_at: input.at, expires_at: expiresAt,
  }, lines)
  await holdStock(tx, {
    orderId: order.id, at: input.at, actorId: input.placedBy,
    lines: lines.map((line) => ({ skuId: line.sku_id, qty: line.qty })),
  })
  const payment = await openPayment(tx, {
    orderId: order.id, orderNumber: order.number, userId: order.userId, method: input.payMethod,
    amountFen: order.payableFen, expiresAt, at: input.at,
  })
  await record(tx, { type: 'orders.order_placed.v1', at: input.at, body: { orderId: order.id, payableFen: order.payableFen } })
  return { order, payment, skuIds: lines.map((line) => line.sku_id) }
}

/** Freight of the cart path: none from the threshold on (contract, decision 36). */
export function freightFor(goodsFen: number, terms: Pick<OrderTerms, 'freightFen' | 'freeShippingFen'>): number {
  return goodsFen >= terms.freeShippingFen ? 0 : terms.freightFen
}

/** 22 digits: the second in Shanghai and eight random ones (contract, decision 13). */
export function newOrderNumber(at: Date): string {
  return compactStamp(at) + String(randomInt(100_000_000)).padStart(8, '0')
}

async function priceLines(tx: Tx, { lines: asked, offSale }: PlaceOrder): Promise<NewOrderLine[]> {
  const wanted = new Map<number, number>()
  for (const line of asked) wanted.set(line.skuId, (wanted.get(line.skuId) ?? 0) + line.qty)
  if (wanted.size === 0) throw new Refusal('orders.nothing_ordered')
  const skus = await skusForSale(tx, [...wanted.keys()])
  const products = new Map(skus.map((sku) => [sku.skuId, sku.productId]))
  const isWrong = (line: AskedLine) => line.productId !== undefined && line.productId !== products.get(line.skuId)
  if (skus.length < wanted.size || asked.some(isWrong)) throw new Refusal('orders.sku_unknown')
  const gone = skus.filter((sku) => !sku.isForSale).map((sku) => sku.skuId)
  const isEnough = gone.length === 0 || (offSale === 'left out' && gone.length < skus.length)
  if (!isEnough) throw new Refusal('orders.sku_not_on_sale', { sku_ids: gone })
  return skus.filter((sku) => sku.isForSale).map((sku) => ({
    product_id: sku.productId, sku_id: sku.skuId, product_name: sku.productName, sku_specs: sku.specs,
    sku_code: sku.skuCode, image: sku.image, product_type_id: sku.productTypeId, qty: wanted.get(sku.skuId) ?? 0,
    unit_price_fen: sku.priceFen,
  }))
}
