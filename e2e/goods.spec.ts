import type { Page } from '@playwright/test'
import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { factsIn } from './support/facts.ts'
import { ownGoods } from './support/own-goods.ts'
import type { OwnGoods } from './support/own-goods.ts'
import { expect, isPhone, json, test } from './support/test.ts'

let own: OwnGoods
test.beforeAll(async ({ shop }) => {
  own = await ownGoods(shop)
})
test.afterAll(async ({ shop }) => {
  await shop.api.admin.patch(`/api/products/${own.productId}/`, { data: { is_active: false } })
})

const goods = (values: string) => `/goods/${own.skus[values]}`
const viewer = (page: Page) => page.getByRole('dialog', { name: /大图$/ })
const pictureLink = (page: Page, at: number) => page.getByRole('link', { name: new RegExp(`放大看第 ${at} 张图`) })
const scaleOf = async (page: Page) =>
  Number(/scale\(([\d.]+)\)/.exec(await viewer(page).getByRole('img').getAttribute('style') ?? '')?.[1])

test.describe('the large picture', () => {
  test('is opened, turned, enlarged and closed by keys; the focus goes back to where it was', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await page.goto('/goods/1')
    await takenOver(page)
    await pictureLink(page, 1).focus()
    await page.keyboard.press('Enter')
    await expect(viewer(page)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(viewer(page).getByText('第 2 张，共 4 张')).toBeAttached()
    await page.keyboard.press('+')
    expect(await scaleOf(page)).toBe(1.5)
    await page.keyboard.press('-')
    expect(await scaleOf(page)).toBe(1)
    for (const name of ['放大', '关闭大图', '上一张', '下一张']) await expect(viewer(page).getByRole('button', { name })).toBeVisible()
    await shot(page, 'shop-goods-viewer')
    await expectSound(page, seen)
    await page.keyboard.press('Escape')
    await expect(viewer(page)).toBeHidden()
    await expect(pictureLink(page, 2)).toBeFocused()
    await expect(pictureLink(page, 2)).toBeInViewport({ ratio: 0.9 })
  })

  test('is enlarged by a click or two taps, and closed by its button', async ({ page }) => {
    await page.goto('/goods/1')
    await takenOver(page)
    await pictureLink(page, 1).click()
    const size = page.viewportSize() ?? { width: 0, height: 0 }
    const [x, y] = [size.width / 2, size.height / 2]
    const poke = () => (isPhone(page) ? page.touchscreen.tap(x, y) : page.mouse.click(x, y))
    await expect(viewer(page).getByRole('button', { name: '放大' })).toHaveAttribute('aria-pressed', 'false')
    await poke()
    if (isPhone(page)) await poke()
    await expect.poll(() => scaleOf(page)).toBe(2.5)
    await expect(viewer(page).getByRole('button', { name: '放大' })).toHaveAttribute('aria-pressed', 'true')
    await viewer(page).getByRole('button', { name: '下一张' }).click()
    expect(await scaleOf(page)).toBe(1)
    await viewer(page).getByRole('button', { name: '关闭大图' }).click()
    await expect(viewer(page)).toBeHidden()
    await expect(page).toHaveURL(/\/goods\/1$/)
  })
})

test('of three options only what is sold can be chosen; sold out is told apart from impossible', async ({ page, shop }) => {
  const seen = watch(page, shop.url)
  await page.goto(goods('白 510升 左'))
  await takenOver(page)
  const chip = (value: string) => page.getByRole('group').getByRole('link', { name: new RegExp(`^${value}`) })
  await expect(chip('白')).toHaveAttribute('aria-current', 'true')
  await expect(chip('灰')).toContainText('无货')
  await expect(page.getByRole('img', { name: '右，没有这种组合' })).toBeVisible()
  await shot(page, 'shop-goods-options')
  await expectSound(page, seen)
  await chip('600升').click()
  await expect(page).toHaveURL(new RegExp(`${goods('白 600升 左')}$`))
  await expect(page.getByRole('img', { name: '灰，没有这种组合' })).toBeVisible()
  await chip('右').click()
  await expect(page).toHaveURL(new RegExp(`${goods('白 600升 右')}$`))
  await expect(page.getByText('仅剩 3 台').first()).toBeVisible()
  await expect(page.getByRole('img', { name: '510升，没有这种组合' })).toBeVisible()
})

test('sold out and off the shelf say so, and offer a way on', async ({ page, shop }) => {
  const seen = watch(page, shop.url)
  await page.goto(goods('灰 510升 左'))
  await takenOver(page)
  await expect(page.getByText('这一款暂时无货')).toBeVisible()
  await expect(page.getByText('到货后才能下单发货。')).toBeVisible()
  await expect(page.getByRole('button', { name: '加入购物车' })).toBeDisabled()
  await expectSound(page, seen)
  const response = await page.goto(goods('灰 600升 右'))
  await takenOver(page)
  await expect(page.getByText('这一款已经下架').first()).toBeVisible()
  await expect(page.getByText('小时内发货')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '加入购物车' })).toBeHidden()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  expect(JSON.stringify(factsIn(await response?.text() ?? ''))).toContain('schema.org/Discontinued')
  await shot(page, 'shop-goods-off-shelf')
  await expectSound(page, seen)
  await page.getByRole('link', { name: '看看同类商品' }).click()
  await expect(page).toHaveURL(/\/c\/\d+$/)
})

