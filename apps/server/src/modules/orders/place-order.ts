import { randomInt } from 'node:crypto'
import { compactStamp } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { yuanText } from '@hearth/kernel/money'
import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import { findAddress } from '../customers/index.ts'
import { openPayment } from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { holdStock } from '../stock/index.ts'
import { checkedWish } from './delivery-wish.ts'
import type { DeliveryTerms } from './delivery-wish.ts'
import { refuseHoarding } from './holding-caps.ts'
import type { HoldingCaps } from './holding-caps.ts'
import type { DeliveryWish, Order, PayMethod } from './order.ts'
import { insertOrder } from './orders.sql.ts'
import type { NewOrder, NewOrderLine } from './orders.sql.ts'
import { priceLines, wantedQty } from './price-lines.ts'
import type { AskedLine, LeftOut } from './price-lines.ts'

const NUMBER_TRIES = 5
const NO_ADDRESS = { zh: '收货地址不存在。', en: 'No such address.' }

/** Money rules of the shop (contract, decision 36), how long an order may stay unpaid, and how soon it can be there. */
export type OrderTerms = DeliveryTerms & { freightFen: number; freeShippingFen: number; timeoutMs: number }

export type PlacedOrder = { order: Order; payment: Payment; skuIds: number[] }

export type PlaceOrder = {
  userId: number
  placedBy: number
  addressId: number
  lines: readonly AskedLine[]
  leftOut: LeftOut
  payMethod: Exclude<PayMethod, 'credit'>
  note: string
  wish: DeliveryWish
  /** What the buyer saw that he has to pay; null when nobody told him. */
  expectedFen: number | null
  /** Null for staff, who order for others. */
  caps: HoldingCaps | null
  /** The cart path charges freight, the direct one none. */
  chargesFreight: boolean
  terms: OrderTerms
  at: Date
}

/**
 * Places an order: prices it, holds the stock, records it, opens its payment. The same SKU in two lines becomes one.
 * Throws orders.address_unknown, orders.sku_unknown, orders.sku_not_on_sale, orders.price_changed,
 * orders.too_many_unpaid, orders.too_many_held, orders.no_installation, orders.delivery_day, stock.insufficient:
 * nothing is written.
 */
export async function placeOrder(tx: Tx, input: PlaceOrder): Promise<PlacedOrder> {
  const { userId, caps, terms, at } = input
  if (caps) await refuseHoarding(tx, { userId, caps, wanted: wantedQty(input.lines) })
  const address = await findAddress(tx, { id: input.addressId, userId })
  if (!address) throw new Refusal('orders.address_unknown', { fields: { address: [NO_ADDRESS] } })
  const { lines, hasInstallation } = await priceLines(tx, input.lines, input.leftOut)
  const goodsFen = lines.reduce((sum, line) => sum + line.qty * line.unit_price_fen, 0)
  const freightFen = input.chargesFreight ? freightFor(goodsFen, terms) : 0
  refuseOtherTotal(input.expectedFen, goodsFen + freightFen)
  const wish = checkedWish(input.wish, { hasInstallation, at, terms })
  const expiresAt = new Date(at.getTime() + terms.timeoutMs)
  const order = await insertUnderNewNumber(tx, {
    user_id: userId, goods_fen: goodsFen, freight_fen: freightFen,
    payable_fen: goodsFen + freightFen, item_qty: lines.reduce((sum, line) => sum + line.qty, 0),
    pay_method: input.payMethod, note: input.note, receiver: address.receiver, phone: address.mobile,
    province: address.province, city: address.city, district: address.district, province_code: address.provinceCode,
    city_code: address.cityCode, district_code: address.districtCode, address_detail: address.detail,
    placed_by: input.placedBy, placed_at: at, expires_at: expiresAt, deliver_at: wish.deliverAt,
    install_at: wish.installAt, is_delivery_install: wish.isDeliveryInstall,
  }, lines)
  await holdStock(tx, {
    orderId: order.id, at, actorId: input.placedBy,
    lines: lines.map((line) => ({ skuId: line.sku_id, qty: line.qty })),
  })
  const payment = await openPayment(tx, {
    orderId: order.id, orderNumber: order.number, userId: order.userId, method: input.payMethod,
    amountFen: order.payableFen, expiresAt, at,
  })
  await record(tx, { type: 'orders.order_placed.v1', at, body: { orderId: order.id, payableFen: order.payableFen } })
  return { order, payment, skuIds: lines.map((line) => line.sku_id) }
}

/** Freight of the cart path: none from the threshold on (contract, decision 36). */
export function freightFor(goodsFen: number, terms: Pick<OrderTerms, 'freightFen' | 'freeShippingFen'>): number {
  return goodsFen >= terms.freeShippingFen ? 0 : terms.freightFen
}

/** Two orders of one second may draw the same digits: then another number is drawn. */
async function insertUnderNewNumber(
  tx: Tx, order: Omit<NewOrder, 'number'>, lines: readonly NewOrderLine[],
): Promise<Order> {
  for (let tries = 0; tries < NUMBER_TRIES; tries += 1) {
    const placed = await insertOrder(tx, { ...order, number: newOrderNumber(order.placed_at) }, lines)
    if (placed) return placed
  }
  throw new Error('No order number is free')
}

/** 22 digits: the second in Shanghai and eight random ones (contract, decision 13). */
export function newOrderNumber(at: Date): string {
  return compactStamp(at) + String(randomInt(100_000_000)).padStart(8, '0')
}

/** Nobody pays what he has not seen. */
function refuseOtherTotal(expectedFen: number | null, payableFen: number): void {
  if (expectedFen === null || expectedFen === payableFen) return
  throw new Refusal('orders.price_changed', { expected_total: yuanText(expectedFen), actual_amount: yuanText(payableFen) })
}
