import { expectSound, shot, watch } from './support/checks.ts'
import { expectSoundPages } from './support/console.ts'
import { expect, isPhone, json, test } from './support/test.ts'

test('the pages of money are sound', async ({ page, shop }) => {
  test.setTimeout(120_000)
  await shop.signIn(page.context(), 'admin')
  await expectSoundPages(page, shop, [
    ['payments', '/admin/payments', '支付记录'], ['refunds', '/admin/refunds?status=all', '退款'],
    ['suspense', '/admin/suspense?status=all', '待查资金'], ['payment-cases', '/admin/payment-cases', '对不上的通知'],
    ['book', '/admin/book', '资金账'], ['reconciliation', '/admin/reconciliation', '对账'],
    ['bill-cases', '/admin/reconciliation/cases', '差异'],
  ])
})

test('part of an order is sent back: no more than is left, and the list shows it', async ({ page, shop }) => {
  test.setTimeout(60_000)
  await shop.signIn(page.context(), 'support1')
  const { results } = await json<{ results: { order_number: string; actual_amount: string; refund_info: unknown }[] }>(
    shop.api.admin.get('/api/orders/?status=paid&payment_method=alipay&ordering=-created_at'))
  const order = results.find((one) => one.refund_info === null)
  await page.goto(`/admin/orders/${order?.order_number}`)
  await page.getByRole('button', { name: '退款', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('退多少')).toHaveValue(order?.actual_amount ?? '')
  await dialog.getByLabel('退多少').fill('999999.00')
  await expect(dialog.getByText('超过可退金额')).toBeVisible()
  await dialog.getByLabel('退多少').fill('1.00')
  await dialog.getByRole('button', { name: '退款 ¥1.00' }).click()
  await expect(dialog.getByText('请写明原因')).toBeVisible()
  await dialog.getByRole('button', { name: '价格补差' }).click()
  await shot(page, 'console-refund-create')
  await expectSound(page, watch(page, shop.url))
  await dialog.getByRole('button', { name: '退款 ¥1.00' }).click()
  await expect(page.getByText('退款已创建')).toBeVisible()
  await page.goto(`/admin/refunds?status=all&order_number=${order?.order_number}`)
  await expect(page.getByText('¥1.00')).toBeVisible()
})

test('support sees refunds and money in suspense, but neither the book nor reconciliation', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'support1')
  await page.goto('/admin/')
  await expect(page.getByRole('link', { name: /退款要处理/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /对账差异/ })).toHaveCount(0)
  if (isPhone(page)) await page.getByRole('button', { name: '打开导航' }).click()
  const places = page.getByRole('navigation', { name: '主导航' })
  await expect(places.getByRole('link', { name: '待查资金' })).toBeVisible()
  await expect(places.getByRole('link', { name: '资金账' })).toHaveCount(0)
  for (const path of ['/admin/book', '/admin/reconciliation', '/admin/reconciliation/cases']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有权限看这一页')
  }
})
