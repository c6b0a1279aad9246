import type { Page } from '@playwright/test'
import { expectSound, shot, watch } from './support/checks.ts'
import { expectSoundPages } from './support/console.ts'
import { expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

type Order = {
  id: number; order_number: string; status: string; actual_amount: string
  logistics_info: { logistics_no: string } | null
}

/** Some orders that wait to be shipped, the oldest ones of the living shop. */
async function paidOrders(shop: Shop, count: number): Promise<Order[]> {
  const { results } = await json<{ results: Order[] }>(
    shop.api.admin.get(`/api/orders/?status=paid&ordering=created_at&page_size=${count}`))
  return results
}

const orderOf = (shop: Shop, number: string) => json<Order>(shop.api.admin.get(`/api/orders/${number}/`))

test('the list, an order, bulk shipping and ordering for a customer are sound', async ({ page, shop }) => {
  test.setTimeout(90_000)
  await shop.signIn(page.context(), 'admin')
  const [order] = await paidOrders(shop, 1)
  await expectSoundPages(page, shop, [
    ['orders', '/admin/orders', '订单'], ['order', `/admin/orders/${order?.order_number}`, `订单 ${order?.order_number}`],
    ['bulk-ship', '/admin/orders/ship', '批量发货'], ['new-order', '/admin/orders/new', '代客下单'],
  ])
})

test('many parcels: bad lines are named, left out, and the good ones go', async ({ page, shop }) => {
  test.setTimeout(90_000)
  await shop.signIn(page.context(), 'support1')
  const [one, other] = await paidOrders(shop, 2)
  const numbers = [one?.order_number ?? '', other?.order_number ?? '']
  const tracking = `SF${Date.now()}`
  await page.goto('/admin/orders/ship')
  await read(page, [`${numbers[0]}\t${tracking}\t顺丰速运`, `${numbers[1]}\t`, '20991231000000000001\tSF2'].join('\n'))
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 张可发 · 2 张有误' })).toBeVisible()
  await expect(page.getByText('没有运单号')).toBeVisible()
  await expect(page.getByText('订单不存在。')).toBeVisible()
  await expect(page.getByRole('button', { name: '发货 1 张' })).toBeDisabled()
  expect((await orderOf(shop, numbers[0] ?? '')).status).toBe('paid')
  await shot(page, 'console-bulk-ship-checked')
  await expectSound(page, watch(page, shop.url))

  await page.getByRole('button', { name: '去掉有误的 2 张' }).click()
  await page.getByRole('button', { name: '发货 1 张' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认发货' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 张已发货' })).toBeVisible()
  expect(await orderOf(shop, numbers[0] ?? '')).toMatchObject({ status: 'shipped', logistics_info: { logistics_no: tracking } })
  expect((await orderOf(shop, numbers[1] ?? '')).status).toBe('paid')
})

test('orders chosen in the list come to bulk shipping, and filters are kept under a name', async ({ page, shop }) => {
  test.skip(isPhone(page), 'choosing several is for the desk')
  await shop.signIn(page.context(), 'admin')
  await page.goto('/admin/orders?payment_method=alipay')
  await page.getByRole('button', { name: '常用筛选' }).click()
  await page.getByLabel('把现在的筛选存为').fill('支付宝待发')
  await page.keyboard.press('Enter')
  await page.goto('/admin/orders?status=all')
  await page.getByRole('button', { name: '常用筛选' }).click()
  await page.getByRole('button', { name: '支付宝待发', exact: true }).click()
  await expect(page).toHaveURL(/payment_method=alipay/)

  await page.keyboard.press('j')
  await expect(page.locator('tr[data-row-key]').first()).toBeFocused()
  const rows = page.locator('tr[data-row-key]')
  for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check()
  await page.getByRole('button', { name: '批量发货（2）' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('批量发货')
  await expect(page.getByRole('listitem').filter({ has: page.getByPlaceholder('运单号') })).toHaveCount(2)
  await page.getByPlaceholder('运单号').first().fill('SF1')
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('运单号').nth(1)).toBeFocused()
})

test('an address is corrected, and the history says so', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'support1')
  const order = (await paidOrders(shop, 3)).at(-1)
  await page.goto(`/admin/orders/${order?.order_number}`)
  await page.getByRole('button', { name: '修改', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('收货人').fill('李雷')
  await dialog.getByLabel('备注').fill('先打电话')
  await shot(page, 'console-order-edit')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('订单已修改')).toBeVisible()
  await expect(page.getByText('李雷')).toBeVisible()
  await expect(page.getByText(/修改：.*收货人/)).toBeVisible()
})

test('staff order for a customer: the total stands on the button and the number is shown', async ({ page, shop }) => {
  test.setTimeout(60_000)
  await shop.signIn(page.context(), 'support1')
  await page.goto('/admin/orders/new')
  await page.getByLabel('客户').fill('xiaoming')
  await page.getByTitle(/^xiaoming/).click()
  await expect(page.getByRole('radio').first()).toBeChecked()
  await page.getByRole('combobox', { name: '商品' }).fill('冰箱')
  const offered = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
  await offered.filter({ hasText: '可售' }).first().click()
  const submit = page.getByRole('button', { name: /^提交订单 ¥/ })
  const total = (await submit.textContent())?.replace('提交订单 ', '') ?? ''
  await submit.click()
  await page.getByRole('dialog').getByRole('button', { name: '确认下单' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单已提交')
  await expect(page.locator('.new-order-made').getByText(total)).toBeVisible()
  await shot(page, 'console-new-order-made')
  await page.getByRole('link', { name: '查看订单' }).click()
  await expect(page.getByText('待支付', { exact: true }).first()).toBeVisible()
})

async function read(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '粘贴或上传' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('运单清单').fill(text)
  await dialog.getByRole('button', { name: '加入 3 行' }).click()
}
