import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expectSound, shot, watch } from './support/checks.ts'
import { registered } from './support/newcomers.ts'
import { orderToPay } from './support/paying.ts'
import { expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

type Order = { id: number; order_number: string; status: string; refunded_amount: string; actual_amount: string }

const readOrder = (shop: Shop, number: string) => json<Order>(shop.api.admin.get(`/api/orders/${number}/`))

/** A new order whose money has come. */
async function paidOrder(shop: Shop): Promise<string> {
  const { order_number: number } = await orderToPay(shop, 'xiaohong')
  await json(shop.api.anyone.post(`/dev/api/alipay/trades/${number}/`, { data: { action: 'pay' } }))
  await expect.poll(async () => (await readOrder(shop, number)).status, { timeout: 20_000 }).toBe('paid')
  return number
}

test('a paid order is cancelled at the desk: its money goes back, and desk and buyer see it', async ({ page, shop, browser }) => {
  test.setTimeout(90_000)
  const number = await paidOrder(shop)
  await shop.signIn(page.context(), 'support1')
  await page.goto(`/admin/orders/${number}`)
  await page.getByRole('button', { name: '取消订单', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('原路退回买家已付的')
  await dialog.getByRole('button', { name: '缺货' }).click()
  await dialog.locator('.ant-modal-footer').getByRole('button', { name: '取消订单' }).click()
  await expect(page.getByText(`订单 ${number} 已取消`)).toBeVisible()
  await expect.poll(async () => (await readOrder(shop, number)).refunded_amount, { timeout: 20_000 })
    .toBe((await readOrder(shop, number)).actual_amount)
  await page.reload()
  await expect(page.getByText('已退款', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: '发货', exact: true })).toHaveCount(0)
  const buyer = await browser.newContext({ baseURL: shop.url })
  await shop.signIn(buyer, 'xiaohong')
  const seen = await buyer.newPage()
  await seen.goto(`/orders/${number}`)
  await expect(seen.getByText(/付过的 ¥.* 已经原路退回/)).toBeVisible()
  await buyer.close()
})

test('a cancelled order that took no money is deleted by an administrator and is on no list', async ({ page, shop }) => {
  const { order_number: number } = await orderToPay(shop, 'xiaohong')
  await json(shop.api.xiaohong.patch(`/api/orders/${number}/cancel/`, { data: {} }))
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/orders/${number}`)
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除订单' }).click()
  await expect(page).toHaveURL(/\/admin\/orders$/)
  expect((await shop.api.admin.get(`/api/orders/${number}/`)).status()).toBe(404)
  await page.goto(`/admin/orders?status=all&q=${number}`)
  await expect(page.getByRole('status').filter({ hasText: '共 0 条' })).toBeVisible()
})

test('the list as it is filtered is taken along as a file', async ({ page, shop }) => {
  test.skip(isPhone(page), 'files are for the desk')
  await shop.signIn(page.context(), 'admin')
  const filter = 'status=completed&payment_method=alipay'
  const { count } = await json<{ count: number }>(shop.api.admin.get(`/api/orders/?${filter}`))
  expect(count).toBeGreaterThan(100)
  await page.goto(`/admin/orders?${filter}`)
  await page.getByRole('button', { name: '导出' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(count + 1)
})

test('a parcel whose answer is lost stays named, and the second try finds that it went', async ({ page, shop }) => {
  test.setTimeout(90_000)
  const [one, lost] = [await paidOrder(shop), await paidOrder(shop)]
  await shop.signIn(page.context(), 'support1')
  await page.goto('/admin/orders/ship')
  await page.getByRole('button', { name: '粘贴或上传' }).click()
  await page.getByRole('dialog').getByLabel('运单清单').fill(`${one}\tSF${Date.now()}1\n${lost}\tSF${Date.now()}2`)
  await page.getByRole('dialog').getByRole('button', { name: '加入 2 行' }).click()
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 张可发' })).toBeVisible()
  await page.route(`**/api/orders/${lost}/ship/`, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: '发货 2 张' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认发货' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 张已发货' })).toContainText('1 张没有发出')
  await shot(page, 'console-bulk-ship-failed')
  await page.getByRole('button', { name: '重试没有发出的 1 张' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 张已发货' })).toBeVisible()
  for (const number of [one, lost]) expect((await readOrder(shop, number)).status).toBe('shipped')
})

test('a customer without an address gets one at the desk, and the order goes there', async ({ page, shop }) => {
  test.setTimeout(90_000)
  const { username } = await registered(shop)
  await shop.signIn(page.context(), 'support1')
  const seen = watch(page, shop.url)
  await page.goto('/admin/orders/new')
  await page.getByLabel('客户').fill(username)
  await page.getByTitle(new RegExp(`^${username}`)).click()
  await expect(page.getByText('这位客户还没有收货地址')).toBeVisible()
  await page.getByRole('button', { name: '添加地址' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '保存并使用' }).click()
  await expect(dialog.getByText('请选到区县')).toBeVisible()
  await shot(page, 'console-new-order-address')
  await expectSound(page, seen)
  const receiver = `李华${randomInt(1e6)}`
  await dialog.getByLabel('收货人').fill(receiver)
  await dialog.getByLabel('电话').fill('0532-8888 6666')
  await dialog.getByLabel('详细地址').fill('海尔路 1 号')
  for (const [field, area] of [['省', '山东省'], ['市', '青岛市'], ['区县', '崂山区']] as const) {
    await dialog.getByRole('combobox', { name: field, exact: true }).fill(area)
    await expect(page.getByTitle(area, { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
  }
  await dialog.getByRole('button', { name: '保存并使用' }).click()
  await expect(page.getByRole('radio', { name: new RegExp(receiver) })).toBeChecked()
  await page.getByRole('combobox', { name: '商品' }).fill('冰箱')
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').filter({ hasText: '可售' }).first().click()
  await page.getByRole('button', { name: /^提交订单 ¥/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认下单' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单已提交')
  const { results } = await json<{ results: { snapshot_contact_name: string; snapshot_district: string }[] }>(
    shop.api.admin.get(`/api/orders/?username=${username}`))
  expect(results).toMatchObject([{ snapshot_contact_name: receiver, snapshot_district: '崂山区' }])
})
