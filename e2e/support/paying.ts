import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { demo, placeOrder } from './living-shop.ts'
import type { Order } from './living-shop.ts'
import { json } from './test.ts'
import type { Person, Shop } from './test.ts'

type Attempt = { id: number; method: string; status: string }
type Payable = Order & { id: number }

/** Starting to pay is limited by the minute and the second; tests are quicker than people. */
export const forgetPaying = (shop: Shop) => json(shop.api.anyone.post('/dev/api/throttles/reset/'))

/** A new order of one piece that waits for its money. */
export async function orderToPay(shop: Shop, person: Person): Promise<Payable> {
  const [skuId = 0] = (await demo(shop)).skus.plenty
  return await placeOrder(shop, person, skuId) as Payable
}

/** The attempts to pay an order of 小红's, newest first. */
export async function attemptsOf(shop: Shop, order: Order): Promise<Attempt[]> {
  const path = `/api/orders/${order.order_number}/cashier/`
  return (await json<{ attempts: Attempt[] }>(shop.api.xiaohong.get(path))).attempts
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
export const method = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(name) })

/** Opens the cashier of a new order of 小红's. */
export async function openCashier(page: Page, shop: Shop): Promise<Payable> {
  const order = await orderToPay(shop, 'xiaohong')
  await page.goto(`/pay/${order.order_number}`)
  await expect(heading(page)).toHaveText('订单已提交，请付款')
  return order
}

/** What the code on the page stands for, as the company answers when it is asked once more for the same trade. */
export async function codeAddress(shop: Shop, order: Order): Promise<string> {
  const attempt = (await attemptsOf(shop, order)).find(({ status }) => status === 'processing')
  await forgetPaying(shop)
  const started = await json<{ pay_way: { url: string } }>(shop.api.xiaohong.post(`/api/payments/${attempt?.id}/start/`, {
    data: { provider: 'wechat', channel: 'native' },
  }))
  return started.pay_way.url
}

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A picture such as a bank's slip. */
export const proofPicture = { name: 'slip.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') }
