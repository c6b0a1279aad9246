import type { Page } from '@playwright/test'
import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { FRIDGE, cards, filterPanel, openFilters, searchField as field } from './support/finding.ts'
import { aNewcomer, newestCode, registered, typePicture } from './support/newcomers.ts'
import { expect, isPhone, json, test } from './support/test.ts'

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
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split('\n')[0] ?? '')
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
    await page.route(/\/suggest\.data/, (route) => route.abort())
    await field(page).fill('冰箱 ')
    await expect(options).toHaveCount(0)
    await field(page).fill('冰箱')
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

  test('goes into the account after registering too', async ({ page, shop }) => {
    const person = aNewcomer()
    await page.goto('/goods/23')
    await expect.poll(() => looks(page)).toEqual([23])
    await page.goto('/register')
    await takenOver(page)
    await page.getByLabel('用户名').fill(person.username)
    await page.getByLabel('手机号').fill(person.mobile)
    await typePicture(page, shop)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByLabel('短信验证码').fill(await newestCode(shop, person.mobile))
    await page.getByLabel('密码', { exact: true }).fill(person.password)
    await page.getByLabel('再输一次密码').fill(person.password)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '注册并登录' }).click()
    await expect(page).toHaveURL(`${shop.url}/`)
    await expect.poll(() => looks(page)).toEqual([])
    expect(await history(page)).toEqual([23])
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
  await expect(filterPanel(page)).toBeVisible()
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
  await expect(page.getByRole('heading', { level: 1 })).toContainText('十字门冰箱')
})
