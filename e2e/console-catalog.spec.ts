import type { Page } from '@playwright/test'
import { shot } from './support/checks.ts'
import { aPicture } from './support/pictures.ts'
import { atDesk, expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

type Product = { id: number; default_sku_id: number; brand_id: number; category_id: number; updated_at: string }
let made = 0
const fresh = (word: string) => `${word}${Date.now().toString(36)}${made++}`

/** A product of our own, so that no other test is disturbed. */
async function aProduct(shop: Shop, more: object = {}): Promise<Product & { name: string }> {
  const { results: [like] } = await json<{ results: [Product] }>(shop.api.admin.get('/api/products/?page_size=1'))
  const name = fresh('测试冰箱')
  const data = { name, brand_id: like.brand_id, category_id: like.category_id, price: '3999', stock: 5, ...more }
  return { name, ...await json<Product>(shop.api.admin.post('/api/products/', { data })) }
}


const saveButton = (page: Page) => page.locator('.save-bar').getByRole('button', { name: '保存', exact: true })

test('an administrator makes a product of two options with two values each; the shop sells all four', async ({ page, shop }) => {
  test.setTimeout(120_000)
  const name = fresh('双选项冰箱')
  await shop.signIn(page.context(), 'admin')
  await page.goto('/admin/products/new')
  await test.step('what is missing is said beside the fields', async () => {
    await page.getByRole('button', { name: '新建商品' }).click()
    await expect(page.getByText('请填写名称')).toBeVisible()
    await expect(page.getByText('请选择分类')).toBeVisible()
  })
  await test.step('fill it in', async () => {
    await page.getByLabel('名称', { exact: true }).fill(name)
    await page.getByRole('combobox', { name: '品牌' }).click()
    await page.keyboard.press('Enter')
    const category = page.getByRole('combobox', { name: '分类' })
    await category.click()
    for (const words of ['冰箱冷柜', '冰箱', '十字门冰箱']) {
      await page.locator('.ant-cascader-menu-item').getByText(words, { exact: true }).click()
    }
    await page.keyboard.press('Escape')
    await page.getByLabel('售价', { exact: true }).fill('4299')
    await page.getByLabel('库存', { exact: true }).fill('3')
    for (const [at, option, values] of [[1, '颜色', '白,灰,'], [2, '容量', '510 L,600 L,']] as const) {
      await page.getByRole('button', { name: '添加选项' }).click()
      await page.getByLabel(`选项名 ${at}`, { exact: true }).fill(option)
      await page.getByLabel(`选项名 ${at} 可选的值`).pressSequentially(values)
    }
    await expect(page.getByText('共 4 种组合')).toBeVisible()
    await page.getByRole('checkbox', { name: '上架销售' }).check()
  })
  await page.getByRole('button', { name: '新建商品' }).click()
  await expect(page).toHaveURL(/\/admin\/products\/\d+$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const id = Number(new URL(page.url()).pathname.split('/').at(-1))
  const skus = await json<{ specs: object; price: string; stock: number }[]>(shop.api.admin.get(`/api/products/${id}/skus/`))
  expect(skus.map(({ specs, price, stock }) => [Object.values(specs).sort().join(), price, stock])).toEqual([
    ['510 L,白', '4299.00', 3], ['600 L,白', '4299.00', 0], ['510 L,灰', '4299.00', 0], ['600 L,灰', '4299.00', 0],
  ])
  await test.step('change one price in its row', async () => {
    await page.getByLabel('售价：灰 · 600 L').fill('4999.5')
    await expect(page.getByText('有 1 处修改还没有保存')).toBeVisible()
    await saveButton(page).click()
    await expect(page.getByText(`「${name}」已保存`)).toBeVisible()
  })
  await page.goto(`/search?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name: new RegExp(name) }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await page.getByRole('link', { name: /^灰/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('灰')
})

test('a session that ends in the middle of writing asks for the password there, and nothing typed is lost', async ({ page, shop }) => {
  const product = await aProduct(shop)
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/products/${product.id}`)
  const name = fresh('写到一半')
  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.context().clearCookies()
  await saveButton(page).click()
  const dialog = page.getByRole('dialog', { name: '登录已过期，请重新登录' })
  await expect(dialog.getByLabel('用户名或手机号')).toHaveValue('admin')
  await dialog.getByLabel('密码', { exact: true }).fill('hearth-admin-2026')
  await shot(page, 'console-signin-again')
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue(name)
  await saveButton(page).click()
  await expect(page.getByText(`「${name}」已保存`)).toBeVisible()
})

test('of two who edit one product the later learns what changed, and loses nothing that he typed', async ({ page, shop, browser }) => {
  test.setTimeout(90_000)
  const product = await aProduct(shop, { key_spec: '500 L', warranty_months: 12 })
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/products/${product.id}`)
  await page.getByLabel('一句话参数').fill('我写的参数')
  await page.getByLabel('型号', { exact: true }).fill('MINE-1')

  const desk = await atDesk(browser, shop)
  await shop.signIn(desk, 'admin')
  const other = await desk.newPage()
  await other.goto(`/admin/products/${product.id}`)
  await other.getByLabel('一句话参数').fill('对方写的参数')
  await other.getByLabel('质保', { exact: true }).fill('36')
  await saveButton(other).click()
  await expect(other.getByText(`「${product.name}」已保存`)).toBeVisible()
  await desk.close()

  await saveButton(page).click()
  const dialog = page.getByRole('dialog', { name: '别人刚改了这个商品' })
  await expect(dialog.getByText('对方写的参数')).toBeVisible()
  await expect(dialog.getByText('我写的参数')).toBeVisible()
  await expect(dialog.getByText('admin', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: '先不保存，继续编辑' }).click()
  await expect(page.getByLabel('一句话参数')).toHaveValue('我写的参数')
  const unsaved = await json<{ key_spec: string }>(shop.api.admin.get(`/api/products/${product.id}/`))
  expect(unsaved.key_spec).toBe('对方写的参数')

  await saveButton(page).click()
  await dialog.getByRole('button', { name: '套用我的修改并保存' }).click()
  await expect(page.getByText(`「${product.name}」已保存`)).toBeVisible()
  const saved = await json<Record<string, unknown>>(shop.api.admin.get(`/api/products/${product.id}/`))
  expect([saved.key_spec, saved.product_model, saved.warranty_months]).toEqual(['我写的参数', 'MINE-1', 36])

  await page.getByRole('button', { name: '修改记录' }).click()
  const changes = page.getByRole('dialog', { name: '修改记录' })
  await expect(changes.getByText('对方写的参数 → 我写的参数')).toBeVisible()
  await expect(changes.getByText('12 个月 → 36 个月')).toBeVisible()
})

test('who leaves with unsaved changes is asked', async ({ page, shop }) => {
  const product = await aProduct(shop)
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/products/${product.id}`)
  await page.getByLabel('一句话参数').fill('还没有保存')
  await page.getByRole('link', { name: '返回商品列表' }).click()
  await page.getByRole('button', { name: '留下继续编辑' }).click()
  await expect(page.getByLabel('一句话参数')).toHaveValue('还没有保存')
  await page.getByRole('link', { name: '返回商品列表' }).click()
  await page.getByRole('button', { name: '不保存，离开' }).click()
  await expect(page).toHaveURL(/\/admin\/products$/)
})

test('what orders and stock refer to is not deleted: the console counts it and offers another way', async ({ page, shop }) => {
  const product = await aProduct(shop)
  const data = { sku_id: product.default_sku_id, quantity: -1, reason: '样机调拨' }
  await json(shop.api.admin.post(`/api/products/${product.id}/adjust_stock/`, { data }))
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/products/${product.id}`)
  await page.getByRole('button', { name: '删除商品' }).click()
  const dialog = page.getByRole('dialog', { name: `删除「${product.name}」` })
  await dialog.getByRole('button', { name: '删除商品' }).click()
  await expect(dialog.getByText(/\d+ 条库存记录/)).toBeVisible()
  await dialog.getByRole('button', { name: '改为下架' }).click()
  await expect(dialog).toBeHidden()
  const left = await json<{ is_active: boolean }>(shop.api.admin.get(`/api/products/${product.id}/`))
  expect(left.is_active).toBe(false)
})

test('a product off the shelf is a preview for administrators, and missing for everybody else', async ({ page, shop }) => {
  const product = await aProduct(shop, { is_active: false })
  const path = `/goods/${product.default_sku_id}`
  expect((await page.goto(path))?.status()).toBe(404)
  await shop.signIn(page.context(), 'support1')
  expect((await page.goto(path))?.status()).toBe(404)
  await page.context().clearCookies()
  await shop.signIn(page.context(), 'admin')
  const seen = await page.goto(path)
  expect([seen?.status(), seen?.headers()['cache-control']]).toEqual([200, 'no-store'])
  await expect(page.getByText('未上架预览')).toBeVisible()
  await expect(page.locator('h1')).toHaveCount(1)
})

test('categories are put in order without dragging, and one that is not empty stays', async ({ page, shop }) => {
  const [major, one, two] = [fresh('品类'), fresh('甲类'), fresh('乙类')]
  const make = (data: object) => json<{ id: number }>(shop.api.admin.post('/api/categories/', { data }))
  const { id } = await make({ name: major, level: 'major', order: 90 })
  for (const name of [one, two]) await make({ name, level: 'minor', parent_id: id, order: 1 })
  await shop.signIn(page.context(), 'admin')
  await page.goto('/admin/categories')
  const up = page.getByRole('button', { name: `上移 ${two}` })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('顺序已保存')).toBeVisible()
  // The first cannot go further up: the focus is on what it can do next.
  await expect(page.getByRole('button', { name: `下移 ${two}` })).toBeFocused()
  const { children } = await json<{ children: { name: string }[] }>(shop.api.admin.get(`/api/categories/${id}/`))
  expect(children.map(({ name }) => name)).toEqual([two, one])
  await page.getByRole('button', { name: `删除 ${major}` }).click()
  const dialog = page.getByRole('dialog', { name: `删除「${major}」` })
  await dialog.getByRole('button', { name: '删除分类' }).click()
  await expect(dialog.getByText('2 个下级分类')).toBeVisible()
})

test('stock is adjusted once, however often the button is pressed', async ({ page, shop }) => {
  const product = await aProduct(shop)
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/products/${product.id}`)
  await page.getByRole('button', { name: `调整 ${product.name} 的库存` }).click()
  const dialog = page.getByRole('dialog', { name: `调整「${product.name}」的库存` })
  await dialog.getByLabel('增减多少').fill('-3')
  await dialog.getByLabel('原因').fill('盘点修正')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('row', { name: '可售' })).toContainText('可售52')
  await dialog.getByRole('button', { name: '调整', exact: true }).dblclick()
  await expect(page.getByText(`「${product.name}」现在可售 2 件`).first()).toBeVisible()
  const [sku] = await json<{ stock: number }[]>(shop.api.admin.get(`/api/products/${product.id}/skus/`))
  expect(sku?.stock).toBe(2)
  await page.goto(`/admin/stock/log?product_id=${product.id}`)
  await expect(page.getByText('盘点修正')).toBeVisible()
  await expect(page.getByText(`商品：${product.name}`)).toBeVisible()
})

