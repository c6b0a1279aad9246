import { expectSound, shot, watch } from './support/checks.ts'
import { aPicture, fileField, mark, whitePicture } from './support/pictures.ts'
import { expect, json, test } from './support/test.ts'

test('a picture in use is not deleted: what shows it is named and leads there', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'admin')
  const [first] = await json<{ results: { image_id: number; title: string }[] }>(shop.api.admin.get('/api/home-banners/?position=designer'))
    .then(({ results }) => results)
  const seen = watch(page, shop.url, [{ status: 409, path: `/api/media-images/${first?.image_id}/` }])
  await page.goto(`/admin/library?look=${first?.image_id}`)
  const drawer = page.getByRole('dialog', { name: '图片库' })
  await expect(drawer.getByRole('link', { name: first?.title })).toBeVisible()
  await shot(page, 'console-picture-look')
  await expectSound(page, seen)
  await drawer.getByRole('button', { name: '删除图片' }).click()
  const dialog = page.getByRole('dialog', { name: /^删除图片/ })
  await dialog.getByRole('button', { name: '删除图片' }).click()
  await expect(dialog.getByRole('alert')).toContainText('正在使用，所以没有删除')
  await expect(dialog.getByRole('alert')).toContainText('1 张横幅')
  await expect(dialog.getByRole('button', { name: '删除图片' })).toBeDisabled()
  await shot(page, 'console-picture-in-use')
  await dialog.getByRole('link', { name: first?.title }).click()
  await expect(page).toHaveURL(/\/admin\/banners/)
  expect((await shop.api.admin.get(`/api/media-images/${first?.image_id}/`)).status()).toBe(200)
})

test('what is no picture is refused in words, file by file, and the good ones arrive', async ({ page, shop }) => {
  test.setTimeout(90_000)
  await shop.signIn(page.context(), 'admin')
  const good = await aPicture()
  const huge = await whitePicture(7_100, 7_100)
  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  await page.goto('/admin/library')
  await fileField(page).setInputFiles([
    { name: 'page.png', mimeType: 'image/png', buffer: html },
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    { name: 'huge.png', mimeType: 'image/png', buffer: huge },
    { name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(20 * 1_048_576 + 1) },
    good,
  ], { timeout: 60_000 })
  const refused = page.getByRole('alert')
  await expect(page.getByText('1 张已进图片库')).toBeVisible({ timeout: 30_000 })
  await expect(refused).toContainText('6 张没有收下')
  for (const [name, words] of [
    ['page.png', '不是图片'], ['drawing.svg', '不是能用的图片'], ['drawing.png', '不收 SVG'], ['empty.png', '空的'], ['huge.png', '5000 万'], ['large.png', '超过 20 MB'],
  ] as const) await expect(refused.getByRole('listitem').filter({ hasText: name })).toContainText(words)
  await shot(page, 'console-library-refused')
  await expect(page.getByRole('button', { name: good.name })).toBeVisible()
  await page.getByRole('button', { name: good.name }).click()
  await page.getByRole('dialog', { name: '图片库' }).getByRole('button', { name: '删除图片' }).click()
  await page.getByRole('dialog', { name: /^删除图片/ }).getByRole('button', { name: '删除图片' }).click()
  await expect(page.getByText(`已删除「${good.name}」`)).toBeVisible()
  await expect(page.getByRole('button', { name: good.name })).toHaveCount(0)
})

test('what is looked for in vain stands as a work list and leads to the shop', async ({ page, shop }) => {
  const word = `量子榨汁机${mark()}`
  for (let n = 0; n < 2; n += 1) await json(shop.api.anyone.get(`/api/products/?search=${encodeURIComponent(word)}`))
  await shop.signIn(page.context(), 'admin')
  await expect.poll(async () => (await json<{ total: number }>(shop.api.admin.get(`/api/search-logs/?keyword=${encodeURIComponent(word)}`))).total).toBe(2)
  await page.goto('/admin/searches')
  const work = page.locator('section').filter({ has: page.getByRole('heading', { name: '搜了没有结果的词' }) })
  const line = work.getByRole('listitem').filter({ hasText: word })
  await expect(line).toContainText('2 次')
  await expect(line.getByRole('link', { name: `在商城搜「${word}」` })).toHaveAttribute('href', `/search?q=${encodeURIComponent(word)}`)
  await line.getByRole('link', { name: word, exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '共 2 条' })).toBeVisible()
  await page.getByRole('button', { name: '没有结果', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '共 2 条' })).toBeVisible()
})

const pages = [
  { name: 'banners', title: '首页横幅', ready: '.ordered-row' }, { name: 'adverts', title: '广告位', ready: '.ordered-row' },
  { name: 'channels', title: '频道', ready: '.ordered-row' }, { name: 'cases', title: '案例', ready: '.ordered-row' },
  { name: 'cases/1', title: '九十平小三房：把厨房让给一家三口', ready: '.case-block' }, { name: 'cases/new', title: '新案例', ready: '.case-preview' },
  { name: 'library', title: '图片库', ready: '.shelf-picture' }, { name: 'searches', title: '搜索记录', ready: '.search-words' },
] as const
for (const { name, title, ready } of pages) {
  test(`${name} is sound, and not for support`, async ({ page, shop }) => {
    const seen = watch(page, shop.url)
    await shop.signIn(page.context(), 'admin')
    await page.goto(`/admin/${name}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator(ready).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    await shot(page, `console-${name.replace('/', '-')}`)
    await expectSound(page, seen)
    await page.context().clearCookies()
    await shop.signIn(page.context(), 'support1')
    await page.goto(`/admin/${name}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有权限看这一页')
  })
}
