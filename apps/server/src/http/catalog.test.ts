import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProductDetail, ProductPage } from '@hearth/contracts/catalog'
import { Value } from 'typebox/value'
import { aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { aShop } from '../../tests/support/shop.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

let w: World
let ids: Awaited<ReturnType<typeof aShop>>
beforeAll(async () => {
  w = await openWorld()
  ids = await aShop(w)
})
afterAll(() => w[Symbol.asyncDispose]())

const names = async (query: string) =>
  (await w.app.inject(`/api/products/${query}`)).json<{ results: { name: string }[] }>().results.map(({ name }) => name)

describe('a product list', () => {
  test('shows each product whole', async () => {
    const page = (await w.app.inject('/api/products/?search=十字门')).json()
    expect(Value.Check(ProductPage, page)).toBe(true)
    const [white, grey] = ids.fridge.skuIds
    expect(page).toEqual({
      total: 1, count: 1, page: 1, total_pages: 1, has_next: false, has_previous: false, next: null, previous: null,
      results: [{
        id: ids.fridge.productId, name: '十字门冰箱', description: '一级能效，干湿分储', category: expect.any(String),
        category_id: ids.cold.itemId, brand: '海尔', brand_id: ids.haier, price: '4199.00', originalPrice: '4199.00',
        market_price: null, discounted_price: '4199.00', stock: 9, source: 'local', product_code: null,
        product_model: 'BCD-510',
        main_images: ['http://localhost:8000/media/p/1/a.webp', 'http://localhost:8000/media/p/1/b.webp'],
        detail_images: ['http://localhost:8000/media/p/1/long.webp'], is_active: true, is_haier_product: false, haier_info: null,
        view_count: expect.any(Number), sales_count: 30, comments: 0,
        skus: [
          {
            id: white, name: '十字门冰箱 白', sku_code: 'W', specs: { 颜色: '白' }, price: '4299.05', market_price: '4999.00',
            stock: 7, image: 'http://localhost:8000/media/p/1/w.webp', is_active: true,
          },
          {
            id: grey, name: '十字门冰箱 灰', sku_code: 'G', specs: { 颜色: '灰' }, price: '4199.00', market_price: null,
            stock: 2, image: 'http://localhost:8000/media/p/1/a.webp', is_active: true,
          },
        ],
        spec_options: { 颜色: ['白', '灰', '黑'] }, selling_points: ['一级能效'],
        key_spec: '500 L', warranty_months: 36, has_installation: true, default_sku_id: grey,
        created_at: '2026-11-01T08:00:00.000+08:00', updated_at: '2026-11-01T08:00:00.000+08:00',
      }],
    })
  })

  test.each([
    ['', ['滚筒洗衣机', '热泵干衣机', '十字门冰箱']],
    ['?sort_by=nonsense', ['滚筒洗衣机', '热泵干衣机', '十字门冰箱']],
    ['?sort_by=created', ['滚筒洗衣机', '热泵干衣机', '十字门冰箱']],
    ['?sort_by=sales', ['十字门冰箱', '热泵干衣机', '滚筒洗衣机']],
    ['?sort_by=price_asc', ['滚筒洗衣机', '十字门冰箱', '热泵干衣机']],
    ['?sort_by=price_desc', ['热泵干衣机', '十字门冰箱', '滚筒洗衣机']],
    ['?sort_by=views', ['滚筒洗衣机', '十字门冰箱', '热泵干衣机']],
    ['?search=冰箱', ['十字门冰箱', '滚筒洗衣机']],
    ['?search=冰箱&sort_by=created', ['滚筒洗衣机', '十字门冰箱']],
    ['?search=%25', []],
    ['?brand=海尔&sort_by=sales', ['十字门冰箱', '热泵干衣机']],
    ['?brand=无', []],
    ['?category=干衣机', ['热泵干衣机']],
    ['?category=无', []],
    ['?min_price=3000&max_price=4199', ['十字门冰箱']],
    ['?min_price=5999.01', []],
    ['?min_price=&max_price=&category=&brand=&search=', ['滚筒洗衣机', '热泵干衣机', '十字门冰箱']],
    ['?page=9', []],
  ])('GET /products/%s', async (query, expected) => expect(await names(query)).toEqual(expected))

  test('a category brings what lies below it', async () => {
    const within = (id: number) => names(`by_category/?category_id=${id}&sort_by=price_asc`)
    expect(await within(ids.wash.majorId)).toEqual(['滚筒洗衣机', '热泵干衣机'])
    expect(await within(ids.wash.minorId)).toEqual(['滚筒洗衣机', '热泵干衣机'])
    expect(await within(ids.dryers)).toEqual(['热泵干衣机'])
    expect(await within(999_999)).toEqual([])
    expect(await names(`by_category/?category=干衣机&category_id=${ids.wash.majorId}`)).toEqual(['热泵干衣机'])
    expect(await names(`by_category/?category=干衣机&category_id=${ids.cold.majorId}`)).toEqual([])
  })

  test('pages link to their neighbours; a size above 100 is capped', async () => {
    const page = (await w.app.inject('/api/products/?page=2&page_size=1&sort_by=sales')).json()
    expect(page).toMatchObject({
      total: 3, page: 2, total_pages: 3, has_next: true, has_previous: true, count: 3,
      next: 'http://localhost:8000/api/products/?page=3&page_size=1&sort_by=sales',
      previous: 'http://localhost:8000/api/products/?page=1&page_size=1&sort_by=sales',
    })
    expect(page.results.map(({ name }: { name: string }) => name)).toEqual(['热泵干衣机'])
    expect((await w.app.inject('/api/products/?page_size=1000')).json()).toMatchObject({ total: 3, total_pages: 1 })
    const past = (await w.app.inject('/api/products/?page=5&page_size=2')).json()
    expect(past).toMatchObject({ results: [], total: 3, has_next: false })
  })

  test('administrators see what is switched off too, nobody else', async () => {
    const admin = await w.signIn('admin', { role: 'admin' })
    const support = await w.signIn('support', { role: 'support' })
    const seen = async (headers: Record<string, string>) =>
      (await w.app.inject({ url: '/api/products/?search=停产', headers })).json().total
    expect([await seen(admin.headers), await seen(support.headers)]).toEqual([1, 0])
    const url = `/api/products/${ids.hidden.productId}/`
    expect((await w.app.inject({ url, headers: admin.headers })).json().name).toBe('停产冰箱')
    expect((await w.app.inject({ url, headers: support.headers })).statusCode).toBe(404)
  })

  test.each([
    ['products/?page=0', 'page'], ['products/?page=x', 'page'], ['products/?page_size=0', 'page_size'],
    ['products/?min_price=abc', 'min_price'], ['products/?max_price=-1', 'max_price'],
    ['products/?category_id=x', 'category_id'], [`products/?search=${'a'.repeat(201)}`, 'search'],
    ['categories/?level=top', 'level'], ['categories/?parent_id=0', 'parent_id'], ['categories/1/skus?page=-1', 'page'],
  ])('GET /%s is refused', async (path, field) => {
    const answer = await w.app.inject(`/api/${path}`)
    expect(answer.json()).toMatchObject({
      code: 400, error_code: 'VALIDATION_ERROR', errors: { [field]: [expect.any(String)] },
    })
  })
})

describe('statements', () => {
  test('a full page is one statement and one for the total, which the next page shares; a detail is one', async () => {
    // a world of its own: the counted looks of other tests are written in the background
    await using own = await openWorld()
    const { majorId, itemId } = await aCategoryBranch(own)
    const one = await aProduct(own, { categoryId: itemId })
    for (const categoryId of [itemId, undefined]) await aProduct(own, { categoryId })
    const count = (url: string) => own.statements(() => own.app.inject(url))
    await own.app.inject(`/api/products/by_category/?category_id=${majorId}`)
    expect(await count('/api/products/?page_size=2&sort_by=sales')).toBe(2)
    expect(await count('/api/products/?page_size=2&sort_by=sales')).toBe(1)
    expect(await count('/api/products/?page_size=1&page=3&sort_by=created')).toBe(1)
    expect(await count('/api/products/')).toBe(1)
    expect(await count(`/api/products/by_category/?category_id=${majorId}`)).toBe(1)
    expect(await count(`/api/categories/${itemId}/skus`)).toBe(1)
    expect(await count('/api/categories/')).toBe(1)
    expect(await count(`/api/skus/${one.skuIds[0]}/`)).toBe(1)
    expect(await count(`/api/products/${one.productId}/`)).toBe(1)
  })

  test('price and stock are never remembered', async () => {
    const sku = ids.dryer.skuIds[0] ?? 0
    const shown = async () => (await w.app.inject('/api/products/?category=干衣机')).json().results[0].skus[0]
    await shown()
    await w.db.updateTable('stock.levels').set({ held_qty: 4 }).where('sku_id', '=', sku).execute()
    await w.db.updateTable('catalog.skus').set({ price_fen: 599_901 }).where('id', '=', sku).execute()
    expect(await shown()).toMatchObject({ price: '5999.01', stock: 6 })
  })
})

describe('one product', () => {
  test('is what the list shows of it with its parameters; every look is counted', async () => {
    const url = `/api/products/${ids.fridge.productId}/`
    const { view_count: before, ...shown } = (await w.app.inject('/api/products/?search=十字门')).json().results[0]
    const looks = [(await w.app.inject(url)).json(), (await w.app.inject(url)).json()]
    const { view_count: first, ...detail } = looks[0]
    expect(Value.Check(ProductDetail, looks[0])).toBe(true)
    const parameters = [{ name: '总容积', value: '510 L' }, { name: '能效等级', value: '一级' }]
    expect(detail).toEqual({ ...shown, parameters, manuals: [] })
    expect(looks[1].view_count).toBe(first + 1)
    expect(first).toBeGreaterThan(before)
  })

  test('looks that were counted are written when the server closes', async () => {
    const own = await openWorld()
    const { productId } = await aProduct(own, { viewQty: 5 })
    for (let look = 0; look < 3; look += 1) await own.app.inject(`/api/products/${productId}/`)
    await own.app.close()
    const row = await own.db.selectFrom('catalog.products').select('view_count').where('id', '=', productId)
      .executeTakeFirstOrThrow()
    expect(row.view_count).toBe(8)
    await own[Symbol.asyncDispose]()
  })

  test.each([
    'products/999999/', 'products/abc/', 'products/1234567890123456/', 'skus/999999/', 'skus/x/', 'categories/999999/skus',
  ])('%s is 404', async (path) => {
    const answer = await w.app.inject(`/api/${path}`)
    expect([answer.statusCode, answer.json().error_code]).toEqual([404, 'NOT_FOUND'])
  })
})
