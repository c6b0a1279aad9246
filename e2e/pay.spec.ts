import { createRequire } from 'node:module'
import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { demo, placeOrder } from './support/living-shop.ts'
import {
  attemptsOf, codeAddress, forgetPaying, heading, method, openCashier, orderToPay, proofPicture,
} from './support/paying.ts'
import { expect, isPhone, json, test } from './support/test.ts'

test.beforeEach(async ({ shop, context }) => {
  await forgetPaying(shop)
  await shop.signIn(context, 'xiaohong')
})

test('the cashier is sound, says how much, for what and until when', async ({ page, shop }) => {
  const order = await orderToPay(shop, 'xiaohong')
  const seen = watch(page, shop.url)
  const response = await page.goto(`/pay/${order.order_number}`)
  expect(response?.headers()['cache-control']).toBe('private, no-store')
  await takenOver(page)
  await expect(page.getByRole('main')).toContainText(order.order_number)
  await expect(page.getByRole('main')).toContainText(order.items[0]?.product_name ?? '')
  await expect(page.locator('time')).toHaveText(/^请在 20\d\d-\d\d-\d\d \d\d:\d\d 前付款$/)
  await expect(page.getByRole('timer')).toHaveText(/^\d\d:\d\d$/)
  await expect(method(page, '支付宝')).toBeChecked()
  await method(page, '银行转账').check()
  await expect(page.getByRole('button', { name: '查看收款账户' })).toBeVisible()
  await shot(page, 'pay-choose')
  await expectSound(page, seen)
})

test('paid by Alipay: one attempt however often it is pressed, and no way back into paying', async ({ page, shop }) => {
  const order = await openCashier(page, shop)
  await takenOver(page)
  await page.getByRole('button', { name: '去支付宝付款' }).dblclick()
  await expect(heading(page)).toHaveText('确认付款')
  expect((await attemptsOf(shop, order)).filter(({ status }) => status === 'processing')).toHaveLength(1)

  await page.goBack()
  await expect(page.getByText('你已经开始用支付宝付款')).toBeVisible()
  await shot(page, 'pay-begun')
  await page.getByRole('link', { name: '我已付款，查结果' }).click()
  await expect(heading(page)).toHaveText('正在确认付款')
  await forgetPaying(shop)
  await page.getByRole('link', { name: '回到收银台' }).click()
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await page.getByRole('button', { name: '确认付款' }).click()
  await expect(page).toHaveURL(/\/pay\/result\?/)
  await expect(heading(page)).toHaveText('付款成功')
  await page.reload()
  await expect(heading(page)).toHaveText('付款成功')
  await shot(page, 'pay-paid')
  expect((await attemptsOf(shop, order)).map(({ status }) => status)).toEqual(['succeeded'])
  await page.goto(`/pay/${order.order_number}`)
  await expect(heading(page)).toHaveText('这个订单已经付过款了')
  await expect(page.getByRole('button', { name: /付款/ })).toHaveCount(0)
})

test('paid by WeChat: a code on a desk, WeChat itself on a phone; the page goes on by itself', async ({ page, shop, browser }) => {
  const order = await openCashier(page, shop)
  await takenOver(page)
  const seen = watch(page, shop.url)
  await method(page, '微信支付').check()
  if (isPhone(page)) {
    await page.getByRole('button', { name: '去微信付款' }).click()
    await page.getByRole('button', { name: '确认付款' }).click()
    await expect(page).toHaveURL(`/pay/result?order=${order.order_number}`)
    await expect(heading(page)).toHaveText('付款成功')
    return
  }
  await page.getByRole('button', { name: '显示付款码' }).click()
  await expect(heading(page)).toHaveText('用微信扫码付款')
  await expect(heading(page)).toBeFocused()
  await shot(page, 'pay-code')
  await expectSound(page, seen)
  const address = await codeAddress(shop, order)
  const drawn = await page.getByRole('img', { name: /^微信付款码，付 ¥/ }).locator('path').getAttribute('d')
  expect(darkModules(drawn ?? '')).toBe(modulesOf(address))

  const phone = await browser.newPage()
  await phone.goto(address)
  await phone.getByRole('button', { name: '确认付款' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('付款成功')
  await phone.close()
  await expect(page).toHaveURL(`/pay/result?order=${order.order_number}`)
  await expect(heading(page)).toHaveText('付款成功')
  await page.goBack()
  await expect(page).not.toHaveURL(/\/pay\/\d+$/)
})

type Codes = { create(text: string, how: object): { modules: { data: Uint8Array } } }
const codes = createRequire(new URL('../apps/server/package.json', import.meta.url))('qrcode') as Codes
const modulesOf = (text: string) => codes.create(text, { errorCorrectionLevel: 'M' }).modules.data.reduce((sum, one) => sum + (one ? 1 : 0), 0)
const darkModules = (path: string) => [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, width]) => sum + Number(width), 0)

