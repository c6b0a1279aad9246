import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CategoryPage, ProductPage, ProductView, SkuDetail, SkuPage } from '@hearth/contracts/catalog'
import { Value } from 'typebox/value'
import { aBrand, aCategory, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

let w: World
let ids: Awaited<ReturnType<typeof aShop>>
beforeAll(async () => {
  w = await openWorld()
  ids = await aShop()
})
afterAll(() => w[Symbol.asyncDispose]())

/** Two branches of categories; a fridge with three SKUs, a washer, a dryer in the washer's minor, and what is hidden. */
async function aShop() {
  const [cold, wash] = [await aCategoryBranch(w), await aCategoryBranch(w)]
  const dryers = await aCategory(w, { level: 'item', parentId: wash.minorId, name: '干衣机', sortOrder: 1, logo: 'c/dryer.webp' })
  const [haier, leader] = [await aBrand(w, '海尔'), await aBrand(w, '统帅')]
  const fridge = await aProduct(w, {
    categoryId: cold.itemId, brandId: haier, name: '十字门冰箱', model: 'BCD-510', at: new Date('2026-11-01T00:00:00Z'),
    description: '一级能效，干湿分储', mainImages: ['p/1/a.webp', 'p/1/b.webp'], detailImages: ['p/1/long.webp'], salesQty: 30,
    viewQty: 5, parameters: [['总容积', '510 L'], ['能效等级', '一级']],
    options: [{ name: '颜色', values: ['白', '灰', '黑'] }],
    skus: [
      { code: 'W', specs: { 颜色: '白' }, priceFen: 429_905, marketPriceFen: 499_900, onHandQty: 7, image: 'p/1/w.webp', salesQty: 3 },
      { code: 'G', specs: { 颜色: '灰' }, priceFen: 419_900, marketPriceFen: null, onHandQty: 2, salesQty: 9 },
      { code: 'B', specs: { 颜色: '黑' }, priceFen: 1, isLaunched: false },
    ],
  })
  const washer = await aProduct(w, {
    categoryId: wash.itemId, brandId: leader, name: '滚筒洗衣机', at: new Date('2026-11-03T00:00:00Z'), salesQty: 10, viewQty: 50,
    description: '可洗冰箱罩', skus: [{ priceFen: 299_900 }],
  })
  const dryer = await aProduct(w, {
    categoryId: dryers, brandId: haier, name: '热泵干衣机', at: new Date('2026-11-02T00:00:00Z'), salesQty: 20,
    description: '柔烘', skus: [{ priceFen: 599_900 }],
  })
  const hidden = await aProduct(w, { categoryId: cold.itemId, brandId: haier, name: '停产冰箱', isActive: false })
  return { cold, wash, dryers, haier, leader, fridge, washer, dryer, hidden }
}

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
        market_price: null, discounted_price: '4199.00', stock: 9, source: 'local', product_code: null, product_model: 'BCD-510',
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
        parameters: [{ name: '总容积', value: '510 L' }, { name: '能效等级', value: '一级' }], key_spec: '500 L',
        warranty_months: 36, has_installation: true, default_sku_id: grey,
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
    expect((await w.app.inject('/api/products/?page=5&page_size=2')).json()).toMatchObject({ results: [], total: 3, has_next: false })
  })

  test('administrators see what is switched off too, nobody else', async () => {
    const admin = await w.signIn('admin', { role: 'admin' })
    const support = await w.signIn('support', { role: 'support' })
    const seen = async (headers: Record<string, string>) => (await w.app.inject({ url: '/api/products/?search=停产', headers })).json().total
    expect([await seen(admin.headers), await seen(support.headers)]).toEqual([1, 0])
    const url = `/api/products/${ids.hidden.productId}/`
    expect((await w.app.inject({ url, headers: admin.headers })).json().name).toBe('停产冰箱')
    expect((await w.app.inject({ url, headers: support.headers })).statusCode).toBe(404)
  })

  test.each([
    ['products/?page=0', 'page'], ['products/?page=x', 'page'], ['products/?page_size=0', 'page_size'],
    ['products/?min_price=abc', 'min_price'], ['products/?max_price=-1', 'max_price'], ['products/?category_id=x', 'category_id'],
    [`products/?search=${'a'.repeat(201)}`, 'search'], ['categories/?level=top', 'level'], ['categories/?parent_id=0', 'parent_id'],
    ['categories/1/skus?page=-1', 'page'],
  ])('GET /%s is refused', async (path, field) => {
    const answer = await w.app.inject(`/api/${path}`)
    expect(answer.json()).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR', errors: { [field]: [expect.any(String)] } })
  })
})

