import type { Page } from '@playwright/test'
import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { demo, emptyCart, myOrders, myUnits, placeOrder } from './support/living-shop.ts'
import { expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

type Visit = { name: string; path: string; status?: number; asShopper?: boolean }

/** Opens a page of the shop and holds it against everything that holds for all of them. */
async function visit(page: Page, shop: Shop, { name, path, status = 200, asShopper = false }: Visit): Promise<void> {
  const { pathname } = new URL(path, shop.url)
  const seen = watch(page, shop.url, status >= 400 ? [{ status, path: pathname }] : [])
  if (asShopper) await shop.signIn(page.context(), 'xiaoming')
  const response = await page.goto(path, { waitUntil: 'load' })
  expect(response?.status()).toBe(status)
  expect(new URL(page.url()).pathname).toBe(pathname)
  await takenOver(page)
  for (const landmark of ['header', 'footer']) await expect(page.locator(`body > ${landmark}`)).toHaveCount(1)
  await shot(page, `shop-${name}`)
  await expectSound(page, seen, { sent: await response?.text() })
}

test.describe('pages for anyone', () => {
  const pages: Visit[] = [
    { name: 'home', path: '/' },
    { name: 'categories', path: '/categories' },
    { name: 'category', path: '/c/1' },
    { name: 'goods', path: '/goods/1' },
    { name: 'search', path: `/search?q=${encodeURIComponent('冰箱')}` },
    { name: 'search-nothing', path: `/search?q=${encodeURIComponent('没有这种东西')}` },
    { name: 'cart-empty', path: '/cart' },
    { name: 'login', path: '/login' },
    { name: 'register', path: '/register?next=/cart' },
    { name: 'forgot', path: '/forgot' },
    { name: 'bind-nothing', path: '/bind' },
    { name: 'oauth-cancelled', path: '/oauth/qq?usercancel=1', status: 400 },
    { name: 'oauth-refused', path: '/oauth/alipay?auth_code=invented&state=invented', status: 400 },
    { name: 'oauth-unknown', path: '/oauth/nobody?code=x', status: 404 },
    { name: 'terms', path: '/terms' },
    { name: 'privacy', path: '/privacy' },
    { name: 'warranty', path: '/warranty' },
    { name: 'scan-unknown', path: '/q/HR-NO-SUCH-UNIT', status: 404 },
    { name: 'missing', path: '/no-such-page', status: 404 },
    { name: 'goods-missing', path: '/goods/99999999', status: 404 },
    { name: 'category-missing', path: '/c/99999999', status: 404 },
  ]
  for (const one of pages) test(`${one.name} is sound`, ({ page, shop }) => visit(page, shop, one))

  test('goods with the last piece say so', async ({ page, shop }) => {
    const [skuId] = (await demo(shop)).skus.last_piece
    await visit(page, shop, { name: 'goods-last-piece', path: `/goods/${skuId}` })
    await expect(page.getByText('仅剩 1 台').first()).toBeVisible()
  })

  test('a cart of two lines is sound', async ({ page, shop, context }) => {
    for (const sku_id of [1, 23]) await context.request.post('/api/cart/', { data: { sku_id, count: 1 }, headers: { origin: shop.url } })
    await visit(page, shop, { name: 'cart-full', path: '/cart' })
    await expect(page.getByRole('region', { name: '购物车里的商品' }).getByRole('article')).toHaveCount(2)
  })

  test('the scan page of a machine opened without its signature is sound and does not call it genuine', async ({ page, shop }) => {
    const [code] = (await demo(shop)).units.shipped ?? []
    await visit(page, shop, { name: 'scan-unsigned', path: `/q/${code}` })
    await expect(page.getByText('未经签名验证')).toBeVisible()
    await expect(page.getByText('正品', { exact: true })).toHaveCount(0)
  })

  test('the scan page of a machine opened from its label is sound and calls it genuine', async ({ page, shop }) => {
    const [unit] = await myUnits(shop, 'xiaoming')
    const { pathname, search } = new URL(unit?.scan_url ?? '')
    await visit(page, shop, { name: 'scan-signed', path: pathname + search })
    await expect(page.getByText('正品', { exact: true })).toBeVisible()
  })

  test('the switch to English speaks English at once and on the next page', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await page.goto('/')
    await page.getByRole('link', { name: 'Switch to English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { name: 'Shop by category' })).toBeVisible()
    await shot(page, 'shop-home-english')
    await expectSound(page, seen, { lang: 'en' })
    const response = await page.goto('/goods/1')
    await takenOver(page)
    await expectSound(page, seen, { lang: 'en', sent: await response?.text() })
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
    await page.getByRole('link', { name: '切换到中文' }).click()
    await expect(page.getByRole('button', { name: '加入购物车' })).toBeVisible()
  })
})

test.describe('pages of a shopper', () => {
  for (const one of [
    { name: 'orders', path: '/orders' },
    { name: 'orders-none', path: '/orders?status=returning,refunding,refunded' },
    { name: 'me', path: '/me' },
    { name: 'devices', path: '/me/devices' },
    { name: 'profile', path: '/me/profile' },
    { name: 'password', path: '/me/password' },
    { name: 'sessions', path: '/me/sessions' },
    { name: 'delete-account', path: '/me/delete' },
    { name: 'addresses', path: '/me/addresses' },
    { name: 'address-new', path: '/me/addresses/new' },
    { name: 'address-missing', path: '/me/addresses/99999999', status: 404 },
    { name: 'order-missing', path: '/orders/9999999999999999', status: 404 },
  ]) test(`${one.name} is sound`, ({ page, shop }) => visit(page, shop, { ...one, asShopper: true }))

  for (const state of ['paid', 'shipped', 'completed', 'cancelled']) {
    test(`an order that is ${state} is sound`, async ({ page, shop }) => {
      const order = (await myOrders(shop, 'xiaoming', state)).at(-1)
      await visit(page, shop, { name: `order-${state}`, path: `/orders/${order?.order_number}`, asShopper: true })
    })
  }

  test('checkout, cashier and unpaid order are sound', async ({ page, shop }) => {
    await emptyCart(shop, 'xiaoming')
    await visit(page, shop, { name: 'checkout-nothing', path: '/checkout', asShopper: true })
    await json(shop.api.xiaoming.post('/api/cart/', { data: { sku_id: 23, count: 1 } }))
    await visit(await page.context().newPage(), shop, { name: 'checkout', path: '/checkout' })
    const { order_number } = await placeOrder(shop, 'xiaoming', 23)
    await visit(await page.context().newPage(), shop, { name: 'pay', path: `/pay/${order_number}` })
    await visit(await page.context().newPage(), shop, { name: 'order-pending', path: `/orders/${order_number}` })
    await emptyCart(shop, 'xiaoming')
  })

  test('an address opened to be changed is sound', async ({ page, shop }) => {
    const [address] = await json<{ id: number; receiver: string }[]>(shop.api.xiaoming.get('/api/addresses/'))
    await visit(page, shop, { name: 'address-edit', path: `/me/addresses/${address?.id}`, asShopper: true })
    await expect(page.getByLabel('收货人')).toHaveValue(address?.receiver ?? '')
  })

  test('the account in English is sound, opened and walked to', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await shop.signIn(page.context(), 'xiaoming')
    const response = await page.goto('/me/profile?lang=en')
    await takenOver(page)
    await shot(page, 'shop-profile-english')
    await expectSound(page, seen, { lang: 'en', sent: await response?.text() })
    await page.goto('/terms')
    await takenOver(page)
    await page.getByRole('contentinfo').getByRole('link', { name: 'Account', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, xiaoming')
    await page.getByRole('link', { name: 'Addresses', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Addresses')
    await expectSound(page, seen, { lang: 'en' })
  })

  test('a page for shoppers sends a stranger to sign in, and back afterwards', async ({ page }) => {
    await page.goto('/orders')
    await expect(page).toHaveURL(/\/login\?next=%2Forders$/)
    await page.getByLabel('用户名或手机号').fill('13800000003')
    await page.getByLabel('密码', { exact: true }).fill('hearth-demo-2026')
    await page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
    await expect(page).toHaveURL(/\/orders$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的订单')
  })
})

test.describe('pages of the console', () => {
  test('its sign-in is sound and refuses a shopper', async ({ page, shop }) => {
    const seen = watch(page, shop.url, [{ status: 401, path: '/api/user/profile/' }, { status: 401, path: '/api/auth/refresh/' }])
    await page.goto('/admin/login')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录商家后台')
    await shot(page, 'console-login')
    await expectSound(page, seen)
    await page.getByLabel('用户名或手机号').fill('xiaohong')
    await page.getByLabel('密码', { exact: true }).fill('hearth-demo-2026')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page).toHaveURL(/\/admin\/login/)
  })

  const pages = [
    { name: 'home', path: '/admin/', title: '待办', rows: '.waiting-card' },
    { name: 'orders', path: '/admin/orders', title: '订单', rows: '[data-row-key], .cards > .card' },
    { name: 'units', path: '/admin/units', title: '设备档案', rows: '[data-row-key], .cards > .card' },
    { name: 'repairs', path: '/admin/repairs?status=all', title: '维修', rows: '[data-row-key], .cards > .card' },
    { name: 'people', path: '/admin/people', title: '用户', rows: '[data-row-key], .cards > .card', as: 'admin' },
    { name: 'people-refused', path: '/admin/people', title: '没有权限看这一页', rows: null },
    { name: 'missing', path: '/admin/no-such-page', title: '没有这一页', rows: null },
  ] as const
  for (const { name, path, title, rows, ...who } of pages) {
    test(`${name} is sound`, async ({ page, shop }) => {
      const seen = watch(page, shop.url)
      await shop.signIn(page.context(), 'as' in who ? who.as : 'support1')
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      if (rows) await expect(page.locator(rows).first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      await shot(page, `console-${name}`)
      await expectSound(page, seen)
    })
  }

  test('the places of the console are named by their words alone', async ({ page, shop }) => {
    await shop.signIn(page.context(), 'support1')
    await page.goto('/admin/')
    if (isPhone(page)) await page.getByRole('button', { name: '打开导航' }).click()
    const places = page.getByRole('navigation', { name: '主导航' })
    await expect(places).toBeVisible()
    for (const name of ['待办', '订单', '设备档案', '维修']) {
      await expect.soft(places.getByRole('link', { name, exact: true })).toHaveCount(1, { timeout: 1_000 })
    }
  })

  test('a person and the quick look at him are sound', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await shop.signIn(page.context(), 'admin')
    const { id } = await json<{ id: number }>(shop.api.xiaoming.get('/api/user/'))
    await page.goto(`/admin/people/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('xiaoming')
    await page.waitForLoadState('networkidle')
    await shot(page, 'console-person')
    await expectSound(page, seen)
    await page.goto(`/admin/people?look=${id}`)
    await expect(page.getByRole('dialog').getByText('xiaoming', { exact: true })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await shot(page, 'console-person-look')
    await expectSound(page, seen)
  })

  test('an order and the quick look at it are sound', async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await shop.signIn(page.context(), 'support1')
    const order = (await myOrders(shop, 'xiaoming', 'completed')).at(-1)
    await page.goto(`/admin/orders/${order?.order_number}`)
    await expect(page.getByText(order?.items[0]?.product_name ?? '').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    await shot(page, 'console-order')
    await expectSound(page, seen)
    await page.goto(`/admin/orders?status=all&look=${order?.order_number}`)
    await expect(page.getByRole('dialog').getByText(order?.items[0]?.product_name ?? '').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    if (isPhone(page)) await expect(page.getByRole('dialog')).toBeInViewport()
    await shot(page, 'console-order-look')
    await expectSound(page, seen)
  })
})
