import type { Page } from '@playwright/test'
import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { registered } from './support/newcomers.ts'
import { expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

type Facets = {
  total: number
  brands: { id: number; name: string; count: number }[]
  price_ranges: { min_price: string; max_price: string | null; count: number }[]
  spec_options: { name: string; values: { value: string; count: number }[] }[]
}
const FRIDGE = encodeURIComponent('冰箱')

const facetsOf = (shop: Shop, query: string) => json<Facets>(shop.api.anyone.get(`/api/products/facets/?${query}`))
const cards = (page: Page) => page.getByRole('main').getByRole('article')
const field = (page: Page) => page.getByRole('search').getByLabel('搜索商品')
const openFilters = async (page: Page) => {
  if (isPhone(page)) await page.getByRole('button', { name: /^筛选/ }).click()
}
const closeFilters = async (page: Page) => {
  if (isPhone(page)) await page.getByRole('region', { name: '筛选' }).getByRole('button', { name: /^查看/ }).click()
}
const looks = (page: Page) => page.evaluate<number[]>(`JSON.parse(localStorage.getItem('hearth_looks') ?? '[]')`)
const history = async (page: Page) => {
  const shown = await json<{ id: number }[]>(page.context().request.get('/api/browse_histories/'))
  return shown.map(({ id }) => id)
}

test.describe('the search box', () => {
  test('suggests words and products, which the keyboard chooses', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await page.goto('/')
    await takenOver(page)
    await field(page).click()
    await field(page).pressSequentially('冰箱')
    const list = page.getByRole('listbox', { name: '搜索建议' })
    await expect(list.getByRole('group', { name: '商品' }).getByRole('option')).toHaveCount(3)
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
    await shot(page, 'shop-suggestions')
    await expectSound(page, seen)

    const first = list.getByRole('option').first()
    await field(page).press('ArrowDown')
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(field(page)).toHaveAttribute('aria-activedescendant', await first.getAttribute('id') ?? '')
    await field(page).press('ArrowUp')
    await expect(first).toHaveAttribute('aria-selected', 'false')
    await field(page).press('Escape')
    await expect(list).toBeHidden()
    await expect(field(page)).toHaveValue('冰箱')
    await field(page).press('ArrowDown')
    await expect(list).toBeVisible()
    await field(page).press('ArrowUp')
    await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
    const name = await list.getByRole('option').last().innerText()
    await field(page).press('Enter')
    await expect(page).toHaveURL(/\/goods\/\d+$/)
    expect(name).toContain((await page.getByRole('heading', { level: 1 }).innerText()).slice(0, 6))
    await expect(list).toBeHidden()
  })

  test('finds what was typed on Enter, and a late answer does not come back over a newer one', async ({ page }) => {
    let isHeld = true
    await page.route(/\/suggest\.data\?prefix=%E7%A9%BA(&|$)/, async (route) => {
      while (isHeld) await new Promise((done) => setTimeout(done, 50))
      await route.continue().catch(() => null)
    })
    await page.goto('/')
    await takenOver(page)
    await field(page).click()
    await field(page).fill('空')
    await page.waitForRequest(/suggest\.data\?prefix=%E7%A9%BA(&|$)/)
    await field(page).fill('冰箱')
    const options = page.getByRole('listbox', { name: '搜索建议' }).getByRole('option')
    await expect(options.first()).toContainText('冰箱')
    isHeld = false
    await page.waitForTimeout(600)
    await expect(options.first()).toContainText('冰箱')
    await field(page).press('Enter')
    await expect(page).toHaveURL(/\/search\?q=/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('冰箱')
    await expect(cards(page).first().locator('mark')).toHaveText('冰箱')
  })

  test('offers one\'s own searches in an empty field, and forgets them', async ({ page, shop }) => {
    await shop.signIn(page.context(), 'xiaohong')
    await page.goto(`/search?q=${FRIDGE}`)
    await page.goto('/cart')
    await takenOver(page)
    await field(page).click()
    const own = page.getByRole('listbox').getByRole('group', { name: '最近搜过' })
    await expect(own.getByRole('option').first()).toHaveText('冰箱')
    await page.getByRole('button', { name: '清空' }).click()
    await expect(own).toHaveCount(0)
    expect(await json(shop.api.xiaohong.get('/api/search-logs/my_history/'))).toEqual({ history: [] })
  })
})

test.describe('a list', () => {
  test('is narrowed by brand, price and option, and each can be taken away', async ({ page, shop }) => {
    const all = await facetsOf(shop, `search=${FRIDGE}`)
    const [brand] = all.brands
    await page.goto(`/search?q=${FRIDGE}&sort_by=price_asc`)
    await takenOver(page)
    await openFilters(page)
    const panel = page.getByRole('region', { name: '筛选' })
    await panel.getByRole('group', { name: '品牌' }).getByText(brand?.name ?? '').click()
    await expect(page).toHaveURL(new RegExp(`brand_id=${brand?.id}`))
    await expect(page).toHaveURL(/sort_by=price_asc/)
    await expect(panel.getByRole('group', { name: '品牌' }).getByRole('checkbox')).toHaveCount(all.brands.length)

    const ofBrand = await facetsOf(shop, `search=${FRIDGE}&brand_id=${brand?.id}`)
    expect(ofBrand.total).toBe(brand?.count)
    const colour = ofBrand.spec_options.find(({ name }) => name === '颜色')?.values[0]
    await panel.getByRole('group', { name: '颜色' }).getByText(colour?.value ?? '').first().click()
    await expect(page).toHaveURL(/option=/)
    await panel.getByLabel('最高价').fill('100000')
    await panel.getByRole('button', { name: '确定' }).click()
    await expect(page).toHaveURL(/max_price=100000/)
    await expect(page).not.toHaveURL(/min_price/)
    await expect(panel).toBeVisible({ visible: !isPhone(page) })
    await shot(page, 'shop-search-narrowed')

    const chosen = page.getByRole('list', { name: '已选条件' })
    await expect(chosen.getByRole('link', { name: /^去掉/ })).toHaveCount(3)
    await expect(cards(page)).toHaveCount(colour?.count ?? 0)
    await chosen.getByRole('link', { name: `去掉“${colour?.value}”` }).click()
    await expect(page).not.toHaveURL(/option=/)
    await expect(cards(page)).toHaveCount(brand?.count ?? 0)
    await openFilters(page)
    await expect(panel.getByRole('group', { name: '颜色' }).getByRole('checkbox', { checked: true })).toHaveCount(0)
    await closeFilters(page)
    await chosen.getByRole('link', { name: '全部清除' }).click()
    await expect(page).toHaveURL(/\?q=[^&]+&sort_by=price_asc$/)
    await expect(chosen).toHaveCount(0)
  })

  test('that nothing fits says so and can be widened', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await page.goto('/c/1?max_price=1')
    await takenOver(page)
    await expect(page.getByRole('heading', { name: '这些条件下没有商品' })).toBeVisible()
    await expectSound(page, seen)
    await page.getByRole('main').getByRole('link', { name: '全部清除' }).filter({ visible: true }).last().click()
    await expect(page).toHaveURL(/\/c\/1\??$/)
    await expect(cards(page).first()).toBeVisible()
  })

  test('takes whatever stands in an address', async ({ page }) => {
    const wild = [
      'page=abc', 'page=-1', 'page=99999999999', 'sort_by=nonsense', 'brand_id=x&brand_id=999999999', 'option=颜色', 'in_stock=maybe',
      'min_price=abc&max_price=1e9', `option=${encodeURIComponent(`'; drop table x;--:<script>alert(1)</script>`)}`, 'category_id=-3',
      'category_id=999999', Array.from({ length: 60 }, (_, at) => `brand_id=${at + 1}`).join('&'),
    ]
    for (const query of wild) {
      const answer = await page.request.get(`/search?q=${FRIDGE}&${query}`)
      expect([query, answer.status()]).toEqual([query, 200])
      expect(await answer.text()).not.toContain('<script>alert(1)')
    }
    const words = ['a'.repeat(10_000), '%', '\'" or 1=1 --', '<script>alert(1)</script>', '\u0000', '../../etc', '😀', '\\', '${7*7}']
    for (const word of words) {
      const answer = await page.request.get(`/search?q=${encodeURIComponent(word)}`)
      expect([word.slice(0, 20), answer.status()]).toEqual([word.slice(0, 20), 200])
      expect(await answer.text()).not.toContain('<script>alert(1)')
    }
    const last = await page.request.get('/c/1?page=500')
    expect(last.url()).not.toContain('page=500')
    expect(last.status()).toBe(200)
  })

  test('of a misspelled model shows what was meant; of nothing, ways on', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await page.goto('/search?q=BCD-468X')
    await expect(page.getByRole('status').filter({ hasText: '没有找到“BCD-468X”' })).toContainText('BCD468')
    await expect(cards(page).first()).toBeVisible()
    const response = await page.goto(`/search?q=${encodeURIComponent('冰箱没有这种东西')}`)
    await takenOver(page)
    await expect(page.getByRole('region', { name: '这些卖得不错' }).getByRole('article')).toHaveCount(8)
    await shot(page, 'shop-search-ways-on')
    await expectSound(page, seen, { sent: await response?.text() })
    await page.getByRole('region', { name: '试试这些词' }).getByRole('link', { name: '冰箱', exact: true }).click()
    await expect(cards(page).first()).toBeVisible()
  })
})