test('paid by transfer: the account, the proof, turned down with a reason, sent again', async ({ page, shop }) => {
  const order = await openCashier(page, shop)
  await takenOver(page)
  const seen = watch(page, shop.url)
  await method(page, '银行转账').check()
  await page.getByRole('button', { name: '查看收款账户' }).click()
  await expect(heading(page)).toHaveText('请向这个账户转账')
  const account = page.getByRole('region', { name: '转账到这里' })
  await expect(account).toContainText('128905678910001')
  await expect(account).toContainText(order.order_number)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await account.getByRole('button', { name: '复制账号' }).click()
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('128905678910001')
  await page.getByRole('button', { name: '提交凭证' }).click()
  await expect(page.getByRole('alert')).toContainText('请选一张凭证图片，或写一句说明。')
  await shot(page, 'pay-transfer')
  await expectSound(page, seen)

  await page.getByLabel('凭证图片').setInputFiles(proofPicture)
  await page.getByLabel('说明').fill('付款户名 陈小红')
  await page.getByRole('button', { name: '提交凭证' }).click()
  await expect(heading(page)).toHaveText('凭证已收到，正在核对')
  await expect(page.getByRole('main')).toContainText('付款户名 陈小红')
  await shot(page, 'pay-transfer-sent')
  await expectSound(page, seen)

  const [attempt] = await attemptsOf(shop, order)
  const reason = '银行没有这笔到账 <b>请核对账号</b>'
  await json(shop.api.support1.post(`/api/payments/${attempt?.id}/reject/`, { data: { reason } }))
  // The page that stands open hears of it by itself.
  await expect(heading(page)).toHaveText('没有核对到这笔转账', { timeout: 20_000 })
  await expect(page.getByText(reason)).toBeVisible()
  await shot(page, 'pay-transfer-refused')
  await forgetPaying(shop)
  await page.getByLabel('说明').fill('换了一张回单')
  await page.getByRole('button', { name: '重新提交凭证' }).click()
  await expect(heading(page)).toHaveText('凭证已收到，正在核对')
  expect((await attemptsOf(shop, order)).map(({ status }) => status)).toEqual(['processing', 'failed', 'cancelled'])
})

test('a second start within seconds is asked to wait, and nothing is lost', async ({ page, shop }) => {
  await openCashier(page, shop)
  await takenOver(page)
  await method(page, '银行转账').check()
  await page.getByRole('button', { name: '查看收款账户' }).click()
  await page.getByRole('link', { name: '换一种付款方式' }).click()
  await method(page, '微信支付').check()
  await page.getByRole('button', { name: /付款码|微信付款/ }).click()
  await expect(page.getByRole('alert')).toContainText(/请等 \d 秒再试。没有重复扣款/)
  await expect(method(page, '微信支付')).toBeChecked()
  await expect(page.getByRole('button', { name: /请等 \d 秒/ })).toBeDisabled()
  await expect(page.getByRole('button', { name: /付款码|微信付款/ })).toBeEnabled({ timeout: 8_000 })
})

test('an order that was cancelled, whose time is over, or that is somebody else\'s cannot be paid', async ({ page, shop }) => {
  const order = await openCashier(page, shop)
  await takenOver(page)
  await json(shop.api.xiaohong.patch(`/api/orders/${order.id}/cancel/`, { data: { reason: '不想要了' } }))
  // The page that stands open hears of it by itself.
  await expect(heading(page)).toHaveText('这个订单已取消')
  await expect(page.getByRole('link', { name: '重新购买' })).toBeVisible()
  await shot(page, 'pay-cancelled')

  const [skuId = 0] = (await demo(shop)).skus.plenty
  const other = await placeOrder(shop, 'xiaoming', skuId)
  expect((await page.goto(`/pay/${other.order_number}`))?.status()).toBe(404)
  expect((await page.goto(`/pay/result?order=${other.order_number}`))?.status()).toBe(404)
  await expect(heading(page)).toHaveText('没有找到这笔支付')

  const late = await orderToPay(shop, 'xiaohong')
  await page.goto(`/pay/${late.order_number}`)
  await json(shop.api.anyone.post('/dev/api/clock/', { data: { advance_minutes: 30 } }))
  try {
    await page.goto(`/pay/${late.order_number}`)
    await expect(heading(page)).toHaveText(/^(付款时间已过|这个订单已取消)$/)
    await expect(heading(page)).toHaveText('这个订单已取消', { timeout: 20_000 })
    await expect(page.getByRole('button', { name: /付款/ })).toHaveCount(0)
  } finally {
    await json(shop.api.anyone.post('/dev/api/clock/', { data: { reset: true } }))
  }
})

test('the address of a result proves nothing', async ({ page, shop }) => {
  const order = await openCashier(page, shop)
  const forged = new URLSearchParams({
    out_trade_no: order.order_number, trade_no: '1', total_amount: order.actual_amount, sign: 'AAAA', sign_type: 'RSA2',
  })
  await page.goto(`/pay/result?${forged}`)
  await expect(heading(page)).toHaveText('没能确认这笔付款')
  await shot(page, 'pay-forged')
  await page.goto(`/pay/result?order=${order.order_number}`)
  await expect(heading(page)).toHaveText('还没有付款')
  expect((await page.goto('/pay/result'))?.status()).toBe(404)
})

test('a form that finds no way to the shop says so, keeps the page, and goes on afterwards', async ({ page, shop }) => {
  await openCashier(page, shop)
  await takenOver(page)
  const posts = /\/pay\/\d+\.data/
  await page.route(posts, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(page.getByRole('alert')).toContainText('没有连上我们，付款没有发起，没有扣款')
  await expect(method(page, '支付宝')).toBeChecked()
  await page.unroute(posts)
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(heading(page)).toHaveText('确认付款')
})

test('English speaks English', async ({ page, shop }) => {
  const order = await orderToPay(shop, 'xiaohong')
  const seen = watch(page, shop.url)
  await page.goto(`/pay/${order.order_number}?lang=en`)
  await takenOver(page)
  await expect(heading(page)).toHaveText('Order placed, please pay')
  await method(page, 'Bank transfer').check()
  await page.getByRole('button', { name: 'Show the account' }).click()
  await expect(heading(page)).toHaveText('Please transfer to this account')
  await expectSound(page, seen, { lang: 'en' })
  await shot(page, 'pay-transfer-english')
  await page.goto(`/pay/result?order=${order.order_number}`)
  await expect(heading(page)).toHaveText('Not paid yet')
})
