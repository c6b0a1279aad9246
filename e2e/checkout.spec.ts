import type { Page } from '@playwright/test'
import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { demo, emptyCart, myOrders, readSku } from './support/living-shop.ts'
import type { Sku } from './support/living-shop.ts'
import { expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

const yuan = (money: number) => `¥${money.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`
/** Phone and desk run one after the other and must not meet each other's goods. */
const some = async (shop: Shop, page: Page) => (await demo(shop)).skus.plenty.slice(isPhone(page) ? 4 : 8)
const skuPath = (sku: Sku) => `/api/products/${sku.product.id}/skus/${sku.id}/`
const change = (shop: Shop, sku: Sku, data: object) => json(shop.api.admin.patch(skuPath(sku), { data }))
const intoCart = (shop: Shop, sku: Sku, count = 1) =>
  json(shop.api.xiaohong.put('/api/cart/', { data: { sku_id: sku.id, count } }))

async function unpaidAreCancelled(shop: Shop): Promise<void> {
  for (const { order_number: number } of await myOrders(shop, 'xiaohong', 'pending')) {
    await json(shop.api.xiaohong.patch(`/api/orders/${number}/cancel/`, { data: {} }))
  }
}

test.beforeEach(async ({ shop, context }) => {
  await emptyCart(shop, 'xiaohong')
  await unpaidAreCancelled(shop)
  await shop.signIn(context, 'xiaohong')
})

test('a price that changes between cart and order is shown and asked about; nothing typed is lost', async ({ page, shop }) => {
  const sku = await readSku(shop, (await some(shop, page))[0] ?? 0)
  const old = Number(sku.price)
  await intoCart(shop, sku)
  try {
    await change(shop, sku, { price: (old + 100).toFixed(2) })
    await page.goto('/cart')
    await expect(page.getByText(`比加入时贵了 ${yuan(100)}`)).toBeVisible()
    await page.getByRole('link', { name: '去结算（1 件）' }).click()
    await page.getByRole('textbox', { name: '备注' }).fill('请晚上送')
    await page.getByRole('radio', { name: /银行转账/ }).check()
    await change(shop, sku, { price: (old + 150).toFixed(2) })
    await page.getByRole('button', { name: /^提交订单 ¥/ }).click()
    const asked = page.getByRole('alert').filter({ hasText: '金额有变化，还没有下单' })
    await expect(asked).toContainText(yuan(old + 100))
    await expect(asked).toContainText(yuan(old + 150))
    await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('请晚上送')
    await shot(page, 'checkout-changed')
    expect(await myOrders(shop, 'xiaohong', 'pending')).toEqual([])
    await page.getByRole('button', { name: `按新金额提交 ${yuan(old + 150)}` }).click()
    await expect(page).toHaveURL(/\/pay\/\d{22}$/)
    const [order] = await myOrders(shop, 'xiaohong', 'pending')
    expect(order).toMatchObject({ actual_amount: (old + 150).toFixed(2), note: '请晚上送', payment_method: 'bank' })
  } finally {
    await change(shop, sku, { price: sku.price })
  }
})

test('what cannot be had says why, costs nothing and stays in the cart', async ({ page, shop }) => {
  const [first = 0, second = 0] = await some(shop, page)
  const [gone, kept] = [await readSku(shop, first), await readSku(shop, second)]
  await intoCart(shop, kept)
  await intoCart(shop, gone)
  try {
    await change(shop, gone, { is_launched: false })
    const seen = watch(page, shop.url)
    await page.goto('/cart')
    await takenOver(page)
    const line = page.getByRole('article').filter({ hasText: gone.name })
    await expect(line).toContainText('这款已下架')
    await expect(page.getByText('1 种勾选的商品现在不能买')).toBeVisible()
    await expectSound(page, seen)
    await page.getByRole('link', { name: '去结算（1 件）' }).click()
    await expect(page.getByRole('heading', { name: '这次不结算' })).toBeVisible()
    await expectSound(page, seen)
    await page.getByRole('button', { name: `提交订单 ${yuan(Number(kept.price))}` }).click()
    await expect(page).toHaveURL(/\/pay\//)
    await page.goto('/cart')
    await expect(page.getByRole('article')).toHaveCount(1)
    await page.getByRole('button', { name: '清掉已下架的商品' }).click()
    await expect(page.getByRole('heading', { name: '购物车还是空的' })).toBeVisible()
  } finally {
    await change(shop, gone, { is_launched: true })
  }
})

async function installed(shop: Shop): Promise<Sku> {
  const { results } = await json<{ results: { id: number }[] }>(shop.api.anyone.get('/api/skus/search/?text=空调'))
  for (const { id } of results) {
    const sku = await readSku(shop, id) as Sku & { delivery: { by_appointment: boolean } }
    if (sku.delivery.by_appointment && sku.stock > 10) return sku
  }
  throw new Error('No air conditioner that is installed')
}

test('delivery and installation are chosen and stand in the order; two clicks make one order', async ({ page, shop }) => {
  const sku = await installed(shop)
  const seen = watch(page, shop.url)
  await page.goto(`/checkout?sku_id=${sku.id}&count=1`)
  await takenOver(page)
  await expect(page.getByLabel('时段')).toBeHidden()
  await page.getByLabel('送货日期').selectOption({ index: 2 })
  await page.getByLabel('时段').selectOption('13')
  await page.getByRole('radio', { name: /另约安装时间/ }).check()
  await page.getByLabel('安装日期').selectOption({ index: 4 })
  await expectSound(page, seen)
  await page.getByRole('button', { name: /^提交订单 ¥/ }).dblclick()
  await expect(page).toHaveURL(/\/pay\/\d{22}$/)
  const orders = await myOrders(shop, 'xiaohong', 'pending')
  expect(orders).toHaveLength(1)
  await page.goto(`/orders/${orders[0]?.order_number}`)
  const facts = page.getByRole('region', { name: '订单信息' })
  await expect(facts).toContainText(/送货时间\d{4}-\d\d-\d\d 13:00/)
  await expect(facts).toContainText(/安装时间\d{4}-\d\d-\d\d 09:00/)
})

test('orders are counted, searched, cancelled and bought again', async ({ page, shop }) => {
  const sku = await readSku(shop, (await some(shop, page))[2] ?? 0)
  await intoCart(shop, sku)
  await page.goto('/checkout')
  await page.getByRole('button', { name: /^提交订单 ¥/ }).click()
  await expect(page).toHaveURL(/\/pay\//)
  const number = page.url().split('/').at(-1) ?? ''
  const seen = watch(page, shop.url)
  await page.goto('/orders')
  await takenOver(page)
  await expect(page.getByRole('navigation', { name: '订单状态' }).getByRole('link', { name: '待支付 1' })).toBeVisible()
  await page.getByRole('searchbox', { name: '搜索订单' }).fill(number)
  await page.getByRole('searchbox', { name: '搜索订单' }).press('Enter')
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1)
  await expectSound(page, seen)
  await page.getByRole('link', { name: `取消订单 ${number}` }).click()
  await page.getByRole('radio', { name: '选错规格或数量' }).check()
  await page.getByRole('button', { name: '确认取消订单' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单已取消')
  await expect(page.getByRole('region', { name: '订单信息' })).toContainText('选错规格或数量')
  await expectSound(page, seen)
  await page.getByRole('button', { name: `再次购买订单 ${number} 的商品` }).click()
  await expect(page).toHaveURL(/\/cart\?again=all$/)
  await expect(page.getByText('商品已经放进购物车。')).toBeVisible()
  await page.goto('/orders?q=%25%25')
  await expect(page.getByRole('heading', { name: '没有找到订单' })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a changed price is asked about with what was typed still there', async ({ page, shop }) => {
    const sku = await readSku(shop, (await some(shop, page))[3] ?? 0)
    await intoCart(shop, sku)
    await page.goto('/checkout')
    await page.getByRole('textbox', { name: '备注' }).fill('三楼')
    try {
      await change(shop, sku, { price: (Number(sku.price) + 1).toFixed(2) })
      await page.getByRole('button', { name: /^提交订单 ¥/ }).click()
      await expect(page.getByRole('heading', { name: '金额有变化，还没有下单' })).toBeVisible()
      await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('三楼')
      await page.getByRole('button', { name: /^按新金额提交 ¥/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单已提交，请付款')
    } finally {
      await change(shop, sku, { price: sku.price })
    }
  })
})
