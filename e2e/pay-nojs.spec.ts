import { shot } from './support/checks.ts'
import { codeAddress, forgetPaying, heading, method, openCashier, proofPicture } from './support/paying.ts'
import { expect, isPhone, test } from './support/test.ts'

test.use({ javaScriptEnabled: false })

test.beforeEach(async ({ shop, context }) => {
  await forgetPaying(shop)
  await shop.signIn(context, 'xiaohong')
})

test('an order is paid by Alipay without scripts', async ({ page, shop }) => {
  await openCashier(page, shop)
  await expect(page.getByRole('timer')).toBeHidden()
  await expect(page.locator('time')).toBeVisible()
  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await page.getByRole('button', { name: '确认付款' }).click()
  await expect(heading(page)).toHaveText('付款成功')
})

test('without scripts the code is on the page, and a link looks up the result', async ({ page, shop }) => {
  test.skip(isPhone(page), 'A phone goes to WeChat itself.')
  const order = await openCashier(page, shop)
  await method(page, '微信支付').check()
  await page.getByRole('button', { name: '显示付款码' }).click()
  await expect(page.getByRole('img', { name: /^微信付款码/ })).toBeVisible()
  await page.getByRole('link', { name: '我已付款，查结果' }).click()
  await expect(heading(page)).toHaveText('正在确认付款')
  const phone = await page.context().newPage()
  await phone.goto(await codeAddress(shop, order))
  await phone.getByRole('button', { name: '确认付款' }).click()
  await page.getByRole('link', { name: '再查一次' }).click()
  await expect(heading(page)).toHaveText('付款成功')
})

test('a transfer is proven with a picture without scripts', async ({ page, shop }) => {
  await openCashier(page, shop)
  await method(page, '银行转账').check()
  await page.getByRole('button', { name: '查看收款账户' }).click()
  await expect(page.getByRole('button', { name: '复制账号' })).toBeHidden()
  await page.getByLabel('凭证图片').setInputFiles(proofPicture)
  await shot(page, 'pay-transfer-nojs')
  await page.getByRole('button', { name: '提交凭证' }).click()
  await expect(heading(page)).toHaveText('凭证已收到，正在核对')
  await expect(page.getByText('已上传')).toBeVisible()
})
