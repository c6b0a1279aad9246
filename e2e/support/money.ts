import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { ConsoleOrder } from './console.ts'
import { forgetPaying, orderToPay, proofPicture } from './paying.ts'
import { json } from './test.ts'
import type { Shop } from './test.ts'

const DAY_MS = 86_400_000

/** An order of 小红's for which she shows a bank transfer. */
export async function provedTransfer(shop: Shop): Promise<ConsoleOrder> {
  const order = await orderToPay(shop, 'xiaohong')
  const { api: { xiaohong } } = shop
  await forgetPaying(shop)
  const { payment } = await json<{ payment: { id: number } }>(xiaohong.post('/api/payments/', { data: { order_id: order.id } }))
  const started = await json<{ payment: { id: number } }>(xiaohong.post(`/api/payments/${payment.id}/start/`, { data: { provider: 'bank' } }))
  await json(xiaohong.post(`/api/payments/${started.payment.id}/proof/`, { multipart: { file: proofPicture, note: '已转账' } }))
  return order as unknown as ConsoleOrder
}

type OpenRefund = { id: number; refund_number: string; order_number: string }

/** A new order of 小红's, paid by Alipay. */
export async function paidOrder(shop: Shop): Promise<ConsoleOrder> {
  const order = await orderToPay(shop, 'xiaohong')
  await json(shop.api.anyone.post(`/dev/api/alipay/trades/${order.order_number}/`, { data: { action: 'pay' } }))
  await expect.poll(async () => (await orderNow(shop, order.order_number)).status, { timeout: 20_000 }).toBe('paid')
  return orderNow(shop, order.order_number)
}

/** A refund of part of a paid order. The simulated Alipay goes by the last two places: .97 lacks balance. */
export async function refundOf(shop: Shop, amount: string): Promise<OpenRefund> {
  const order = await paidOrder(shop)
  return json(shop.api.admin.post('/api/refunds/', {
    headers: { 'idempotency-key': randomUUID() }, data: { order: order.id, amount, reason: '少发一件' },
  }))
}

/** Money that came after its buyer had cancelled; it could not go back for lack of balance, and waits for a person. */
export async function lateMoney(shop: Shop): Promise<ConsoleOrder> {
  const { api: { admin, anyone, xiaohong } } = shop
  const order = await orderOver(shop, '66.97')
  const trade = `/dev/api/alipay/trades/${order.order_number}/`
  await json(anyone.post(trade, { data: { action: 'pay_without_notice' } }))
  await json(xiaohong.patch(`/api/orders/${order.order_number}/cancel/`, { data: {} }))
  await json(anyone.post(trade, { data: { action: 'notify_again' } }))
  const { results: [entry] } = await json<{ results: { refund: number }[] }>(admin.get(`/api/suspense/?order_number=${order.order_number}`))
  const refundId = entry?.refund ?? 0
  await expect.poll(() => refundNow(shop, refundId), { timeout: 20_000 }).toMatchObject({ reason_code: 'no_balance' })
  await json(admin.post(`/api/refunds/${refundId}/fail/`, { data: { reason: '买家仍想要' } }))
  return order
}

/** A payment at WeChat Pay under a number that is nobody's, found in the bill of a day. @returns that number */
export async function strayMoney(shop: Shop): Promise<string> {
  const { api: { admin, anyone } } = shop
  const day = await freshDay(shop)
  await json(anyone.post(`/dev/api/bills/wechat/${day}/`, { data: { kind: 'extra_line' } }))
  await json(admin.post('/api/reconciliation/runs/', { data: { provider: 'wechat', day } }))
  const { results } = await json<{ results: { id: number; kind: string }[] }>(
    admin.get(`/api/reconciliation/cases/?provider=wechat&day=${day}&state=open`))
  const extra = results.find(({ kind }) => kind === 'company_payment')
  await json(admin.post(`/api/reconciliation/cases/${extra?.id}/apply/`, { data: {} }))
  return `EXTRA${day.replaceAll('-', '')}`
}

/** The last day of the past, from four days ago, that was not held against its bills yet. */
export async function freshDay(shop: Shop): Promise<string> {
  for (let days = 4; days < 60; days += 1) {
    const day = dayAgo(days)
    const { count } = await json<{ count: number }>(shop.api.admin.get(`/api/reconciliation/runs/?day=${day}`))
    if (count === 0) return day
  }
  throw new Error('Every day has been compared')
}

/** The state of a refund, of an order, as staff read it. */
export const refundNow = (shop: Shop, id: number) =>
  json<{ status: string; reason_code: string | null; given_up: boolean; attempts: number }>(shop.api.admin.get(`/api/refunds/${id}/`))
export const orderNow = (shop: Shop, number: string) => json<ConsoleOrder>(shop.api.admin.get(`/api/orders/${number}/`))

/** A day of the past, in Shanghai, by the machine's clock. */
const dayAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10)

/** A pending order of 小红's over exactly this amount. */
export async function orderOver(shop: Shop, price: string): Promise<ConsoleOrder> {
  const { api: { admin, xiaohong } } = shop
  const model = await json<{ category_id: number; brand_id: number; main_images: string[] }>(admin.get('/api/products/1/'))
  const product = await json<{ id: number; default_sku_id: number }>(admin.post('/api/products/', { data: {
    name: `对账小件 ${randomUUID().slice(0, 8)}`, category_id: model.category_id, brand_id: model.brand_id, price, market_price: price,
    stock: 5, main_images: model.main_images.slice(0, 1),
  } }))
  const [address] = await json<{ id: number }[]>(xiaohong.get('/api/addresses/'))
  const { order } = await json<{ order: ConsoleOrder }>(xiaohong.post('/api/orders/', {
    headers: { 'idempotency-key': randomUUID() },
    data: { address_id: address?.id, method: 'alipay', items: [{ product_id: product.id, sku_id: product.default_sku_id, quantity: 1 }] },
  }))
  return order
}