test('a brand has a page with its products and filters, an unknown one is missing', async ({ page, shop }) => {
  const seen = watch(page, shop.url, [{ status: 404, path: '/b/99999999' }, { status: 404, path: '/b/x' }])
  const [brand] = (await facetsOf(shop, '')).brands
  await page.goto('/')
  await page.getByRole('region', { name: '品牌', exact: true }).getByRole('link', { name: brand?.name }).click()
  await expect(page).toHaveURL(new RegExp(`/b/${brand?.id}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(brand?.name ?? '')
  await expect(cards(page)).toHaveCount(Math.min(brand?.count ?? 0, 24))
  await openFilters(page)
  await page.getByRole('region', { name: '筛选' }).getByRole('group', { name: '分类' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/b\/\d+\?category_id=\d+/)
  await expectSound(page, seen)
  for (const path of ['/b/99999999', '/b/x']) expect((await page.goto(path))?.status()).toBe(404)
})

test.describe('what was looked at', () => {
  test('is kept in the browser, shown, and goes into the account at the sign-in, however often that fails', async ({ page, shop }) => {
    const person = await registered(shop)
    for (const id of [1, 23, 1]) {
      await page.goto(`/goods/${id}`)
      await expect.poll(() => looks(page)).toContain(id)
    }
    await expect.poll(() => looks(page)).toEqual([1, 23])
    await page.goto('/')
    await expect(page.getByRole('region', { name: '最近看过' }).getByRole('article')).toHaveCount(2)

    let isDown = true
    await page.route('**/api/browse_histories/', (route) => (isDown ? route.fulfill({ status: 503, json: {} }) : route.continue()))
    await page.goto('/login')
    await page.getByLabel('用户名或手机号').fill(person.username)
    await page.getByLabel('密码', { exact: true }).fill(person.password)
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/api/browse_histories/'))
    await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
    expect((await refused).status()).toBe(503)
    expect(await looks(page)).toEqual([1, 23])
    isDown = false
    await page.reload()
    await expect.poll(() => looks(page)).toEqual([])
    expect(await history(page)).toEqual([1, 23])
    await page.goto('/goods/40')
    await expect.poll(() => history(page)).toEqual([40, 1, 23])
    await page.goto('/')
    await expect(page.getByRole('region', { name: '最近看过' }).getByRole('article')).toHaveCount(3)
    await expect(page.getByRole('region', { name: '为你推荐' }).getByRole('article').first()).toBeVisible()
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('one searches, narrows and takes filters away', async ({ page, shop }) => {
    const [brand] = (await facetsOf(shop, `search=${FRIDGE}`)).brands
    await page.goto('/')
    await field(page).fill('冰箱')
    await field(page).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('冰箱')
    await openFilters(page)
    const panel = page.getByRole('region', { name: '筛选' })
    await panel.getByText(brand?.name ?? '').click()
    await panel.getByLabel('最高价').fill('99999')
    await panel.getByRole('button', { name: /^查看/ }).click()
    await expect(page).toHaveURL(new RegExp(`brand_id=${brand?.id}`))
    await expect(cards(page)).toHaveCount(brand?.count ?? 0)
    await shot(page, 'shop-search-nojs')
    await page.getByRole('link', { name: `去掉“${brand?.name}”` }).click()
    await expect(page).not.toHaveURL(/brand_id/)
    await expect(page).toHaveURL(/max_price=99999/)
  })
})

test('the pages of discovery are sound', async ({ page, shop }) => {
  test.setTimeout(90_000)
  const seen = watch(page, shop.url)
  for (const [name, path] of [
    ['home', '/'], ['search-filters', `/search?q=${FRIDGE}&in_stock=1&min_price=1000`], ['brand', '/b/1'], ['category-filters', '/c/1?in_stock=1'],
    ['categories', '/categories'],
  ] as const) {
    const response = await page.goto(path)
    await takenOver(page)
    await shot(page, `shop-${name}`)
    await expectSound(page, seen, { sent: await response?.text() })
  }
  await page.goto('/c/1')
  await takenOver(page)
  if (!isPhone(page)) return
  await openFilters(page)
  await expect(page.getByRole('region', { name: '筛选' })).toBeVisible()
  await shot(page, 'shop-filter-sheet')
  await expectSound(page, seen)
})

test('the menu of the home page opens under the pointer or by its button, and Escape closes it', async ({ page }) => {
  test.skip(isPhone(page), 'a phone has the grid of departments')
  await page.goto('/')
  await takenOver(page)
  const menu = page.getByRole('navigation', { name: '商品菜单' })
  const item = menu.getByRole('link', { name: '十字门冰箱' })
  await expect(item).toBeHidden()
  await menu.getByRole('link', { name: '冰箱冷柜' }).hover()
  await expect(item).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(item).toBeHidden()
  await page.mouse.move(1, 1)
  const button = menu.getByRole('button', { name: '展开 冰箱冷柜、洗衣烘干' })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(item).toBeVisible()
  await item.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('十字门冰箱')
})
