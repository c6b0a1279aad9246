import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { myOrders, demo } from './support/living-shop.ts'
import { forgetPaying, heading, method, openCashier, orderToPay } from './support/paying.ts'
import { expect, json, test } from './support/test.ts'

test.beforeEach(async ({ shop, context }) => {
  await forgetPaying(shop)
  for (const { order_number: number } of await myOrders(shop, 'xiaohong', 'pending')) {
    await json(shop.api.xiaohong.patch(`/api/orders/${number}/cancel/`, { data: {} }))
  }
  await shop.signIn(context, 'xiaohong')
})

test('cart, checkout, orders and an order speak English from the first to the last word', async ({ page, shop }) => {
  test.setTimeout(120_000)
  const [skuId = 0] = (await demo(shop)).skus.plenty
  await json(shop.api.xiaohong.put('/api/cart/', { data: { sku_id: skuId, count: 1 } }))
  const [shipped] = await myOrders(shop, 'xiaohong', 'shipped')
  await page.context().addCookies([{ name: 'hearth_lang', value: 'en', url: shop.url }])
  for (const [path, title] of [
    ['/cart', 'Cart'], ['/checkout', 'Checkout'], ['/orders', 'My orders'], [`/orders/${shipped?.order_number}`, 'On its way to you'],
  ] as const) {
    const seen = watch(page, shop.url)
    await page.goto(path)
    await takenOver(page)
    await expect(heading(page)).toHaveText(title)
    await expectSound(page, seen, { lang: 'en' })
  }
  await page.goto('/orders?status=shipped')
  await takenOver(page)
  await page.getByRole('button', { name: `Confirm receipt ${shipped?.order_number}` }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeVisible()
})

test('the checkout offers what the shop takes, and what is chosen there is chosen at the till', async ({ page, shop }) => {
  const [skuId = 0] = (await demo(shop)).skus.plenty
  const { methods } = await json<{ methods: string[] }>(shop.api.anyone.get('/api/payments/methods/'))
  await page.goto(`/checkout?sku_id=${skuId}&count=1`)
  await expect(page.getByRole('region', { name: '支付方式' }).getByRole('radio')).toHaveCount(methods.length)
  await method(page, '银行转账').check()
  await page.getByRole('button', { name: /^提交订单 ¥/ }).click()
  await expect(heading(page)).toHaveText('订单已提交，请付款')
  await expect(method(page, '银行转账')).toBeChecked()
})

test('an order whose transfer is being checked does not ask to be paid', async ({ page, shop }) => {
  const order = await openCashier(page, shop)
  await method(page, '银行转账').check()
  await page.getByRole('button', { name: '查看收款账户' }).click()
  await page.getByLabel('说明').fill('付款户名 陈小红')
  await page.getByRole('button', { name: '提交凭证' }).click()
  await expect(heading(page)).toHaveText('凭证已收到，正在核对')
  const seen = watch(page, shop.url)
  await page.goto(`/orders/${order.order_number}`)
  await takenOver(page)
  await expect(heading(page)).toHaveText('转账正在核对')
  await expect(page.getByRole('link', { name: '看转账进度' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^去付款/ })).toHaveCount(0)
  await shot(page, 'order-transfer')
  await expectSound(page, seen)
})

test('money that went back in part stands on the order, all of it', async ({ page, shop }) => {
  test.setTimeout(60_000)
  const { id, order_number: number } = await orderToPay(shop, 'xiaohong')
  await json(shop.api.anyone.post(`/dev/api/alipay/trades/${number}/`, { data: { action: 'pay' } }))
  const standing = async () => json<{ status: string; refunded_amount: string }>(shop.api.xiaohong.get(`/api/orders/${number}/`))
  await expect.poll(async () => (await standing()).status, { timeout: 20_000 }).toBe('paid')
  for (const [amount, back] of [['1.10', '1.10'], ['2.20', '3.30']]) {
    await json(shop.api.support1.post('/api/refunds/', { data: { order: id, amount, reason: '价保退差' } }))
    await expect.poll(async () => (await standing()).refunded_amount, { timeout: 20_000 }).toBe(back)
  }
  await page.goto(`/orders/${number}`)
  await expect(heading(page)).toHaveText('已付款，等待发货')
  await expect(page.getByText('已原路退回 ¥3.30')).toBeVisible()
  await expect(page.getByRole('region', { name: '付款与退款' })).toContainText('已退回¥3.30')
})

test('an order that does not exist, or is somebody else\'s, leads to one\'s own orders instead of asking to try again', async ({ page, shop }) => {
  const [theirs] = await myOrders(shop, 'xiaoming', 'completed')
  for (const path of [`/orders/${theirs?.order_number}`, '/orders/2099123100000000000001', '/pay/2099123100000000000001']) {
    const seen = watch(page, shop.url, [{ status: 404, path }])
    expect((await page.goto(path))?.status()).toBe(404)
    await takenOver(page)
    await expect(heading(page)).toHaveText('没有找到这个订单')
    await expect(page.getByRole('main').getByRole('link', { name: '重新打开' })).toHaveCount(0)
    await expectSound(page, seen)
  }
  await shot(page, 'order-missing')
  await page.getByRole('main').getByRole('link', { name: '看我的订单' }).click()
  await expect(heading(page)).toHaveText('我的订单')
})
