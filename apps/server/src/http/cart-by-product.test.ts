import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct, aSku } from '../../tests/support/builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

type Headers = Record<string, string>
let w: World
beforeAll(async () => { w = await openWorld() })
afterAll(() => w[Symbol.asyncDispose]())

const ask = (verb: string, payload: object, headers: Headers) =>
  w.app.inject({ method: 'POST', url: `/api/cart/${verb}/`, payload, headers })
const mine = async (headers: Headers) => (await w.app.inject({ url: '/api/cart/my_cart/', headers })).json()

describe('the cart by product', () => {
  test('is the same cart as the one by SKU', async () => {
    const { headers, userId } = await w.signIn('ann')
    const { productId, skuIds: [white = 0, grey = 0] } = await aProduct(w, {
      name: '双门冰箱', skus: [{ code: 'w', onHandQty: 5 }, { code: 'g', specs: { 颜色: '灰' }, priceFen: 300_000 }],
    })
    const added = await ask('add_item', { product_id: productId }, headers)
    expect(added.statusCode).toBe(201)
    await ask('add_item', { product_id: productId, sku_id: grey, quantity: 2 }, headers)
    expect(await mine(headers)).toMatchObject({
      id: userId, user: userId, items: [
        { product: productId, sku: grey, sku_specs: { 颜色: '灰' }, quantity: 2, selected: true, price: '3000.00', unavailable: null },
        { product_id: productId, sku_id: white, quantity: 1, product_name: '双门冰箱', stock: 5, max_count: 5 },
      ],
    })
    const lines = (await w.app.inject({ url: '/api/cart/', headers })).json<{ id: number }[]>()
    expect(lines.map((line) => line.id)).toEqual([grey, white])
    expect((await ask('update_item', { product_id: productId, sku_id: grey, quantity: 4 }, headers)).json().items[0].quantity).toBe(4)
    expect((await ask('update_item', { product_id: productId, sku_id: grey, quantity: 0 }, headers)).json().items).toHaveLength(1)
    await ask('add_item', { product_id: productId, sku_id: grey }, headers)
    expect((await ask('remove_item', { product_id: productId }, headers)).json().items).toEqual([])
    await ask('add_item', { product_id: productId }, headers)
    expect((await ask('clear', {}, headers)).json()).toEqual({ id: userId, user: userId, items: [] })
  })

  test('refuses what is unknown, foreign or too much, and a count as text', async () => {
    const { headers } = await w.signIn('bob')
    const [{ productId }, other] = [await aSku(w, { onHandQty: 2 }), await aSku(w)]
    const statuses = await Promise.all([
      ask('add_item', { product_id: 999_999 }, headers), ask('update_item', { product_id: 999_999, quantity: 1 }, headers),
      ask('add_item', { product_id: productId, sku_id: other.skuId }, headers),
      ask('add_item', { product_id: productId, quantity: 0 }, headers),
      ask('add_item', { product_id: productId, quantity: '1' }, headers),
      ask('update_item', { product_id: productId, quantity: 3 }, headers),
      w.app.inject({ url: '/api/cart/my_cart/' }),
    ])
    expect(statuses.map((answer) => answer.statusCode)).toEqual([404, 404, 400, 400, 400, 400, 401])
    expect((await mine(headers)).items).toEqual([])
  })

  test('an addition with an Idempotency-Key adds once; two at once never lose one', async () => {
    const { headers } = await w.signIn('cat')
    const { productId } = await aSku(w)
    const keyed = { ...headers, 'idempotency-key': 'k' }
    const twice = [await ask('add_item', { product_id: productId }, keyed), await ask('add_item', { product_id: productId }, keyed)]
    expect(twice.map((answer) => answer.json().items[0].quantity)).toEqual([1, 1])
    await Promise.all([0, 1, 2].map(() => ask('add_item', { product_id: productId }, headers)))
    expect((await mine(headers)).items[0].quantity).toBe(4)
  })
})

