import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aProduct } from '../../tests/support/builders.ts'
import { aShop } from '../../tests/support/shop.ts'
import { openWorld } from '../../tests/support/world.ts'
import { MOST_PAGES, goodsSitemap } from './sitemap.ts'

const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)

test('robots.txt closes what is somebody\'s own, leaves pictures open and names the sitemap', async () => {
  await using w = await openWorld({ env: { PUBLIC_URL: 'https://shop.example' } })
  const { body, headers, statusCode } = await w.app.inject('/robots.txt')
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  for (const path of ['/cart', '/checkout', '/me', '/orders', '/pay', '/api', '/admin', '/q']) expect(body).toContain(`\nDisallow: ${path}\n`)
  expect(body.indexOf('Allow: /media/')).toBeLessThan(body.indexOf('Disallow:'))
  expect(body).toContain('\nSitemap: https://shop.example/sitemap.xml\n')
})

test('the sitemap leads to lists and to everything on sale, and to nothing else', async () => {
  await using w = await openWorld()
  const shop = await aShop(w)
  const index = await w.app.inject('/sitemap.xml')
  expect([index.statusCode, index.headers['content-type'], index.headers['cache-control']])
    .toEqual([200, 'application/xml; charset=utf-8', 'public, max-age=300'])
  expect(addresses(index.body)).toEqual(['lists', 'goods-0'].map((part) => `http://localhost:8000/sitemaps/${part}.xml`))
  expect(index.body).toContain('<lastmod>2026-11-')
  const goods = (await w.app.inject('/sitemaps/goods-0.xml')).body
  const onSale = [...shop.fridge.skuIds.slice(0, 2), ...shop.washer.skuIds, ...shop.dryer.skuIds]
    .toSorted((a, b) => a - b)
  expect(addresses(goods)).toEqual(onSale.map((id) => `http://localhost:8000/goods/${id}`))
  expect(goods.match(/<lastmod>/g)).toHaveLength(onSale.length)
  const lists = addresses((await w.app.inject('/sitemaps/lists.xml')).body)
  expect(lists).toEqual(expect.arrayContaining(
    ['/', '/categories', '/cases', `/c/${shop.cold.majorId}`, `/c/${shop.dryers}`, `/b/${shop.haier}`].map((path) => `http://localhost:8000${path}`)))
  for (const path of ['/sitemaps/goods-1.xml', '/sitemaps/goods-x.xml', '/sitemaps/other.xml', '/sitemaps/goods-9999999999.xml']) {
    expect((await w.app.inject(path)).statusCode, path).toBe(404)
  }
})

test('the sitemap is kept for five minutes', async () => {
  await using w = await openWorld()
  await aShop(w)
  const before = (await w.app.inject('/sitemaps/goods-0.xml')).body
  await aProduct(w, { skus: [{}] })
  expect((await w.app.inject('/sitemaps/goods-0.xml')).body).toBe(before)
  expect(await w.statements(() => w.app.inject('/sitemaps/goods-0.xml'))).toBe(0)
  w.advanceMinutes(5)
  expect(addresses((await w.app.inject('/sitemaps/goods-0.xml')).body)).toHaveLength(addresses(before).length + 1)
})

test('a part holds its ids, read in chunks, and never more than the protocol allows', async () => {
  await using w = await openWorld()
  const { productId } = await aProduct(w, { skus: [{}] })
  const ids = [MOST_PAGES - 1, ...Array.from({ length: 5_003 }, (_, at) => MOST_PAGES + at), 2 * MOST_PAGES]
  await sql`insert into catalog.skus (id, product_id, category_id, name, sku_code, price_fen, created_at, updated_at)
    overriding system value select n, p.id, p.category_id, 'x', 'x' || n, 1, p.created_at, p.updated_at
    from catalog.products as p, unnest(${ids}::bigint[]) as n where p.id = ${productId}`.execute(w.db)
  expect(addresses((await w.app.inject('/sitemap.xml')).body)).toHaveLength(4)
  const second = addresses(await goodsSitemap(w.db, '', 1) ?? '')
  expect([second.length, second[0], second.at(-1)]).toEqual([5_003, `/goods/${MOST_PAGES}`, `/goods/${MOST_PAGES + 5_002}`])
  expect(addresses(await goodsSitemap(w.db, '', 2) ?? '')).toEqual([`/goods/${2 * MOST_PAGES}`])
  expect(await goodsSitemap(w.db, '', 3)).toBeNull()
})
