import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { aProduct } from '../../tests/support/builders.ts'
import { aProductType } from '../../tests/support/unit-builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { addSku } from '../modules/catalog/index.ts'
import { holdStock } from '../modules/stock/index.ts'

let w: World
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('the_boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const call = (method: Method, url: string, payload?: object, headers: Record<string, string> = boss.headers) =>
  w.app.inject({ method, url: `/api/${url}`, headers, ...(payload && { payload }) })
const options = [{ name: '颜色', values: ['白', '灰'] }, { name: '容量', values: ['510', '600'] }]
const specs = (颜色: string, 容量: string) => ({ 颜色, 容量 })
const aFridge = (more: object = {}) => aProduct(w, {
  name: '冰箱', options, skus: [{ code: 'A', specs: specs('白', '510'), priceFen: 300_000, onHandQty: 5 }], ...more,
})
const productOf = async (id: number) => (await call('GET', `products/${id}/`)).json()

describe('SKUs', () => {
  test('one is added whole; the product follows the cheaper one', async () => {
    const { productId, skuIds } = await aFridge()
    const product_type_id = await aProductType(w)
    const answer = await call('POST', `products/${productId}/skus/`, {
      specs: specs('灰', '510'), price: '2899.5', market_price: '3500', cost_price: '2000.01', stock: 4, barcode: '6901234567892',
      image: 'p/grey.webp', product_type_id, order: 2, caption: '小户型',
    })
    expect([answer.statusCode, answer.json()]).toEqual([201, {
      id: expect.any(Number), product_id: productId, name: '冰箱 灰 510', caption: '小户型', sku_code: 'SKU-2', barcode: '6901234567892',
      specs: specs('灰', '510'), price: '2899.50', market_price: '3500.00', cost_price: '2000.01', stock: 4, on_hand: 4, held: 0,
      image: 'http://localhost:8000/media/p/grey.webp', is_launched: true, is_default: true, product_type_id, order: 2, sales: 0,
      created_at: '2026-11-20T10:00:00.000+08:00', updated_at: '2026-11-20T10:00:00.000+08:00',
    }])
    expect(await productOf(productId)).toMatchObject({ price: '2899.50', market_price: '3500.00', default_sku_id: answer.json().id, stock: 9 })
    const all = (await call('GET', `products/${productId}/skus/`)).json<ConsoleSku[]>()
    expect(all.map(({ id, is_default }) => [id, is_default])).toEqual([[skuIds[0], false], [answer.json().id, true]])
    expect((await w.app.inject(`/api/products/${productId}/`)).body).not.toMatch(/cost|2000\.01|690123/)
    expect((await w.app.inject(`/api/skus/${answer.json().id}/`)).body).not.toMatch(/cost|2000\.01/)
    expect(await call('GET', `products/${productId}/skus/`, undefined, (await w.signIn('ann')).headers)).toMatchObject({ statusCode: 403 })
  })

  test('every bad field is named and nothing is written', async () => {
    const { productId } = await aFridge()
    const rows = await countOf(w, 'catalog.skus')
    for (const [more, field] of [
      [{ specs: specs('白', '510') }, 'specs'], [{ specs: { 颜色: '灰' } }, 'specs'], [{ specs: specs('红', '510') }, 'specs'],
      [{ specs: { ...specs('灰', '510'), 门: '三' } }, 'specs'], [{ specs: undefined }, 'specs'], [{ price: '0' }, 'price'], [{ price: undefined }, 'price'],
      [{ price: 'x' }, 'price'], [{ market_price: '-1' }, 'market_price'], [{ cost_price: 'x' }, 'cost_price'], [{ stock: -1 }, 'stock'],
      [{ sku_code: 'A' }, 'sku_code'], [{ image: 'javascript:1' }, 'image'], [{ product_type_id: 999_999 }, 'product_type_id'],
      [{ name: 'a'.repeat(201) }, 'name'],
    ] as const) {
      const answer = await call('POST', `products/${productId}/skus/`, { specs: specs('灰', '600'), price: '1', ...more })
      expect([answer.statusCode, Object.keys(answer.json().errors ?? {}), more]).toEqual([400, [field], more])
    }
    expect(await countOf(w, 'catalog.skus')).toBe(rows)
    expect((await call('POST', 'products/999999/skus/', { price: '1' })).statusCode).toBe(404)
  })

  test('the missing combinations are made at once, and only once', async () => {
    const { productId } = await aFridge()
    const { created } = (await call('POST', `products/${productId}/skus/matrix/`, { price: '3999' })).json<{ created: ConsoleSku[] }>()
    expect(created.map((sku) => [sku.specs, sku.sku_code, sku.price, sku.stock])).toEqual([
      [specs('白', '600'), 'SKU-2', '3999.00', 0], [specs('灰', '510'), 'SKU-3', '3999.00', 0], [specs('灰', '600'), 'SKU-4', '3999.00', 0],
    ])
    expect((await call('POST', `products/${productId}/skus/matrix/`, { price: '3999' })).json()).toEqual({ created: [] })
    expect((await call('POST', `products/${productId}/skus/matrix/`, { price: '0' })).json().errors).toHaveProperty('price')
  })

  test('one is changed; price, default SKU, history and audit follow', async () => {
    const { productId, skuIds: [id = 0] } = await aFridge()
    const { id: other } = (await call('POST', `products/${productId}/skus/`, { specs: specs('灰', '600'), price: '4000' })).json()
    const url = `products/${productId}/skus/${id}/`
    w.advanceMinutes(1)
    const changed = (await call('PATCH', url, { price: '5000', name: '白冰箱', specs: { 容量: '600', 颜色: '白' } })).json()
    expect(changed).toMatchObject({ name: '白冰箱', price: '5000.00', specs: specs('白', '600'), cost_price: '1500.00', stock: 5, is_default: false })
    expect(await productOf(productId)).toMatchObject({ price: '4000.00', default_sku_id: other, updated_at: changed.updated_at })
    await call('PATCH', url, { is_launched: false })
    expect((await productOf(productId)).skus).toHaveLength(1)
    expect((await call('PATCH', url, { specs: specs('灰', '600') })).json().errors).toHaveProperty('specs')
    expect((await call('PATCH', url, { name: 'x', updated_at: changed.created_at })).json().error_code).toBe('RESOURCE_CONFLICT')
    const event = await w.db.selectFrom('platform.events').select('body').orderBy('id', 'desc').executeTakeFirst()
    expect(event?.body).toEqual({
      productId, actorId: boss.userId, fields: ['skus.isLaunched'], act: 'changed',
      skus: [{ id, name: '白冰箱', code: expect.any(String) }], changes: [{ field: 'isLaunched', from: true, to: false }],
    })
    const history = (await call('GET', `products/${productId}/price_history/`)).json()
    expect(history.results).toMatchObject([
      { sku_id: id, sku_name: '白冰箱', old_price: '3000.00', new_price: '5000.00', changed_by: boss.userId, changed_by_name: 'the_boss' },
      { sku_id: other, old_price: null, new_price: '4000.00' },
    ])
    expect((await call('GET', `products/${productId}/price_history/?sku_id=${other}`)).json().total).toBe(1)
    expect(await w.statements(() => call('GET', `products/${productId}/price_history/`))).toBe(4)
    expect((await call('GET', 'products/999999/price_history/')).statusCode).toBe(404)
    const { productId: foreign } = await aFridge()
    expect((await call('PATCH', `products/${foreign}/skus/${id}/`, { name: 'x' })).statusCode).toBe(404)
  })

  test('one that never moved goes; one that did, and the last one, stay', async () => {
    const { productId, skuIds: [used = 0] } = await aFridge()
    const { id } = (await call('POST', `products/${productId}/skus/`, { specs: specs('灰', '600'), price: '1' })).json()
    expect((await call('DELETE', `products/${productId}/skus/${used}/`)).json())
      .toMatchObject({ code: 409, facts: { counts: { orders: 0, cart_lines: 0, stock_moves: 1, units: 0 } } })
    expect((await call('DELETE', `products/${productId}/skus/${id}/`)).statusCode).toBe(204)
    expect(await productOf(productId)).toMatchObject({ price: '3000.00', default_sku_id: used })
    const { productId: fresh, skuIds: [only] } = await aFridge({ skus: [{ code: 'A', specs: specs('白', '510'), onHandQty: 0 }] })
    expect((await call('DELETE', `products/${fresh}/skus/${only}/`)).json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT' })
  })

  test('two add the same combination: the second waits, and is refused', async () => {
    const { productId } = await aFridge()
    const sku = {
      specs: specs('灰', '600'), caption: '', barcode: '', priceFen: 1, marketPriceFen: null, costPriceFen: null, image: '',
      isLaunched: true, productTypeId: null, sortOrder: 0,
    }
    const input = { productId, sku, actorId: boss.userId, at: w.deps.now() }
    const race = await whileFirstIsOpen(w, (tx) => addSku(tx, input),
      () => call('POST', `products/${productId}/skus/`, { specs: specs('灰', '600'), price: '1' }))
    expect([race.rivalWaited, race.rival]).toMatchObject([true, { value: { statusCode: 400 } }])
    expect((await call('GET', `products/${productId}/skus/`)).json()).toHaveLength(2)
  })
})

describe('stock by hand', () => {
  const adjust = (productId: number, payload: object, headers = {}) =>
    call('POST', `products/${productId}/adjust_stock/`, payload, { ...boss.headers, ...headers })

  test('up, down and to what was counted, each in the log', async () => {
    const { productId, skuIds: [skuId = 0] } = await aFridge()
    expect((await adjust(productId, { quantity: 3, reason: ' 到货 ' })).json())
      .toEqual({ sku_id: skuId, product_id: productId, on_hand: 8, held: 0, stock: 8 })
    expect((await adjust(productId, { sku_id: skuId, quantity: -2, reason: '破损' })).json().stock).toBe(6)
    expect((await adjust(productId, { set_to: 10, reason: '盘点' })).json().on_hand).toBe(10)
    const log = (await call('GET', `inventory-logs/?product_id=${productId}`)).json()
    expect(log.results.map((row: { quantity: number; reason: string }) => [row.quantity, row.reason])).toEqual([[4, '盘点'], [-2, '破损'], [3, '到货'], [5, '']])
    expect(log.results[0]).toEqual({
      id: expect.any(Number), product_id: productId, product_name: '冰箱', sku_id: skuId, sku_name: '冰箱 白 510', sku_code: 'A',
      change_type: 'adjust', quantity: 4, reason: '盘点', order_id: null, order_number: null, created_by: boss.userId, created_by_name: 'the_boss',
      created_at: expect.stringContaining('2026-11-20T10:'),
    })
  })

  test('once per key', async () => {
    const { productId } = await aFridge()
    const key = { 'idempotency-key': 'adjust-1' }
    const ask = () => adjust(productId, { quantity: 1, reason: 'x' }, key)
    expect([(await ask()).json().stock, (await ask()).json().stock]).toEqual([6, 6])
  })

  test('what is wrong is named, and nothing is written', async () => {
    const { productId } = await aFridge()
    const { productId: two } = await aFridge({ skus: [{ code: 'A', specs: specs('白', '510') }, { code: 'B', specs: specs('灰', '510') }] })
    const moves = await countOf(w, 'stock.moves')
    for (const [id, payload, field] of [
      [productId, { quantity: 1 }, 'reason'], [productId, { quantity: 1, reason: ' ' }, 'reason'], [productId, { quantity: 1, reason: 'a'.repeat(101) }, 'reason'],
      [productId, { reason: 'x' }, 'quantity'], [productId, { quantity: 1, set_to: 1, reason: 'x' }, 'quantity'], [productId, { quantity: 0, reason: 'x' }, 'quantity'],
      [productId, { quantity: 1.5, reason: 'x' }, 'quantity'], [productId, { set_to: -1, reason: 'x' }, 'set_to'],
      [two, { quantity: 1, reason: 'x' }, 'sku_id'], [productId, { sku_id: 999_999, quantity: 1, reason: 'x' }, 'sku_id'],
    ] as const) {
      const answer = await adjust(id, payload)
      expect([answer.statusCode, Object.keys(answer.json().errors ?? {}), payload]).toEqual([400, [field], payload])
    }
    expect((await adjust(999_999, { quantity: 1, reason: 'x' })).statusCode).toBe(404)
    expect((await adjust(productId, { quantity: -6, reason: 'x' })).json()).toMatchObject({ code: 400, facts: { held: 0 } })
    expect(await countOf(w, 'stock.moves')).toBe(moves)
  })

  test('an order takes the pieces first: the correction waits for it, then may not go below what is held', async () => {
    const { productId, skuIds: [skuId = 0] } = await aFridge()
    const hold = { orderId: 1, lines: [{ skuId, qty: 4 }], at: w.deps.now(), actorId: null }
    const race = await whileFirstIsOpen(w, (tx) => holdStock(tx, hold), () => adjust(productId, { quantity: -2, reason: 'x' }))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival.status === 'fulfilled' && race.rival.value.json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR', facts: { held: 4 } })
    expect((await adjust(productId, { set_to: 4, reason: 'x' })).json()).toMatchObject({ on_hand: 4, held: 4, stock: 0 })
  })
})

test('a SKU that nobody gave stock runs low too, as do a hundred pieces and more when they are few', async () => {
  await using own = await openWorld()
  const support = await own.signIn('support', { role: 'support' })
  const { skuIds: [a = 0, b = 0] } = await aProduct(own, { skus: [{ code: 'a', onHandQty: 100 }, { code: 'b', onHandQty: 101 }] })
  const { rows: [{ id: c } = { id: 0 }] } = await sql<{ id: number }>`
    insert into catalog.skus (product_id, category_id, name, sku_code, price_fen, created_at, updated_at)
    select product_id, category_id, name, 'c', price_fen, created_at, updated_at from catalog.skus where id = ${a} returning id`
    .execute(own.db)
  const low = async (query: string) => (await own.app.inject({ url: `/api/products/low_stock/${query}`, headers: support.headers })).json()
  expect(await low('?threshold=100')).toMatchObject({ total: 2, results: [{ sku_id: c, stock: 0 }, { sku_id: a, stock: 100 }] })
  expect((await low('?threshold=101')).results.map((row: { sku_id: number }) => row.sku_id)).toEqual([c, a, b])
  expect(await low('?threshold=101&page_size=1&page=3')).toMatchObject({ total: 3, results: [{ sku_id: b, stock: 101 }] })
})

describe('what staff read', () => {
  test('the log by SKU, kind and day; in two statements whatever its length', async () => {
    await using own = await openWorld()
    const support = await own.signIn('support', { role: 'support' })
    const ask = async (url: string) => (await own.app.inject({ url: `/api/${url}`, headers: support.headers })).json()
    const { skuIds: [a = 0, b = 0] } = await aProduct(own, { skus: [{ code: 'a' }, { code: 'b', onHandQty: 3 }] })
    await own.inTx((tx) => holdStock(tx, { orderId: 7, lines: [{ skuId: a, qty: 2 }], at: new Date('2026-11-19T15:59:59Z'), actorId: null }))
    const count = async (query: string) => (await ask(`inventory-logs/${query}`)).total
    expect(await count('')).toBe(3)
    expect([await count(`?sku_id=${b}`), await count('?change_type=lock'), await count('?change_type=adjust')]).toEqual([1, 1, 2])
    expect([await count('?end_date=2026-11-19'), await count('?start_date=2026-11-20'), await count('?start_date=2026-11-21')]).toEqual([1, 2, 0])
    expect((await ask('inventory-logs/?start_date=2026-02-30')).errors).toHaveProperty('start_date')
    expect((await ask('inventory-logs/?change_type=x')).errors).toHaveProperty('change_type')
    expect((await ask('inventory-logs/?page_size=1&page=3')).results).toMatchObject([{ change_type: 'lock', quantity: -2, order_id: 7, created_by: null }])
    const few = await own.statements(() => ask('inventory-logs/?page_size=1'))
    expect(await own.statements(() => ask('inventory-logs/'))).toBe(few)
    expect((await ask('products/low_stock/')).results).toMatchObject([{ sku_id: b, stock: 3, on_hand: 3, held: 0 }])
    expect((await ask('products/low_stock/?threshold=8')).results.map((row: { sku_id: number }) => row.sku_id)).toEqual([b, a])
    expect((await ask('products/low_stock/?threshold=2')).total).toBe(0)
    const low = async (threshold: number) =>
      (await ask(`products/low_stock/?threshold=${threshold}`)).results.map((row: { sku_id: number }) => row.sku_id)
    expect(await low(150)).toEqual([b, a])
    const ann = await own.signIn('ann')
    for (const url of ['inventory-logs/', 'products/low_stock/']) {
      expect((await own.app.inject({ url: `/api/${url}`, headers: ann.headers })).statusCode).toBe(403)
    }
  })
})
