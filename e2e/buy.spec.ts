import type { Page } from '@playwright/test'
import { shot, takenOver } from './support/checks.ts'
import { emptyCart, readSku, today } from './support/living-shop.ts'
import type { Sku } from './support/living-shop.ts'
import { atDesk, expect, isPhone, passwordOf, test } from './support/test.ts'
import type { Person, Shop } from './support/test.ts'

/** `4999.00` → `¥4,999.00`, as every page writes it. */
const yuan = (money: string) => `¥${money.replace(/\B(?=(\d{3})+\.)/g, ',')}`

test('an appliance is found, bought, shipped, received, activated and repaired', async ({ page, shop, browser }) => {
  test.setTimeout(150_000)
  await emptyCart(shop, 'xiaoming')
  const sku = await test.step('find it', () => findSku(page, shop))
  await test.step('put it into the cart and sign in', () => intoCart(page, sku))
  const orderNumber = await test.step('order and pay', () => orderAndPay(page, sku))

  const desk = await atDesk(browser, shop)
  const staff = await desk.newPage()
  const code = await test.step('enter its code and ship it', () => ship(staff, sku, orderNumber))
  await test.step('receive it', () => receive(page, orderNumber))
  const reason = `${code} 冷藏室不冷，压缩机一直响`
  await test.step('activate it and ask for repair', () => activate(page, shop, code, reason))
  await test.step('repair it', () => repair(staff, code))
  await desk.close()

  await page.reload()
  await expect(page.getByRole('article').filter({ hasText: reason })).toContainText('已修好')
  await expect(page.getByRole('article').filter({ hasText: reason })).toContainText('更换压缩机启动器')
  await shot(page, 'buy-repaired')
  await page.goto('/me/devices')
  await expect(page.getByRole('article').filter({ hasText: code })).toContainText('使用中')
})