test('several products go off the shelf together, after a look at which', async ({ page, shop }) => {
  test.skip(isPhone(page), 'choosing several rows is for a desk')
  const word = fresh('批量')
  const [one, two] = [await aProduct(shop, { name: `${word}甲` }), await aProduct(shop, { name: `${word}乙`, is_active: false })]
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/products?search=${encodeURIComponent(word)}`)
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('button', { name: '下架', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '下架 1 件商品' })
  await expect(dialog.getByText('跳过 1 件：')).toBeVisible()
  await dialog.getByRole('button', { name: '下架', exact: true }).click()
  await expect(page.getByText('已下架 1 件')).toBeVisible()
  for (const { id } of [one, two]) {
    expect((await json<{ is_active: boolean }>(shop.api.admin.get(`/api/products/${id}/`))).is_active).toBe(false)
  }
})

test('a picture is uploaded into a brand, and stands in the library for the next', async ({ page, shop }) => {
  const name = fresh('品牌')
  await shop.signIn(page.context(), 'admin')
  await page.goto('/admin/brands')
  await page.getByRole('button', { name: '新建品牌' }).click()
  const dialog = page.getByRole('dialog', { name: '新建品牌' })
  await dialog.getByLabel('名称', { exact: true }).fill(name)
  await dialog.locator('input[type=file]').setInputFiles(await aPicture('logo'))
  await expect(dialog.getByRole('link', { name: '查看标志第 1 张' })).toBeVisible()
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByText(`已新建「${name}」`)).toBeVisible()
  await page.getByRole('button', { name: '新建品牌' }).click()
  await page.getByRole('button', { name: '从图片库选择' }).click()
  const library = page.getByRole('dialog', { name: '从图片库选择' })
  await library.getByRole('button', { name: /logo/ }).first().click()
  await library.getByRole('button', { name: '使用这 1 张' }).click()
  await expect(page.getByRole('link', { name: '查看标志第 1 张' })).toBeVisible()
})
