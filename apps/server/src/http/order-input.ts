import type { OrderBody, OrderEdit } from '@hearth/contracts/orders'
import { Refusal } from '@hearth/kernel/errors'
import { fenFromText } from '@hearth/kernel/money'
import { isStaff } from '../modules/accounts/index.ts'
import type { Person } from '../modules/accounts/index.ts'
import { defaultSkusOf } from '../modules/catalog/index.ts'
import type { AskedLine, DeliveryWish, OrderChanges, OrderTerms } from '../modules/orders/index.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from './deps.ts'
import { instantOf } from './order-filters.ts'

export function termsOf({ config }: Deps): OrderTerms {
  return {
    freightFen: config.freightFen, freeShippingFen: config.freeShippingFen, timeoutMs: config.orderTimeoutMs,
    shipWithinHours: config.shipWithinHours, deliveryDaysAhead: config.deliveryDaysAhead,
  }
}

/** What every way of ordering says alike. Throws http.invalid. */
export function orderAsked(deps: Deps, caller: Person, body: OrderBody) {
  return {
    placedBy: caller.id, note: body.note?.trim() ?? '', wish: wishOf(body),
    expectedFen: body.expected_total === undefined ? null : fenFromText(body.expected_total),
    caps: isStaff(caller) ? null : deps.config.holdingCaps, terms: termsOf(deps), at: deps.now(),
  }
}

function wishOf(body: OrderBody): DeliveryWish {
  return {
    deliverAt: instantOf('distribution_time', body.distribution_time ?? undefined) ?? null,
    installAt: instantOf('install_time', body.install_time ?? undefined) ?? null,
    isDeliveryInstall: body.is_delivery_install ?? false,
  }
}

/** what was said; what was not said stays. Throws http.invalid. */
export function orderChanges(body: OrderEdit): OrderChanges {
  const { snapshot_province: province, snapshot_city: city, snapshot_district: district } = body
  const time = (field: 'distribution_time' | 'install_time') =>
    (body[field] === null ? null : instantOf(field, body[field]))
  return {
    note: body.note?.trim(), isGovernmentOrder: body.is_government_order, deliverAt: time('distribution_time'),
    installAt: time('install_time'), isDeliveryInstall: body.is_delivery_install,
    receiver: body.snapshot_contact_name?.trim(), phone: body.snapshot_phone?.trim(),
    addressDetail: body.snapshot_address?.trim(),
    area: [province, city, district].some((word) => word !== undefined) ? { province, city, district } : undefined,
  }
}

/** Source 003's number of a way to pay (contract §3.2). */
export function payMethodOf(code: number): 'bank' | 'alipay' | 'wechat' {
  return code === 1 ? 'bank' : code === 2 ? 'alipay' : 'wechat'
}

/** The SKUs that a direct order names by product; a product without `sku_id` means its default SKU. */
export async function directLines(tx: Tx, body: OrderBody): Promise<AskedLine[]> {
  const { product_id, sku_id, quantity } = body
  const asked = body.items ?? (product_id ? [{ product_id, sku_id, quantity }] : [])
  const unnamed = asked.filter((line) => line.sku_id === undefined).map((line) => line.product_id)
  const defaults = unnamed.length > 0 ? await defaultSkusOf(tx, unnamed) : new Map<number, number>()
  return asked.map((line) => {
    const skuId = line.sku_id ?? defaults.get(line.product_id)
    if (!skuId) throw new Refusal('orders.sku_unknown')
    return { skuId, productId: line.product_id, qty: line.quantity ?? 1 }
  })
}