describe('statements', () => {
  test('a full page is one statement and one for the total, which the next page shares; a detail is one', async () => {
    // a world of its own: the counted looks of other tests are written in the background
    await using own = await openWorld()
    const { majorId, itemId } = await aCategoryBranch(own)
    const made = [await aProduct(own, { categoryId: itemId }), await aProduct(own, { categoryId: itemId }), await aProduct(own)]
    const count = (url: string) => own.statements(() => own.app.inject(url))
    await own.app.inject(`/api/products/by_category/?category_id=${majorId}`)
    expect(await count('/api/products/?page_size=2&sort_by=sales')).toBe(2)
    expect(await count('/api/products/?page_size=2&sort_by=sales')).toBe(1)
    expect(await count('/api/products/?page_size=1&page=3&sort_by=created')).toBe(1)
    expect(await count('/api/products/')).toBe(1)
    expect(await count(`/api/products/by_category/?category_id=${majorId}`)).toBe(1)
    expect(await count(`/api/categories/${itemId}/skus`)).toBe(1)
    expect(await count('/api/categories/')).toBe(1)
    expect(await count(`/api/skus/${made[0]?.skuIds[0]}/`)).toBe(1)
    expect(await count(`/api/products/${made[0]?.productId}/`)).toBe(1)
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
  test('is what the list shows of it; every look is counted', async () => {
    const url = `/api/products/${ids.fridge.productId}/`
    const { view_count: before, ...shown } = (await w.app.inject('/api/products/?search=十字门')).json().results[0]
    const looks = [(await w.app.inject(url)).json(), (await w.app.inject(url)).json()]
    const { view_count: first, ...detail } = looks[0]
    expect(Value.Check(ProductView, looks[0])).toBe(true)
    expect(detail).toEqual(shown)
    expect(looks[1].view_count).toBe(first + 1)
    expect(first).toBeGreaterThan(before)
  })

  test('looks that were counted are written when the server closes', async () => {
    const own = await openWorld()
    const { productId } = await aProduct(own, { viewQty: 5 })
    for (let look = 0; look < 3; look += 1) await own.app.inject(`/api/products/${productId}/`)
    await own.app.close()
    const row = await own.db.selectFrom('catalog.products').select('view_count').where('id', '=', productId).executeTakeFirstOrThrow()
    expect(row.view_count).toBe(8)
    await own[Symbol.asyncDispose]()
  })

  test.each(['products/999999/', 'products/abc/', 'products/1234567890123456/', 'skus/999999/', 'skus/x/', 'categories/999999/skus'])(
    '%s is 404', async (path) => {
      const answer = await w.app.inject(`/api/${path}`)
      expect([answer.statusCode, answer.json().error_code]).toEqual([404, 'NOT_FOUND'])
    })
})

describe('SKUs', () => {
  test('one SKU with its product, its siblings and the way to it', async () => {
    const [white, grey] = ids.fridge.skuIds
    const sku = (await w.app.inject(`/api/skus/${white}/`)).json()
    expect(Value.Check(SkuDetail, sku)).toBe(true)
    expect(sku).toMatchObject({
      id: white, name: '十字门冰箱 白', caption: '', sku_code: 'W', price: '4299.05', market_price: '4999.00', stock: 7, sales: 3,
      comments: 0, is_launched: true, default_image_url: 'http://localhost:8000/media/p/1/w.webp',
      images: ['w', 'a', 'b'].map((name) => `http://localhost:8000/media/p/1/${name}.webp`), specs: { 颜色: '白' },
      spec_options: { 颜色: ['白', '灰', '黑'] }, siblings: [{ id: white }, { id: grey }], product_type_id: null,
      product: { id: ids.fridge.productId, name: '十字门冰箱', brand: '海尔', category_id: ids.cold.itemId, sales: 30 },
      breadcrumb: [
        { id: ids.cold.majorId, level: 'major' }, { id: ids.cold.minorId, level: 'minor' }, { id: ids.cold.itemId, level: 'item' },
      ],
    })
  })

  test('one that is not launched says so; one of a hidden product is not there', async () => {
    expect((await w.app.inject(`/api/skus/${ids.fridge.skuIds[2]}/`)).json()).toMatchObject({ price: '0.01', is_launched: false })
    expect((await w.app.inject(`/api/skus/${ids.hidden.skuIds[0]}/`)).statusCode).toBe(404)
  })

  test('of a category: launched ones, in the order asked for', async () => {
    const listed = async (query: string) => (await w.app.inject(`/api/categories/${ids.cold.itemId}/skus${query}`)).json()
    const order = async (ordering: string) =>
      (await listed(`?ordering=${ordering}`)).results.map(({ price }: { price: string }) => price)
    const page = await listed('')
    expect(Value.Check(SkuPage, page)).toBe(true)
    expect(page.total).toBe(2)
    expect(page.results[1]).toEqual({
      id: ids.fridge.skuIds[0], name: '十字门冰箱 白', price: '4299.05', market_price: '4999.00', comments: 0,
      default_image_url: 'http://localhost:8000/media/p/1/w.webp', product_id: ids.fridge.productId, key_spec: '500 L',
      warranty_months: 36, has_installation: true, stock: 7, sales: 3,
    })
    const [dear, cheap] = ['4299.05', '4199.00']
    expect(await order('price')).toEqual([cheap, dear])
    expect(await order('-price')).toEqual([dear, cheap])
    expect(await order('sales')).toEqual([cheap, dear])
    expect(await order('-sales')).toEqual([dear, cheap])
    expect(await order('create_time')).toEqual([cheap, dear])
    expect(await order('-create_time')).toEqual([dear, cheap])
    expect(await order('nonsense')).toEqual([cheap, dear])
    expect((await listed('/?page=2&page_size=1')).results).toHaveLength(1)
  })
})

test('categories come with their children, by order and id', async () => {
  const page = (await w.app.inject(`/api/categories/?parent_id=${ids.wash.majorId}`)).json()
  expect(Value.Check(CategoryPage, page)).toBe(true)
  expect(page.total).toBe(1)
  expect(page.results[0]).toMatchObject({ id: ids.wash.minorId, level: 'minor', parent_id: ids.wash.majorId })
  expect(page.results[0].children.map(({ id }: { id: number }) => id)).toEqual([ids.wash.itemId, ids.dryers])
  expect(page.results[0].children[1]).toEqual({
    id: ids.dryers, name: '干衣机', order: 1, logo: 'http://localhost:8000/media/c/dryer.webp', level: 'item', parent_id: ids.wash.minorId,
  })
  expect((await w.app.inject('/api/categories/?level=major')).json().total).toBe(2)
  expect((await w.app.inject('/api/categories/?search=干衣')).json().results).toMatchObject([{ id: ids.dryers, children: [] }])
  expect((await w.app.inject('/api/categories/?page=2&page_size=3')).json()).toMatchObject({ total: 7, page: 2, has_next: true })
})
