import { expectSound, shot, takenOver, watch } from './support/checks.ts'
import { FRIDGE, cards, closeFilters, facetsOf, filterPanel, openFilters, searchField } from './support/finding.ts'
import { expect, isPhone, test } from './support/test.ts'

test.describe('a list', () => {
  test('is narrowed by brand, price and option, and each can be taken away', async ({ page, shop }) => {
    const all = await facetsOf(shop, `search=${FRIDGE}`)
    const [brand] = all.brands
    await page.goto(`/search?q=${FRIDGE}&sort_by=price_asc`)
    await takenOver(page)
    await openFilters(page)
    const panel = filterPanel(page)
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

  test('keeps an amount that is typed while a tick is being looked up', async ({ page }) => {
    await page.goto(`/search?q=${FRIDGE}`)
    await takenOver(page)
    await openFilters(page)
    const panel = filterPanel(page)
    let answer: () => void = () => undefined
    const held = new Promise<void>((resolve) => { answer = resolve })
    await page.route(/\.data\?/, async (route) => {
      await held
      await route.continue()
    })
    await panel.getByRole('group', { name: '品牌' }).getByRole('listitem').first().click()
    await panel.getByLabel('最高价').fill('100000')
    answer()
    await expect(page.getByRole('list', { name: '已选条件' })).toBeAttached()
    await expect(panel.getByLabel('最高价')).toHaveValue('100000')
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
  await filterPanel(page).getByRole('group', { name: '分类' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/b\/\d+\?category_id=\d+/)
  await expectSound(page, seen)
  for (const path of ['/b/99999999', '/b/x']) expect((await page.goto(path))?.status()).toBe(404)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('one searches, narrows and takes filters away', async ({ page, shop }) => {
    const [brand] = (await facetsOf(shop, `search=${FRIDGE}`)).brands
    await page.goto('/')
    await searchField(page).fill('冰箱')
    await searchField(page).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('冰箱')
    await openFilters(page)
    const panel = filterPanel(page)
    await panel.getByText(brand?.name ?? '').click()
    await panel.getByLabel('最高价').fill('99999')
    await panel.getByRole('button', { name: /^查看/ }).click()
    await expect(page).toHaveURL(new RegExp(`brand_id=${brand?.id}`))
    await expect(cards(page)).toHaveCount(brand?.count ?? 0)
    await page.getByRole('link', { name: `去掉“${brand?.name}”` }).click()
    await expect(page).not.toHaveURL(/brand_id/)
    await expect(page).toHaveURL(/max_price=99999/)
  })
})