/** Home → department → cheapest first → a product with versions of several prices → the dearer version. */
async function findSku(page: Page, shop: Shop): Promise<Sku> {
  await page.goto('/')
  await takenOver(page)
  await page.getByRole('region', { name: '按品类选' }).getByRole('link', { name: '冰箱冷柜', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('冰箱冷柜')
  await page.getByRole('link', { name: '价格从低到高' }).click()
  await expect(page).toHaveURL(/sort_by=price_asc/)
  await expect(page.getByRole('link', { name: '价格从低到高' })).toHaveAttribute('aria-current', 'true')
  const cards = page.getByRole('main').getByRole('article')
  await expect.poll(async () => isRising(await cards.evaluateAll(pricesOf))).toBe(true)

  const { shown, dearer } = await withVersions(shop, await cards.getByRole('link').evaluateAll(hrefsOf))
  await cards.getByRole('link', { name: shown.product.name, exact: true }).click()
  await expect(page).toHaveURL(`/goods/${shown.id}`)
  const price = page.getByRole('main').getByText(yuan(shown.price)).first()
  await expect(price).toBeVisible()
  await page.getByRole('link', { name: Object.values(dearer.specs).at(-1) ?? '' }).click()
  await expect(page).toHaveURL(`/goods/${dearer.id}`)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(dearer.name)
  await expect(main.getByText(yuan(dearer.price)).first()).toBeVisible()
  await expect(main.getByRole('row', { name: '商品编码' })).toContainText(dearer.sku_code)
  await expect(main.getByText(stockWords(dearer.stock)).first()).toBeVisible()
  return dearer
}

// Text of functions for the browser: numbers out of the first price of each card, and where links lead.
const pricesOf = (cards: { innerText?: string }[]): number[] =>
  cards.map((card) => Number((/¥\s*([\d,]+\.\d\d)/.exec(card.innerText ?? '')?.[1] ?? '').replaceAll(',', '')))
const hrefsOf = (links: { getAttribute(name: string): string | null }[]): string[] =>
  links.map((link) => link.getAttribute('href') ?? '')

const isRising = (prices: number[]) =>
  prices.length > 1 && prices.every((price, at) => price > 0 && price >= (prices[at - 1] ?? 0))

/** The first product with one row of versions, of which another one costs more and is there in numbers. */
async function withVersions(shop: Shop, hrefs: string[]): Promise<{ shown: Sku; dearer: Sku }> {
  for (const href of hrefs) {
    const shown = await readSku(shop, Number(href.split('/').at(-1)))
    const other = shown.siblings.find((one) =>
      one.is_active && Number(one.price) > Number(shown.price) && one.stock > 5 && Object.keys(one.specs).length === 1)
    if (other) return { shown, dearer: await readSku(shop, other.id) }
  }
  throw new Error('No product with versions on this page')
}

function stockWords(stock: number): string {
  return stock <= 5 ? `仅剩 ${stock} 台` : stock <= 50 ? `有现货，还有 ${stock} 台` : '有现货'
}

async function intoCart(page: Page, sku: Sku): Promise<void> {
  await page.getByRole('button', { name: '加入购物车' }).click()
  await expect(page.getByRole('status').getByText('已经在购物车里了')).toBeVisible()
  await expect(page.getByRole('link', { name: /^购物车\W*1 件$/ }).filter({ visible: true })).toHaveCount(1)
  await shot(page, 'buy-goods-added')
  await page.getByRole('main').getByRole('link', { name: '去购物车' }).click()
  const lines = page.getByRole('region', { name: '购物车里的商品' }).getByRole('article')
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText(sku.name)
  await expect(page.getByRole('region', { name: '结算' })).toContainText(yuan(sku.price))

  await page.getByRole('main').getByRole('link', { name: '登录' }).click()
  await expect(page.getByText('购物车里的商品会一起带过去。')).toBeVisible()
  await signIn(page, 'xiaoming')
  await expect(page).toHaveURL(/\/cart$/)
  await expect(lines).toHaveCount(1)
  await expect(lines).toContainText(sku.name)
  await expect(page.getByRole('main').getByRole('link', { name: '登录' })).toHaveCount(0)
}

async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('用户名或手机号').fill(person)
  await page.getByLabel('密码', { exact: true }).fill(passwordOf(person))
  await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
}

async function orderAndPay(page: Page, sku: Sku): Promise<string> {
  await page.getByRole('link', { name: '去结算（1 件）' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('确认订单')
  await page.getByRole('radio', { name: /佛山市/ }).check()
  await page.getByRole('textbox', { name: '备注' }).fill('工作日晚上送')
  const submit = page.getByRole('button', { name: `提交订单 ${yuan(sku.price)}` })
  await expect(submit).toBeInViewport()
  await shot(page, 'buy-checkout')
  await submit.click()
  await expect(page).toHaveURL(/\/pay\/\d{16,}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单已提交，请付款')
  await expect(page.getByRole('timer')).toHaveText(/^0?\d:\d\d$|^10:00$/)
  const orderNumber = page.url().split('/').at(-1) ?? ''

  await page.getByRole('button', { name: '去支付宝付款' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('确认付款')
  await expect(page.getByRole('main')).toContainText(orderNumber)
  await shot(page, 'buy-alipay')
  await page.getByRole('button', { name: '确认付款' }).click()
  await expect(page).toHaveURL(/\/pay\/result\?/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('付款成功')
  await shot(page, 'buy-result')
  await page.getByRole('main').getByRole('link', { name: '查看订单' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已付款，等待发货')
  await expect(page.getByRole('main')).toContainText('桂澜里 26 号荔园')
  await expect(page.getByRole('main')).toContainText('工作日晚上送')
  await page.goto('/orders')
  await expect(page.getByRole('article').filter({ has: page.locator(`[href="/orders/${orderNumber}"]`) })).toContainText('待发货')
  return orderNumber
}

/** In the console: signs in, enters one unit of the SKU's type by bulk, sends the order out with it. */
async function ship(staff: Page, sku: Sku, orderNumber: string): Promise<string> {
  const code = `HR-${orderNumber.slice(-10)}`
  await staff.goto('/admin/units')
  await signIn(staff, 'support1')
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText('设备档案')
  await staff.getByRole('button', { name: '批量入库' }).click()
  const creating = staff.getByRole('dialog')
  await creating.getByRole('combobox', { name: '产品型号' }).click()
  await staff.keyboard.type(sku.product.product_model)
  await staff.keyboard.press('Enter')
  await creating.getByLabel('设备编码').fill(code)
  await creating.getByRole('button', { name: '入库 1 台' }).click()
  await expect(staff.getByRole('dialog').filter({ hasText: '已入库 1 台' })).toContainText(code)
  await shot(staff, 'console-units-created')
  await staff.getByRole('dialog').getByRole('button', { name: '关闭' }).click()

  await staff.getByRole('navigation', { name: '主导航' }).getByText('订单').click()
  await staff.getByLabel('订单号、运单号、收货人、电话').fill(orderNumber)
  await staff.keyboard.press('Enter')
  await staff.getByRole('link', { name: orderNumber }).click()
  await expect(staff.getByRole('heading', { level: 1 })).toHaveText(`订单 ${orderNumber}`)
  await staff.getByRole('button', { name: '发货' }).click()
  const shipping = staff.getByRole('dialog')
  await shipping.getByLabel('运单号').fill('SF1234567890123')
  await shipping.getByLabel('物流公司').fill('顺丰速运')
  await shipping.getByLabel(/设备编码，共 1 台$/).fill(code)
  await shot(staff, 'console-ship')
  await shipping.getByRole('button', { name: '确认发货' }).click()
  await expect(staff.getByText(`订单 ${orderNumber} 已发货`)).toBeVisible()
  await expect(staff.getByRole('dialog')).toBeHidden()
  await expect(staff.getByRole('main')).toContainText('SF1234567890123')
  await expect(staff.getByRole('link', { name: code })).toBeVisible()
  return code
}

async function receive(page: Page, orderNumber: string): Promise<void> {
  await page.goto(`/orders/${orderNumber}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('机器在路上')
  await expect(page.getByRole('main')).toContainText('SF1234567890123')
  await page.getByText('确认收货', { exact: true }).click()
  await page.getByRole('button', { name: '收到了，确认收货' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已收货，谢谢')
  await shot(page, 'buy-received')
}

async function activate(page: Page, shop: Shop, code: string, reason: string): Promise<void> {
  await page.getByRole('region', { name: '你的机器' }).getByRole('link', { name: code }).click()
  await expect(page).toHaveURL(new RegExp(`/q/${code}\\?s=`))
  const main = page.getByRole('main')
  await expect(main.getByText('正品', { exact: true })).toBeVisible()
  if (isPhone(page)) await expect(page.getByRole('button', { name: '立即激活' })).toBeInViewport()
  await shot(page, 'buy-scan-shipped')
  await page.getByRole('button', { name: '立即激活' }).click()
  await expect(main).toContainText(new RegExp(`${await today(shop)} 至 20\\d\\d-\\d\\d-\\d\\d`))
  await expect(main).toContainText('这是你的机器')
  await page.getByLabel('哪里不对？').fill(reason)
  await page.getByRole('button', { name: '提交报修' }).click()
  await expect(main).toContainText('已经有一张报修单在处理')
  await expect(main.getByRole('article').filter({ hasText: reason })).toContainText('质保内，不收费')
  await shot(page, 'buy-repair-asked')
}

async function repair(staff: Page, code: string): Promise<void> {
  await staff.getByRole('navigation', { name: '主导航' }).getByText('维修').click()
  await staff.getByLabel('设备编码', { exact: true }).fill(code)
  await staff.keyboard.press('Enter')
  const row = staff.getByRole('row').filter({ hasText: code })
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: '接手' }).click()
  await expect(row.getByText('维修中')).toBeVisible()
  await row.getByRole('button', { name: '完成维修' }).click()
  const dialog = staff.getByRole('dialog')
  await dialog.getByLabel('处理结果').fill('更换压缩机启动器，试机 30 分钟正常')
  await shot(staff, 'console-repair-complete')
  await dialog.getByRole('button', { name: '完成维修' }).click()
  await expect(dialog).toBeHidden()
  await expect(row.getByText('已完成')).toBeVisible()
}
