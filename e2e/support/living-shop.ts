import { randomUUID } from 'node:crypto'
import { json } from './test.ts'
import type { Person, Shop } from './test.ts'

export type Sku = {
  id: number; name: string; price: string; stock: number; sku_code: string; specs: Record<string, string>
  siblings: { id: number; price: string; stock: number; specs: Record<string, string>; is_active: boolean }[]
  product: { id: number; name: string; product_model: string; category_id: number }
}
export type Order = {
  order_number: string; status: string; actual_amount: string
  items: { product_name: string }[]
  units: { qrcode_id: string; status: string; scan_url: string }[]
}
type Unit = { qrcode_id: string; status: string; scan_url: string }

export const readSku = (shop: Shop, id: number) => json<Sku>(shop.api.anyone.get(`/api/skus/${id}/`))

/** SKUs with many pieces, one with a single piece, and codes of machines in each state. */
export function demo(shop: Shop) {
  type Demo = { skus: { plenty: number[]; last_piece: number[] }; units: Record<string, string[]> }
  return json<Demo>(shop.api.anyone.get('/dev/api/demo/'))
}

export function myOrders(shop: Shop, person: Person, status = '') {
  return json<{ results: Order[] }>(shop.api[person].get(`/api/orders/my_orders/?page_size=50&status=${status}`))
    .then((page) => page.results)
}

/** This person's machines, newest first. */
export function myUnits(shop: Shop, person: Person) {
  return json<{ data: Unit[] }>(shop.api[person].get('/api/lifecycle/products/?page_size=50')).then((page) => page.data)
}

/** An order that waits for its payment. */
export async function placeOrder(shop: Shop, person: Person, skuId: number): Promise<Order> {
  const [address] = await json<{ id: number }[]>(shop.api[person].get('/api/addresses/'))
  const sku = await readSku(shop, skuId)
  const placed = await json<{ order: Order }>(shop.api[person].post('/api/orders/', {
    headers: { 'idempotency-key': randomUUID() },
    data: { address_id: address?.id, method: 'alipay', items: [{ product_id: sku.product.id, sku_id: skuId, quantity: 1 }] },
  }))
  return placed.order
}

/** Nothing in this person's cart. */
export async function emptyCart(shop: Shop, person: Person): Promise<void> {
  for (const line of await json<{ id: number }[]>(shop.api[person].get('/api/cart/'))) {
    await shop.api[person].delete('/api/cart/', { data: { sku_id: line.id } })
  }
}

/** The calendar day in Shanghai of the shop's own clock. */
export async function today(shop: Shop): Promise<string> {
  const { now } = await json<{ now: string }>(shop.api.anyone.get('/dev/api/clock/'))
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10)
}