test('manuals, brand, related products and facts for search engines are there; a name runs no script', async ({ page, shop }) => {
  const seen = watch(page, shop.url)
  const response = await page.goto(goods('白 600升 左'))
  const html = await response?.text() ?? ''
  await takenOver(page)
  await expect(page.getByRole('link', { name: /使用说明书/ })).toHaveAttribute('href', 'https://maker.example/manual.pdf')
  await expect(page.getByRole('main').getByRole('link', { name: '岚舍', exact: true })).toHaveAttribute('href', /^\/b\/\d+$/)
  expect(await page.getByRole('region', { name: '相关商品' }).getByRole('article').count()).toBeGreaterThan(0)
  await expect(page.getByText('比参考价省')).toHaveCount(0)
  expect(await page.evaluate('window.hacked')).toBeUndefined()
  const [product, trail] = factsIn(html)
  expect(product).toMatchObject({
    '@type': 'Product', gtin: '6901234567892', brand: { name: '岚舍' },
    offers: { price: '4299.00', priceCurrency: 'CNY', availability: 'https://schema.org/LimitedAvailability', url: `${shop.url}${goods('白 600升 左')}` },
  })
  expect(String(product?.name)).toContain('</script><script>')
  expect(trail).toMatchObject({ '@type': 'BreadcrumbList' })
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${shop.url}${goods('白 600升 左')}`)
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /^http/)
  await expect(page.locator('link[rel="preload"][as="image"][fetchpriority="high"]')).toHaveCount(1)
  await expectSound(page, seen, { sent: html })
})

test('the city of one\'s choice is kept; an own address goes first', async ({ page, shop }) => {
  await page.goto(goods('白 510升 左'))
  await takenOver(page)
  await expect(page.getByText('付款后 48 小时内发货')).toBeVisible()
  await expect(page.getByText('大件送货上门，送货和安装的时间会先和你约好。')).toBeVisible()
  await page.getByRole('link', { name: '选择地区' }).click()
  await page.getByRole('combobox', { name: '省份' }).selectOption({ label: '四川省' })
  await page.getByRole('combobox', { name: '城市' }).selectOption({ label: '成都市' })
  await page.getByRole('button', { name: '送到这里' }).click()
  await expect(page.getByText('送至 四川省成都市')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${goods('白 510升 左')}$`))
  await page.goto('/goods/1')
  await expect(page.getByText('送至 四川省成都市')).toBeVisible()
  await shop.signIn(page.context(), 'xiaoming')
  const [address] = await json<{ province: string; city: string; district: string }[]>(shop.api.xiaoming.get('/api/addresses/'))
  await page.goto('/goods/1')
  await expect(page.getByText(`送至 ${address?.province === address?.city ? '' : address?.province}${address?.city}${address?.district}`)).toBeVisible()
  await expect(page.getByRole('link', { name: '管理地址' })).toBeVisible()
})

test('a new price is on the page at once for everybody', async ({ page, shop }) => {
  const path = goods('白 600升 右')
  await page.goto(path)
  await expect(page.getByText('4,299').first()).toBeVisible()
  await json(shop.api.admin.patch(`/api/products/${own.productId}/skus/${own.skus['白 600升 右']}/`, { data: { price: '4199' } }))
  await page.goto(path)
  await expect(page.getByText('4,199').first()).toBeVisible()
})

test.describe('cases', () => {
  test('are listed, read and walked through', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await page.goto('/')
    await takenOver(page)
    await page.getByRole('contentinfo').getByRole('link', { name: '真实案例' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('真实案例')
    await shot(page, 'shop-cases')
    await expectSound(page, seen)
    const cards = page.getByRole('main').getByRole('article')
    const title = await cards.first().getByRole('heading').innerText()
    const second = await cards.nth(1).getByRole('heading').innerText()
    await cards.first().getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    expect(await page.getByRole('figure').count()).toBeGreaterThan(0)
    await expect(page.getByRole('link', { name: /上一篇/ })).toHaveCount(0)
    await page.getByRole('link', { name: /下一篇/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(second)
    await page.getByRole('link', { name: /上一篇/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  })

  for (const { name, path, status } of [
    { name: 'case', path: '/cases/1', status: 200 }, { name: 'cases-past-the-end', path: '/cases?page=99', status: 200 },
    { name: 'case-missing', path: '/cases/99999999', status: 404 }, { name: 'case-no-number', path: '/cases/x', status: 404 },
    { name: 'case-english', path: '/cases/1?lang=en', status: 200 },
  ]) {
    test(`${name} is sound`, async ({ page, shop }) => {
      const seen = watch(page, shop.url, status === 404 ? [{ status, path }] : [])
      const response = await page.goto(path)
      expect(response?.status()).toBe(status)
      await takenOver(page)
      await shot(page, `shop-${name}`)
      await expectSound(page, seen, { sent: await response?.text(), lang: path.endsWith('en') ? 'en' : 'zh-CN' })
    })
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('pictures open as files, versions are links, an area is chosen, and cases are read', async ({ page }) => {
    await page.goto(goods('白 510升 左'))
    await expect(pictureLink(page, 1)).toHaveAttribute('href', /\.webp$/)
    await page.getByRole('group').getByRole('link', { name: /^600升/ }).click()
    await expect(page).toHaveURL(new RegExp(`${goods('白 600升 左')}$`))
    await page.getByRole('link', { name: '选择地区' }).click()
    await page.getByRole('combobox', { name: '省份' }).selectOption({ label: '浙江省' })
    await page.getByRole('button', { name: '更新城市' }).click()
    await page.getByRole('combobox', { name: '城市' }).selectOption({ label: '宁波市' })
    await page.getByRole('button', { name: '送到这里' }).click()
    await expect(page.getByText('送至 浙江省宁波市')).toBeVisible()
    await page.goto('/cases')
    await page.getByRole('main').getByRole('article').first().getByRole('link').click()
    await expect(page).toHaveURL(/\/cases\/\d+$/)
    await page.getByRole('link', { name: /下一篇/ }).click()
    await page.getByRole('link', { name: '全部案例' }).click()
    await expect(page).toHaveURL(/\/cases$/)
  })
})
