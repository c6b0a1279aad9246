import { randomUUID } from 'node:crypto'
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

/** A refund of part of a paid order. The simulated Alipay goes by the last two places: .97 lacks balance. */
export async function refundOf(shop: Shop, amount: string): Promise<OpenRefund> {
  const { api: { admin } } = shop
  const { results } = await json<{ results: (ConsoleOrder & { refund_info: unknown })[] }>(
    admin.get('/api/orders/?status=paid&payment_method=alipay&ordering=-created_at&page_size=50'))
  const order = results.find((one) => one.refund_info === null)
  return json(admin.post('/api/refunds/', {
    headers: { 'idempotency-key': randomUUID() }, data: { order: order?.id, amount, reason: '少发一件' },
  }))
}

/** The state of a refund, of an order, as staff read it. */
export const refundNow = (shop: Shop, id: number) =>
  json<{ status: string; reason_code: string | null; given_up: boolean; attempts: number }>(shop.api.admin.get(`/api/refunds/${id}/`))
export const orderNow = (shop: Shop, number: string) => json<ConsoleOrder>(shop.api.admin.get(`/api/orders/${number}/`))

/** A day of the past, in Shanghai, by the machine's clock. */
export const dayAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10)

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
