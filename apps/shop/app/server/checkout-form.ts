import type { OrderBody } from '@hearth/client/api/orders'
import { ApiRefusal } from '@hearth/client/http'
import { payMethods } from '@hearth/client/view/cashier'
import type { PayMethod } from '@hearth/client/view/cashier'
import { wholeNumber } from '@hearth/client/view/pages'
import { textOf } from './refusals.ts'

const FIRST_HOUR = 9
/** The ways to pay as the cart's way of ordering counts them. */
export const payCodes = { bank: 1, alipay: 2, wechat: 3 } as const
const KEPT = ['note', 'pay_method', 'address', 'deliver_day', 'deliver_hour', 'install', 'install_day'] as const

/** What was chosen and typed, so that a refused order stands as it was. */
export type Said = Partial<Record<(typeof KEPT)[number], string>>
/** The total that was shown and the one that it is now. */
export type TotalChange = { before: string; now: string }

export function saidIn(form: FormData): Said {
  return Object.fromEntries(KEPT.map((name) => [name, textOf(form, name)]))
}

/** The order as its form says it: of the cart's ticked lines, or of one SKU. */
export function orderOf(form: FormData): OrderBody {
  const address = wholeNumber(form.get('address'), 0)
  const skuId = wholeNumber(form.get('sku_id'), 0)
  const method = methodOf(form)
  const said = { note: textOf(form, 'note'), expected_total: textOf(form, 'expected_total') || undefined, ...wishOf(form) }
  if (skuId < 1) return { address, pay_method: payCodes[method], ...said }
  const item = {
    product_id: wholeNumber(form.get('product_id'), 0), sku_id: skuId, quantity: wholeNumber(form.get('count'), 1),
  }
  return { address_id: address, items: [item], method, ...said }
}

function methodOf(form: FormData): PayMethod {
  const code = wholeNumber(form.get('pay_method'), payCodes.alipay)
  return payMethods.find((method) => payCodes[method] === code) ?? 'alipay'
}

/** A page without blocks for delivery says nothing about it. */
function wishOf(form: FormData): Pick<OrderBody, 'distribution_time' | 'install_time' | 'is_delivery_install'> {
  const install = textOf(form, 'install')
  if (install === '') return {}
  const deliverDay = textOf(form, 'deliver_day')
  const installDay = textOf(form, 'install_day')
  const hour = deliverDay ? wholeNumber(form.get('deliver_hour'), FIRST_HOUR) : FIRST_HOUR
  // Installed on the day it comes: after it came.
  const installHour = installDay === deliverDay ? hour : FIRST_HOUR
  return {
    distribution_time: deliverDay ? timeOf(deliverDay, hour) : undefined,
    install_time: install === 'later' && installDay ? timeOf(installDay, installHour) : undefined,
    is_delivery_install: install === 'with',
  }
}

function timeOf(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`
}

/** The two totals, when an order was refused because they differ. */
export function totalChange(error: unknown): TotalChange | null {
  if (!(error instanceof ApiRefusal) || error.errorCode !== 'PRICE_CHANGED') return null
  return { before: String(error.facts.expected_total), now: String(error.facts.actual_amount) }
}
