import { gzipSync } from 'node:zlib'
import { factsIn } from './support/facts.ts'
import { expect, test } from './support/test.ts'

test('every kind of page in the sitemap opens, and the home page tells who sells and how to search', async ({ page, shop }) => {
  const { api: { anyone } } = shop
  const addresses = async (path: string) => [...(await (await anyone.get(path)).text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '')
  const parts = await addresses('/sitemap.xml')
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) {
    const listed = await addresses(new URL(part).pathname)
    const built = listed.filter((address) => !new URL(address).pathname.startsWith('/b/'))
    for (const address of built.slice(0, 2)) expect((await anyone.get(address)).status(), address).toBe(200)
  }
  const home = factsIn(await (await page.goto('/'))?.text() ?? '')
  expect(JSON.stringify(home)).toContain(`"urlTemplate":"${shop.url}/search?q={search_term_string}"`)
})

test('pages, answers and assets come compressed; assets are kept for a year, answers asked for again', async ({ shop }) => {
  const ask = (path: string, headers: Record<string, string> = {}) => shop.api.anyone.get(path, { headers: { 'accept-encoding': 'br', ...headers } })
  const page = await ask('/goods/1')
  const html = await page.text()
  expect(page.headers()).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'private, no-cache' })
  const scripts = [...new Set(html.match(/\/assets\/[\w.-]+\.js/g))]
  expect(scripts.length).toBeGreaterThan(3)
  const sizes = await Promise.all(scripts.map(async (path) => {
    const asset = await ask(path, { 'accept-encoding': 'gzip' })
    expect(asset.headers()).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=31536000, immutable' })
    expect((await ask(path)).headers()['content-encoding']).toBe('br')
    // Only what lies there compressed has its length said.
    expect(Number(asset.headers()['content-length']), path).toBeGreaterThan(0)
    return gzipSync(await asset.body(), { level: 9 }).length
  }))
  expect(sizes.reduce((sum, size) => sum + size, 0), 'the budget of the product page').toBeLessThanOrEqual(120 * 1024)
  const answer = await ask('/api/skus/1/')
  expect(answer.headers()).toMatchObject({ 'content-encoding': 'br', 'cache-control': expect.stringMatching(/no-cache$/) })
  expect((await ask('/api/skus/1/', { 'if-none-match': answer.headers().etag ?? '' })).status()).toBe(304)
})
