import type { Page } from '@playwright/test'
import { expectSound, shot, watch } from './support/checks.ts'
import { orderNow, paidOrder } from './support/money.ts'
import { expect, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

const dialog = (page: Page) => page.getByRole('dialog').last()

/** Somebody else at another desk is quicker. */
const shipFirst = (shop: Shop, number: string) => json(shop.api.admin.patch(`/api/orders/${number}/ship/`, {
  data: { tracking_number: 'SF1029384756', logistics_company: '顺丰速运' },
}))

const speakEnglish = (page: Page) => page.addInitScript(() => localStorage.setItem('hearth.console.language', 'en'))

test('an order that somebody else has sent meanwhile: who, when and under which number, and nothing is sent again', async ({ page, shop }) => {
  test.setTimeout(60_000)
  const { order_number: number } = await paidOrder(shop)
  await shop.signIn(page.context(), 'support1')
  await page.goto(`/admin/orders/${number}`)
  await page.getByRole('button', { name: '发货', exact: true }).click()
  await dialog(page).getByLabel('运单号').fill('YT777')
  await shipFirst(shop, number)
  await dialog(page).getByRole('button', { name: '确认发货' }).click()
  const said = dialog(page).getByRole('alert')
  await expect(said).toContainText('订单现在是「待收货」，不能这样操作。')
  await expect(said).toContainText(/待收货 · admin · 20\d\d-/)
  await expect(said).toContainText('SF1029384756 顺丰速运')
  await expect(dialog(page).getByRole('button', { name: '确认发货' })).toBeDisabled()
  await shot(page, 'console-ship-late')
  await expectSound(page, watch(page, shop.url))
  await said.getByRole('link', { name: '查看订单' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '发货', exact: true })).toHaveCount(0)
  await expect(page.getByText('SF1029384756')).toBeVisible()
  expect(await orderNow(shop, number)).toMatchObject({ status: 'shipped', logistics_info: { logistics_no: 'SF1029384756' } })
})

test('a cancelling that comes too late says in English what the order is now', async ({ page, shop }) => {
  test.setTimeout(60_000)
  const { order_number: number } = await paidOrder(shop)
  await shop.signIn(page.context(), 'support1')
  await speakEnglish(page)
  await page.goto(`/admin/orders/${number}`)
  await page.getByRole('button', { name: 'Cancel order' }).click()
  await shipFirst(shop, number)
  await dialog(page).getByRole('button', { name: 'Cancel the order' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('The order is "On its way" now, so this cannot be done.')
  await expect(dialog(page).getByRole('alert')).toContainText(/On its way · admin · 20\d\d-/)
  await shot(page, 'console-cancel-late')
  await expectSound(page, watch(page, shop.url), { lang: 'en' })
})

test('among many parcels the one that went meanwhile is named with its number, and the others go', async ({ page, shop }) => {
  test.setTimeout(90_000)
  const [late, good] = [await paidOrder(shop), await paidOrder(shop)]
  await shop.signIn(page.context(), 'support1')
  await page.goto('/admin/orders/ship')
  await page.getByRole('button', { name: '粘贴或上传' }).click()
  await dialog(page).getByLabel('运单清单').fill(`${late.order_number}\tYT1\n${good.order_number}\tYT2`)
  await dialog(page).getByRole('button', { name: '加入 2 行' }).click()
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await page.getByRole('button', { name: '发货 2 张' }).click()
  await shipFirst(shop, late.order_number)
  await dialog(page).getByRole('button', { name: '确认发货' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 张有误 · 1 张已发货' })).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: late.order_number })
  const words = '订单现在是「待收货」，不能这样操作。 已发出的运单号：SF1029384756'
  await expect(row).toContainText(words)
  await shot(page, 'console-bulk-late')
  await expectSound(page, watch(page, shop.url))
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await expect(row).toContainText(words)
  await page.getByRole('button', { name: '去掉有误的 1 张' }).click()
  await expect(row).toHaveCount(0)
  expect(await orderNow(shop, good.order_number)).toMatchObject({ status: 'shipped' })
})

test('an order that does not exist leads back to the orders, and is not asked for again', async ({ page, shop }) => {
  const number = '2099123100000000000001'
  const seen = watch(page, shop.url, [{ status: 404, path: `/api/orders/${number}/` }])
  await shop.signIn(page.context(), 'support1')
  await page.goto(`/admin/orders/${number}`)
  await expect(page.getByRole('alert')).toContainText('订单不存在。')
  await expect(page.getByRole('button', { name: '重试' })).toHaveCount(0)
  await expectSound(page, seen)
  await page.getByRole('alert').getByRole('link', { name: '返回订单列表' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单')
})