describe('what changed since something was put in', () => {
  const line = async (headers: Headers) => (await w.app.inject({ url: '/api/cart/', headers })).json()[0]
  const put = (sku_id: number, count: number, headers: Headers) =>
    w.app.inject({ method: 'PUT', url: '/api/cart/', payload: { sku_id, count }, headers })

  test('another price is told beside today\'s, until the SKU is put in again', async () => {
    const { headers } = await w.signIn('dan')
    const { skuId } = await aSku(w, { priceFen: 499_900 })
    await put(skuId, 1, headers)
    await w.db.updateTable('catalog.skus').set({ price_fen: 489_900 }).where('id', '=', skuId).execute()
    expect(await line(headers)).toMatchObject({ price: '4899.00', price_then: '4999.00' })
    await put(skuId, 2, headers)
    expect(await line(headers)).toMatchObject({ count: 2, price_then: '4999.00' })
    await w.app.inject({ method: 'POST', url: '/api/cart/', payload: { sku_id: skuId, count: 1 }, headers })
    expect(await line(headers)).toMatchObject({ count: 3, price_then: null })
  })

  test('what cannot be had says why, and how many may be had', async () => {
    const { headers } = await w.signIn('eve')
    const { skuId } = await aSku(w, { onHandQty: 5 })
    await put(skuId, 4, headers)
    const stock = (on_hand_qty: number) =>
      w.db.updateTable('stock.levels').set({ on_hand_qty }).where('sku_id', '=', skuId).execute()
    expect(await line(headers)).toMatchObject({ unavailable: null, max_count: 5 })
    await stock(3)
    expect(await line(headers)).toMatchObject({ unavailable: 'too_few', max_count: 3, is_available: false })
    await stock(0)
    expect(await line(headers)).toMatchObject({ unavailable: 'sold_out', max_count: 0 })
    await w.db.updateTable('catalog.skus').set({ is_launched: false }).where('id', '=', skuId).execute()
    expect(await line(headers)).toMatchObject({ unavailable: 'off_sale', max_count: 0 })
  })
})

describe('a cart has its limits, a guest\'s too', () => {
  test('the hundred and first line is refused, also when they race, and a merge keeps to it', async () => {
    const skus = Array.from({ length: 103 }, (_, at) => ({ code: `L${at}`, specs: { 颜色: `色${at}` } }))
    const { skuIds } = await aProduct(w, { skus })
    const at = w.deps.now()
    const rows = (owner: { user_id?: number; guest_hash?: string }, ids: number[]) => w.db.insertInto('cart.lines')
      .values(ids.map((sku_id) => ({ ...owner, sku_id, qty: 1, created_at: at, updated_at: at }))).execute()
    const first = await w.app.inject({ method: 'POST', url: '/api/cart/', payload: { sku_id: skuIds[0], count: 1 } })
    const cookie = { cookie: `hearth_cart=${first.cookies[0]?.value}` }
    const { guest_hash } = await w.db.selectFrom('cart.lines').select('guest_hash').where('sku_id', '=', skuIds[0] ?? 0)
      .executeTakeFirstOrThrow()
    await rows({ guest_hash: guest_hash ?? '' }, skuIds.slice(1, 98))
    const racing = await Promise.all(skuIds.slice(98, 103).map((sku_id) =>
      w.app.inject({ method: 'POST', url: '/api/cart/', payload: { sku_id, count: 1 }, headers: cookie })))
    expect(racing.map((answer) => answer.statusCode).sort()).toEqual([201, 201, 400, 400, 400])
    expect(racing.find((answer) => answer.statusCode === 400)?.json()).toMatchObject({ facts: { max_lines: 100 } })
    const { userId, headers } = await w.signIn('fay')
    const { skuIds: own } = await aProduct(w, { skus: skus.slice(0, 5).map((sku) => ({ ...sku, code: `O${sku.code}` })) })
    await rows({ user_id: userId }, own)
    await w.app.inject({
      method: 'POST', url: '/api/authorizations/', payload: { username: 'fay', password: 'test-password-1' }, headers: cookie,
    })
    expect((await w.app.inject({ url: '/api/cart/', headers })).json()).toHaveLength(100)
  })

  test('so is the piece that is one too many', async () => {
    const { headers } = await w.signIn('gil')
    const [a, b] = [await aSku(w, { onHandQty: 9_000 }), await aSku(w, { onHandQty: 9_000 })]
    const put = (sku_id: number, count: number) =>
      w.app.inject({ method: 'POST', url: '/api/cart/', payload: { sku_id, count }, headers })
    expect((await put(a.skuId, 9_000)).statusCode).toBe(201)
    expect((await put(b.skuId, 1_000)).json()).toMatchObject({ code: 400, facts: { max_pieces: 9_999 } })
    expect((await put(b.skuId, 999)).statusCode).toBe(201)
  })
})
