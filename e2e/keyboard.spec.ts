import type { Page } from '@playwright/test'
import { takenOver } from './support/checks.ts'
import { focused, reachable } from './support/in-page.ts'
import { expect, test } from './support/test.ts'

type Focus = {
  tag: string; id: string; href: string; name: string
  shows: boolean; hidden: boolean; onScreen: boolean; covered: boolean
} | null

async function tab(page: Page, key = 'Tab'): Promise<Focus> {
  await page.keyboard.press(key)
  return page.evaluate<Focus>(focused)
}

test('the first stop of every page leads past the frame to its content', async ({ page }) => {
  for (const path of ['/', '/c/1', '/goods/1', '/cart', '/login', '/register', '/warranty']) {
    await page.goto(path)
    await takenOver(page)
    const first = await tab(page)
    expect(first, path).toMatchObject({ name: '跳到正文', href: '#content', shows: true, onScreen: true })
    await page.keyboard.press('Enter')
    const next = await tab(page)
    expect(await page.evaluate<boolean>(`document.querySelector('main').contains(document.activeElement)`), `${path}: after the skip link comes ${next?.name}`).toBe(true)
  }
})

test('Tab walks through the whole product page; the focus is always visible and never under the header', async ({ page }) => {
  await page.goto('/goods/1')
  await takenOver(page)
  const expected = await page.evaluate<number>(reachable)
  const walked: NonNullable<Focus>[] = []
  for (let at = await tab(page); at && walked.length < expected + 5; at = await tab(page)) walked.push(at)
  expect(walked.length).toBe(expected)
  const wrong = walked.filter((at) => !at.shows || at.hidden || !at.onScreen || at.covered)
  expect(wrong, 'each stop shows that it has the focus, on the screen and uncovered').toEqual([])
  const names = walked.map((at) => at.name)
  for (const name of ['夜幕黑', '加入购物车', '立即购买', '多一台']) expect(names).toContain(name)
  expect(names.indexOf('夜幕黑')).toBeLessThan(names.indexOf('加入购物车'))
})

test('a focus that does not show would be noticed', async ({ page }) => {
  await page.goto('/warranty')
  await takenOver(page)
  await page.addStyleTag({ content: ':focus-visible { outline: none !important }' })
  expect(await tab(page)).toMatchObject({ shows: false })
})

test('a version is chosen, its number raised and put into the cart by keys alone', async ({ page }) => {
  await page.goto('/goods/1')
  await takenOver(page)
  await goTo(page, '夜幕黑')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/goods\/3$/)
  await goTo(page, '多一台')
  await page.keyboard.press('Space')
  await goTo(page, '加入购物车')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText('已经在购物车里了')).toBeVisible()
  await goTo(page, '去购物车', 'Shift+Tab', '加入购物车')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cart$/)
  await expect(page.getByRole('spinbutton')).toHaveValue('2')
})

test('departments, search and sign-in are used by keys alone', async ({ page }) => {
  await page.goto('/')
  await takenOver(page)
  await goTo(page, '冰箱冷柜')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/c\/1$/)
  await goTo(page, '搜索商品')
  await page.keyboard.type('洗衣机')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.getByRole('article').first()).toBeVisible()
  await goTo(page, '登录')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/login/)
  await page.getByLabel('用户名或手机号').focus()
  await page.keyboard.type('nobody')
  await page.keyboard.press('Tab')
  await page.keyboard.type('nothing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
})

test('the console\'s list is searched, walked and opened by keys', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'support1')
  await page.goto('/admin/orders?status=all')
  await expect(page.locator('[data-row-key]').first()).toBeVisible()
  expect(await tab(page)).toMatchObject({ name: '跳到正文', shows: true, onScreen: true })
  await page.keyboard.press('/')
  expect(await page.evaluate<Focus>(focused)).toMatchObject({ tag: 'input' })
  await page.locator('[data-row-key]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.locator('[data-row-key]').first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/orders\/\d+/)
})

/** Tabs on until the focus is on what has this name. */
async function goTo(page: Page, name: string, key = 'Tab', from?: string): Promise<void> {
  if (from) await page.getByRole('button', { name: from }).focus()
  for (let steps = 0; steps < 120; steps += 1) {
    const at = await tab(page, key)
    if (at?.name === name) return
  }
  throw new Error(`No way by ${key} to ${name}`)
}
