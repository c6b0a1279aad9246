import { expectSound, shot, watch } from './support/checks.ts'
import { forgetPaying, orderToPay } from './support/paying.ts'
import { expect, json, test } from './support/test.ts'
import type { Page } from '@playwright/test'
import type { Shop } from './support/test.ts'

type Started = { pay_params: { alipay_url?: string; code_url?: string } }

/** Where xiaohong pays an order of her own. */
async function payPage(shop: Shop, provider: 'alipay' | 'wechat', channel: string): Promise<string> {
  await forgetPaying(shop)
  const order = await orderToPay(shop, 'xiaohong')
  const api = shop.api.xiaohong
  const { id } = await json<{ id: number }>(api.get(`/api/orders/${order.order_number}/`))
  const { payment } = await json<{ payment: { id: number } }>(api.post('/api/payments/', { data: { order_id: id } }))
  const { pay_params: { alipay_url, code_url } } = await json<Started>(
    api.post(`/api/payments/${payment.id}/start/`, { data: { provider, channel } }))
  return alipay_url ?? code_url ?? ''
}

async function sound(page: Page, shop: Shop, name: string): Promise<void> {
  const seen = watch(page, shop.url)
  await page.reload()
  await shot(page, `sim-${name}`)
  await expectSound(page, seen)
}

test('the developer desk is sound', async ({ page, shop }) => {
  await page.goto('/dev/')
  await expect(page.locator('#accounts li').nth(1)).toBeVisible()
  await sound(page, shop, 'desk')
})

test('the cashier of the simulated Alipay is sound, to pay and to go back', async ({ page, shop }) => {
  await page.goto(await payPage(shop, 'alipay', 'page'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('确认付款')
  await sound(page, shop, 'alipay')
  const seen = watch(page, shop.url)
  await page.getByRole('button', { name: '取消' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已取消付款')
  await shot(page, 'sim-alipay-cancelled')
  await expectSound(page, seen)
})

test('the page of the simulated WeChat Pay is sound, before and after paying', async ({ page, shop }) => {
  await page.goto(await payPage(shop, 'wechat', 'native'))
  await sound(page, shop, 'wechat-pay')
  const seen = watch(page, shop.url)
  await page.getByRole('button', { name: '确认付款' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('付款成功')
  await shot(page, 'sim-wechat-pay-paid')
  await expectSound(page, seen)
})

test('signing in at the simulated QQ and Alipay is sound', async ({ page, shop }) => {
  for (const { company, login_url: url } of await json<{ company: string; login_url: string }[]>(shop.api.anyone.get('/dev/api/sign-ins/'))) {
    await page.goto(url)
    await expect(page.getByRole('button', { name: '取消' })).toBeVisible()
    await sound(page, shop, `sign-in-${company}`)
  }
})
