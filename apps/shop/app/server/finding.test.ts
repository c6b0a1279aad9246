import { expect, test } from 'vitest'
import type { Call, Http } from '@hearth/client/http'
import type { ShopRequest } from '../shop-context.ts'
import { homePage } from './home-page.ts'
import { listPage } from './list-page.ts'

const product = {
  id: 1, default_sku_id: 5, name: '冰箱', brand: '岚舍', main_images: [], key_spec: '', selling_points: [], price: '9.00',
  discounted_price: '9.00', market_price: null, stock: 1, sales_count: 0, warranty_months: 12, has_installation: false, skus: [],
}
const page = { results: [product], total: 30, page: 1, total_pages: 2, has_next: true }
const request = (http: Http) => ({ http, mayBeSignedIn: true }) as ShopRequest

/** An API that answers by path, 503 where it has no answer, and remembers what it was asked. */
function api(answers: Record<string, unknown>) {
  const calls: Call[] = []
  const http: Http = async (call) => {
    calls.push(call)
    const body = answers[call.path]
    return body === undefined ? { status: 503, body: {} } : { status: 200, body }
  }
  return { http, calls }
}

test('the home page stands though nothing answers', async () => {
  expect(await homePage(request(api({}).http))).toEqual({
    floors: [], slides: [], menu: [], notices: [], ads: [], brands: [], looked: [], recommended: [],
    isOwnRecommendation: false,
  })
})

test('without banners the best sellers are shown; a link that leads out of the shop by a trick leads home', async () => {
  const home = await homePage(request(api({
    '/api/categories/': { results: [{ id: 1, name: '冰箱', logo: '', children: [] }], has_next: false },
    '/api/products/by_category/': page,
    '/api/contents/': [{ id: 1, title: 'a', url: '//evil.cn', image_url: 'x', text: null, sequence: 1 }],
    '/api/products/recommendations/': [product],
  }).http))
  expect(home.slides.map(({ to }) => to)).toEqual(['/goods/5'])
  expect(home.ads.map(({ to }) => to)).toEqual(['/'])
  expect([home.recommended.length, home.isOwnRecommendation]).toEqual([1, false])
})

test('what goes with the last look comes first, filled up with what is ordered, each once', async () => {
  const other = { ...product, id: 2, default_sku_id: 6 }
  const home = await homePage(request(api({
    '/api/browse_histories/': [{ id: 7, product_id: 3, name: '', price: '1.00', default_image_url: '' }],
    '/api/products/3/related/': [other],
    '/api/products/recommendations/': [product, other, { ...product, id: 3 }],
  }).http))
  expect(home.recommended.map(({ id }) => id)).toEqual([2, 1])
  expect([home.isOwnRecommendation, home.looked.map(({ skuId }) => skuId)]).toEqual([true, [7]])
})

test('a list stands without its facets, and the page\'s own narrowing wins over the address', async () => {
  const { http, calls } = api({ '/api/products/': page })
  const url = new URL('http://x/b/3?brand_id=9&option=a:b&page=abc&sort_by=nonsense&in_stock=1')
  const list = await listPage(request(http), url, { brand_id: [3] })
  expect([list.products.length, list.facets, list.sort, list.page]).toEqual([1, null, 'relevance', 1])
  expect(calls[0]?.query).toMatchObject({ brand_id: [3], option: ['a:b'], in_stock: true, page: 1, sort_by: 'relevance' })
})

test('past the last page one is led to it, with all that was chosen', async () => {
  const { http } = api({ '/api/products/': { ...page, results: [] } })
  const url = new URL('http://x/search?q=a&page=7&in_stock=1')
  const left = await listPage(request(http), url, { search: 'a' }).catch((response: unknown) => response)
  expect(left).toBeInstanceOf(Response)
  expect((left as Response).headers.get('location')).toBe('/search?q=a&in_stock=1&page=2')
})
