import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConsoleProduct } from '@hearth/contracts/catalog-admin'
import { Value } from 'typebox/value'
import { aBrand, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { aBuyer, place } from '../../tests/support/order-builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { changeProduct } from '../modules/catalog/index.ts'

let w: World
let boss: SignedIn
let branch: { majorId: number; minorId: number; itemId: number }
let brandId: number
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('the_boss', { role: 'admin' })
  branch = await aCategoryBranch(w)
  brandId = await aBrand(w, '海尔')
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const call = (method: Method, url: string, payload?: object, headers: Record<string, string> = boss.headers) =>
  w.app.inject({ method, url: `/api/products/${url}`, headers, ...(payload && { payload }) })
const body = (more: object = {}) =>
  ({ name: '十字门冰箱', category_id: branch.itemId, brand_id: brandId, price: '4299.05', stock: 3, ...more })
const made = async (more: object = {}) => (await call('POST', '', body(more))).json<ConsoleProduct>()
const pricesOf = (skuId: number) => w.db.selectFrom('catalog.price_changes')
  .select(['old_price_fen', 'new_price_fen', 'actor_id']).where('sku_id', '=', skuId).orderBy('id').execute()
const lastEvent = async () =>
  w.db.selectFrom('platform.events').select(['type', 'body']).orderBy('id', 'desc').executeTakeFirst()

describe('making a product', () => {
  test('whole, with its SKU, stock, price and search words', async () => {
    const answer = await call('POST', '', body({
      description: '干湿<b>分储</b>', product_code: 'GA0SZC00U', product_model: 'BCD-510', key_spec: '510 L',
      selling_points: ['一级能效'], parameters: [{ name: '总容积', value: '510 L' }], spec_options: { 颜色: ['白', '灰'], 容量: ['510', '600'] },
      main_images: ['/media/p/a.webp', 'http://localhost:8000/media/p/b.webp'], detail_images: ['https://cdn.example/long.png'],
      manuals: [{ title: '说明书', url: 'manuals/1.pdf' }], warranty_months: 36, has_installation: true,
      market_price: '4999', supply_price: '3000.5', cost_price: 3100,
    }))
    const product = answer.json<ConsoleProduct>()
    expect([answer.statusCode, Value.Check(ConsoleProduct, product)]).toEqual([201, true])
    expect(product).toMatchObject({
      name: '十字门冰箱', description: '干湿<b>分储</b>', category_id: branch.itemId, brand: '海尔', brand_id: brandId,
      price: '4299.05', originalPrice: '4999.00', market_price: '4999.00', stock: 3, product_code: 'GA0SZC00U',
      product_model: 'BCD-510', key_spec: '510 L', selling_points: ['一级能效'], supply_price: '3000.50',
      parameters: [{ name: '总容积', value: '510 L' }], spec_options: { 颜色: ['白', '灰'], 容量: ['510', '600'] },
      main_images: ['http://localhost:8000/media/p/a.webp', 'http://localhost:8000/media/p/b.webp'],
      detail_images: ['https://cdn.example/long.png'], warranty_months: 36, has_installation: true, is_active: true,
      manuals: [{ title: '说明书', url: 'http://localhost:8000/media/manuals/1.pdf' }],
      skus: [{ name: '十字门冰箱 白 510', sku_code: 'GA0SZC00U', specs: { 颜色: '白', 容量: '510' }, price: '4299.05', stock: 3 }],
    })
    const skuId = product.default_sku_id
    expect(await pricesOf(skuId)).toEqual([{ old_price_fen: null, new_price_fen: 429_905, actor_id: boss.userId }])
    expect(await lastEvent()).toEqual({ type: 'catalog.product_created.v1', body: { productId: product.id, actorId: boss.userId } })
    const row = await w.db.selectFrom('catalog.products').select('category_path').where('id', '=', product.id).executeTakeFirstOrThrow()
    expect(row.category_path.map(Number)).toEqual([branch.majorId, branch.minorId, branch.itemId])
  })

  test('no public answer says what it costs us', async () => {
    const { id, default_sku_id: skuId } = await made({ supply_price: '3123.45', cost_price: '3234.56' })
    const ann = await w.signIn('ann')
    const support = await w.signIn('support', { role: 'support' })
    for (const headers of [{}, ann.headers, support.headers]) {
      for (const url of [`products/${id}/`, 'products/', `products/by_category/?category_id=${branch.itemId}`, `skus/${skuId}/`, `categories/${branch.itemId}/skus`]) {
        const answer = await w.app.inject({ url: `/api/${url}`, headers })
        expect([answer.statusCode, /3123|3234|supply_price|cost_price/.test(answer.body)]).toEqual([200, false])
      }
    }
    expect((await call('GET', `${id}/`)).json().supply_price).toBe('3123.45')
  })

  test('once per key', async () => {
    const headers = { ...boss.headers, 'idempotency-key': 'product-1' }
    const [one, two] = [await call('POST', '', body(), headers), await call('POST', '', body(), headers)]
    expect(one.json().id).toBe(two.json().id)
    expect((await call('POST', '', body({ stock: 4 }), headers)).json().error_code).toBe('IDEMPOTENCY_CONFLICT')
  })

  test('every bad field is named and nothing is written', async () => {
    await made({ product_code: 'TAKEN' })
    const [products, skus] = [await countOf(w, 'catalog.products'), await countOf(w, 'catalog.skus')]
    for (const [more, field] of [
      [{ name: undefined }, 'name'], [{ name: ' ' }, 'name'], [{ name: 'a'.repeat(201) }, 'name'],
      [{ category_id: undefined }, 'category_id'], [{ category_id: branch.majorId }, 'category_id'], [{ category_id: 999_999 }, 'category_id'],
      [{ brand_id: undefined }, 'brand_id'], [{ brand_id: 999_999 }, 'brand_id'],
      [{ price: undefined }, 'price'], [{ price: '0' }, 'price'], [{ price: '-1' }, 'price'], [{ price: '1.999' }, 'price'], [{ price: '' }, 'price'],
      [{ stock: undefined }, 'stock'], [{ stock: -1 }, 'stock'], [{ stock: '3' }, 'stock'], [{ stock: 1.5 }, 'stock'],
      [{ product_code: 'TAKEN' }, 'product_code'], [{ market_price: 'x' }, 'market_price'], [{ supply_price: '-1' }, 'supply_price'],
      [{ cost_price: '1e3' }, 'cost_price'], [{ main_images: ['javascript:1'] }, 'main_images'], [{ detail_images: ['../x'] }, 'detail_images'],
      [{ manuals: [{ title: '书', url: 'data:x' }] }, 'manuals'], [{ spec_options: { 颜色: ['白', '白'] } }, 'spec_options'],
      [{ warranty_months: 241 }, 'warranty_months'], [{ is_active: 'x' }, 'is_active'],
    ] as const) {
      const answer = await call('POST', '', body(more))
      expect([answer.statusCode, Object.keys(answer.json().errors ?? {}), more]).toEqual([400, [field], more])
    }
    expect([await countOf(w, 'catalog.products'), await countOf(w, 'catalog.skus')]).toEqual([products, skus])
  })
})

describe('changing a product', () => {
  test('what is left out stays; price and name follow to its SKU, stock does not', async () => {
    const { id, default_sku_id: skuId } = await made({ supply_price: '3000' })
    const changed = (await call('PATCH', `${id}/`, { name: '新冰箱', price: '3999', market_price: null, stock: 99, supply_price: null })).json()
    expect(changed).toMatchObject({
      name: '新冰箱', price: '3999.00', stock: 3, market_price: null, supply_price: null, brand_id: brandId,
      skus: [{ id: skuId, name: '新冰箱', price: '3999.00' }],
    })
    expect(await pricesOf(skuId)).toMatchObject([
      { new_price_fen: 429_905 }, { old_price_fen: 429_905, new_price_fen: 399_900 },
    ])
    expect((await lastEvent())?.body).toEqual({
      productId: id, actorId: boss.userId, fields: ['name', 'supplyPriceFen', 'priceFen', 'marketPriceFen'],
      changes: [
        { field: 'name', from: '十字门冰箱', to: '新冰箱' }, { field: 'supplyPriceFen', from: 300_000, to: null },
        { field: 'priceFen', from: 429_905, to: 399_900 },
      ],
    })
    const found = (await w.app.inject('/api/products/?search=新冰箱')).json()
    expect(found.results.map((row: { id: number }) => row.id)).toEqual([id])
    expect((await call('PATCH', '999999/', { name: 'a' })).statusCode).toBe(404)
    expect((await call('PUT', `${id}/`, { name: 'a' })).statusCode).toBe(400)
  })

  test('what was read can be sent back whole', async () => {
    const { productId } = await aProduct(w, { skus: [{ code: 'a' }, { code: 'b', specs: { 颜色: '灰' }, priceFen: 188_800 }], options: [{ name: '颜色', values: ['白', '灰'] }] })
    const read = (await call('GET', `${productId}/`)).json()
    w.advanceMinutes(1)
    const { updated_at: after, ...put } = (await call('PUT', `${productId}/`, read)).json()
    expect({ ...put, updated_at: read.updated_at }).toEqual(read)
    expect(after).not.toBe(read.updated_at)
    const refused = await call('PATCH', `${productId}/`, { price: '1', cost_price: '1' })
    expect(Object.keys(refused.json().errors)).toEqual(['price'])
  })

  test('under another category it is found there', async () => {
    const { id, default_sku_id: skuId } = await made()
    const other = await aCategoryBranch(w)
    expect((await call('PATCH', `${id}/`, { category_id: other.majorId })).json().errors).toHaveProperty('category_id')
    await call('PATCH', `${id}/`, { category_id: other.itemId })
    const skus = (await w.app.inject(`/api/categories/${other.itemId}/skus`)).json()
    expect(skus.results.map((row: { id: number }) => row.id)).toEqual([skuId])
    expect((await w.app.inject(`/api/products/by_category/?category_id=${other.majorId}`)).json().total).toBe(1)
  })

  test('SKUs follow new options, and hold on to values in use', async () => {
    const { id } = await made({ spec_options: { 颜色: ['白', '灰'] } })
    const changed = (await call('PATCH', `${id}/`, { spec_options: { 颜色: ['灰', '白'], 容量: ['510'] } })).json()
    expect(changed.skus).toMatchObject([{ name: '十字门冰箱 白 510', specs: { 颜色: '白', 容量: '510' } }])
    const refused = await call('PATCH', `${id}/`, { spec_options: { 颜色: ['灰'] } })
    expect([refused.statusCode, Object.keys(refused.json().errors)]).toEqual([400, ['spec_options']])
    expect((await call('PATCH', `${id}/`, { spec_options: {} })).json().skus).toMatchObject([{ name: '十字门冰箱', specs: {} }])
  })

  test('what somebody else changed since is not written over, when the caller says what he saw', async () => {
    const { id, updated_at } = await made()
    const first = (await call('PATCH', `${id}/`, { key_spec: '一', updated_at })).json()
    const stale = await call('PATCH', `${id}/`, { key_spec: '二', updated_at })
    expect(stale.json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT', facts: { updated_at: first.updated_at } })
    const byHeader = await call('PATCH', `${id}/`, { key_spec: '二' }, { ...boss.headers, 'if-match': `"${updated_at}"` })
    expect(byHeader.statusCode).toBe(409)
    expect((await call('GET', `${id}/`)).json().key_spec).toBe('一')
    expect((await call('PATCH', `${id}/`, { key_spec: '三' })).json().key_spec).toBe('三')
    expect((await call('PATCH', `${id}/`, { updated_at: 'yesterday' })).json().errors).toHaveProperty('updated_at')
  })

  test('two edit at once: the second waits, and is refused', async () => {
    const { id, updated_at } = await made()
    const edit = { id, change: { keySpec: '一' }, prices: {}, knownAt: new Date(updated_at), actorId: boss.userId, at: w.deps.now() }
    const race = await whileFirstIsOpen(w, (tx) => changeProduct(tx, edit), () => call('PATCH', `${id}/`, { key_spec: '二', updated_at }))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ status: 'fulfilled', value: { statusCode: 409 } })
    expect((await call('GET', `${id}/`)).json().key_spec).toBe('一')
  })
})

describe('removing a product', () => {
  test('one that nothing refers to goes with its SKU', async () => {
    const { id } = await made({ stock: 0 })
    expect((await call('DELETE', `${id}/`)).statusCode).toBe(204)
    expect((await call('DELETE', `${id}/`)).statusCode).toBe(404)
    expect(await w.db.selectFrom('catalog.skus').select('id').where('product_id', '=', id).execute()).toEqual([])
    expect((await lastEvent())?.type).toBe('catalog.product_removed.v1')
  })

  test('one that orders, carts and the log refer to stays, and says how many', async () => {
    const { id, default_sku_id: skuId } = await made()
    const ann = await aBuyer(w, 'buyer')
    expect((await place(w, ann, { productId: id, skuId })).statusCode).toBe(201)
    await w.app.inject({ method: 'POST', url: '/api/cart/', headers: ann.headers, payload: { sku_id: skuId, count: 1 } })
    expect((await call('DELETE', `${id}/`)).json()).toMatchObject({
      code: 409, error_code: 'RESOURCE_CONFLICT', facts: { counts: { orders: 1, cart_lines: 1, stock_moves: 2, units: 0 } },
    })
    expect((await call('GET', `${id}/`)).statusCode).toBe(200)
  })
})
