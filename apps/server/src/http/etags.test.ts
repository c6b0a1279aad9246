import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aShop } from '../../tests/support/shop.ts'
import { anImage } from '../../tests/support/forms.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { etagOf, isKnown } from './etags.ts'
import { insideHeaders } from './security.ts'

let w: World
let boss: SignedIn
let ids: Awaited<ReturnType<typeof aShop>>
let paths: string[]
beforeAll(async () => {
  w = await openWorld()
  ids = await aShop(w)
  boss = await w.signIn('boss', { role: 'admin' })
  const cover = await anImage(w, boss)
  const made = await w.app.inject({
    method: 'POST', url: '/api/cases/', headers: boss.headers, payload: { title: 'a', cover_image_id: cover.id },
  })
  const { productId, skuIds } = ids.fridge
  paths = [
    '/api/products/', `/api/products/${productId}/`, `/api/products/by_category/?category_id=${ids.cold.itemId}`,
    '/api/products/by_brand/?brand=海尔', '/api/categories/', '/api/brands/', '/api/home-banners/', '/api/cases/',
    `/api/cases/${made.json().id}/`, `/api/skus/${skuIds[0]}/`, '/api/products/facets/',
    '/api/products/search_suggestions/?prefix=冰箱', `/api/products/${productId}/related/`, '/api/categories/channels/',
    '/sitemap.xml', '/robots.txt',
  ].map(encodeURI)
})
afterAll(() => w[Symbol.asyncDispose]())

const get = (url: string, headers: Record<string, string> = {}) => w.app.inject({ url, headers })

describe('public reads', () => {
  test('answer 304 without a body to who has the answer already', async () => {
    for (const path of paths) {
      const first = await get(path)
      const etag = String(first.headers.etag)
      expect([path, first.statusCode, etag.slice(0, 3)]).toEqual([path, 200, 'W/"'])
      const again = await get(path, { 'if-none-match': `"other", ${etag}` })
      expect([path, again.statusCode, again.body, again.headers.etag]).toEqual([path, 304, '', etag])
      expect([again.headers['content-length'], again.headers['content-type']]).toEqual([undefined, undefined])
      expect((await get(path, { 'if-none-match': '"other"' })).statusCode).toBe(200)
    }
  })

  test('have another tag when they say something else, and the same one compressed', async () => {
    const path = `/api/skus/${ids.fridge.skuIds[0]}/`
    const { etag } = (await get(path)).headers
    const packed = await get(path, { 'accept-encoding': 'br' })
    expect([packed.headers.etag, packed.headers['content-encoding']]).toEqual([etag, 'br'])
    await w.db.updateTable('catalog.skus').set({ price_fen: 1_234 }).where('id', '=', ids.fridge.skuIds[0] ?? 0).execute()
    const changed = await get(path, { 'if-none-match': String(etag) })
    expect([changed.statusCode, changed.json().price]).toEqual([200, '12.34'])
  })

  test('may be kept, but are asked for again; those of somebody who says who he is are kept by him alone', async () => {
    const [path = ''] = paths
    const anonymous = (await get(path, { cookie: 'hearth_lang=en' })).headers
    expect(anonymous['cache-control']).toBe('no-cache')
    expect(String(anonymous.vary).toLowerCase()).toMatch(/authorization, cookie/)
    expect((await get(path, boss.headers)).headers['cache-control']).toBe('private, no-cache')
    const cookie = `hearth_access=${boss.headers.authorization.slice(7)}`
    expect((await get(path, { cookie })).headers['cache-control']).toBe('private, no-cache')
  })

  test('an administrator\'s answer is not taken for everybody\'s', async () => {
    const all = String((await get('/api/products/', boss.headers)).headers.etag)
    expect((await get('/api/products/', { 'if-none-match': all })).statusCode).toBe(200)
  })

  test('refusals, own things and calls of our own pages have no tag', async () => {
    expect((await get('/api/skus/99999999/')).headers.etag).toBeUndefined()
    expect((await get('/api/addresses/', boss.headers)).headers.etag).toBeUndefined()
    expect((await get('/api/products/', insideHeaders as Record<string, string>)).headers.etag).toBeUndefined()
  })
})

test.each([
  [undefined, false], ['', false], ['W/"a"', true], ['"a"', true], ['"b"', false], ['"b", W/"a"', true], ['*', true],
])('%s is known: %s', (header, known) => {
  expect(isKnown(header, 'W/"a"')).toBe(known)
})

test('a look more is no other answer, unlike words that speak of one', () => {
  expect(etagOf('{"view_count":5,"a":1}')).toBe(etagOf('{"view_count":6,"a":1}'))
  expect(etagOf('{"a":"\\"view_count\\":5,"}')).not.toBe(etagOf('{"a":"\\"view_count\\":6,"}'))
})
