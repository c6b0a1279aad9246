import { expectSound, shot, watch } from './support/checks.ts'
import { expect, test } from './support/test.ts'

test.describe('pages of the catalogue are sound', () => {
  const pages = [
    { name: 'products', path: '/admin/products' }, { name: 'product-new', path: '/admin/products/new' },
    { name: 'product', path: '/admin/products/1' }, { name: 'categories', path: '/admin/categories' },
    { name: 'brands', path: '/admin/brands' }, { name: 'stock', path: '/admin/stock?threshold=10' },
    { name: 'stock-log', path: '/admin/stock/log' },
  ]
  for (const { name, path } of pages) {
    test(`${name} is sound`, async ({ page, shop }) => {
      const seen = watch(page, shop.url)
      await shop.signIn(page.context(), 'admin')
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await shot(page, `console-${name}`)
      await expectSound(page, seen)
    })
  }

  test('support sees stock, but no way to adjust it; products are for administrators', async ({ page, shop }) => {
    await shop.signIn(page.context(), 'support1')
    await page.goto('/admin/stock?threshold=50')
    await expect(page.getByRole('heading', { level: 1, name: '低库存' })).toBeVisible()
    await expect(page.getByText('调整库存只有管理员能做。')).toBeVisible()
    await expect(page.getByRole('button', { name: '调整库存' })).toHaveCount(0)
    await page.goto('/admin/products')
    await expect(page.getByText('没有权限看这一页')).toBeVisible()
  })
})
