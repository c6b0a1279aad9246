import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct, aSku } from '../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { lockSelectedLines, mergeGuestCart, removeLines } from '../modules/cart/index.ts'

type Headers = Record<string, string>
type Said = { sku_id?: unknown; count?: unknown; selected?: unknown }

const call = (w: World, method: 'POST' | 'PUT' | 'DELETE', payload: Said, headers: Headers = {}) =>
  w.app.inject({ method, url: '/api/cart/', payload, headers })
const tickAll = (w: World, headers: Headers, selected: boolean) =>
  w.app.inject({ method: 'PUT', url: '/api/cart/selection/', payload: { selected }, headers })
const linesOf = async (w: World, headers: Headers = {}) => (await w.app.inject({ url: '/api/cart/', headers }))
  .json<{ id: number; count: number; selected: boolean }[]>().map(({ id, count, selected }) => [id, count, selected])
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  ({ cookie: `hearth_cart=${answer.cookies.find(({ name }) => name === 'hearth_cart')?.value ?? ''}` })

describe('a person\'s cart', () => {
  test('adds, sets, lists and removes', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const { skuIds: [white = 0, grey = 0], productId } = await aProduct(w, {
      name: '双门冰箱', mainImages: ['products/1/front.webp'],
      skus: [
        { code: 'w', onHandQty: 5 },
        { code: 'g', specs: { 颜色: '灰' }, priceFen: 5, image: 'products/1/grey.webp' },
      ],
    })
    const first = await call(w, 'POST', { sku_id: white, count: 2 }, headers)
    expect(first.json()).toEqual({ sku_id: white, count: 2, selected: true })
    const added = await call(w, 'POST', { sku_id: white, count: 1, selected: false }, headers)
    expect([added.statusCode, added.json()]).toEqual([201, { sku_id: white, count: 3, selected: false }])
    const set = await call(w, 'PUT', { sku_id: grey, count: 4 }, headers)
    expect([set.statusCode, set.json()]).toEqual([200, { sku_id: grey, count: 4, selected: true }])
    expect((await w.app.inject({ url: '/api/cart/', headers })).json()).toEqual([
      {
        id: grey, count: 4, name: '双门冰箱 灰', default_image_url: 'http://localhost:8000/media/products/1/grey.webp',
        price: '0.05', selected: true, discounted_price: '0.05', stock: 10, product_id: productId, specs: { 颜色: '灰' },
        is_launched: true, is_available: true, unavailable: null, price_then: null, max_count: 10,
      },
      {
        id: white, count: 3, name: '双门冰箱 白', default_image_url: 'http://localhost:8000/media/products/1/front.webp',
        price: '1999.00', selected: false, discounted_price: '1999.00', stock: 5, product_id: productId,
        specs: { 颜色: '白' }, is_launched: true, is_available: true, unavailable: null, price_then: null, max_count: 5,
      },
    ])
    const removed = await call(w, 'DELETE', { sku_id: white }, headers)
    expect([removed.statusCode, removed.body]).toEqual([204, ''])
    expect((await w.app.inject({ method: 'DELETE', url: `/api/cart/?sku_id=${grey}`, headers })).statusCode).toBe(204)
    expect(await countOf(w, 'cart.lines')).toBe(0)
  })

  test('a line of what has sold out can be unticked, and not made longer', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const { skuId } = await aSku(w, { onHandQty: 2 })
    await call(w, 'POST', { sku_id: skuId, count: 2 }, headers)
    await w.db.updateTable('stock.levels').set({ on_hand_qty: 0 }).where('sku_id', '=', skuId).execute()
    await w.db.updateTable('catalog.skus').set({ is_launched: false }).where('id', '=', skuId).execute()
    expect((await call(w, 'PUT', { sku_id: skuId, count: 2, selected: false }, headers)).statusCode).toBe(200)
    expect((await call(w, 'PUT', { sku_id: skuId, count: 1, selected: true }, headers)).statusCode).toBe(400)
    expect((await call(w, 'PUT', { sku_id: skuId, count: 3, selected: false }, headers)).statusCode).toBe(400)
    expect(await linesOf(w, headers)).toEqual([[skuId, 2, false]])
  })

  test('ticks and unticks everything', async () => {
    await using w = await openWorld()
    const { headers, userId } = await w.signIn('ann')
    const { skuIds: [a = 0, b = 0] } = await aProduct(w, { skus: [{ code: 'a' }, { code: 'b' }] })
    await call(w, 'POST', { sku_id: b, count: 1 }, headers)
    await call(w, 'POST', { sku_id: a, count: 2, selected: false }, headers)
    const answer = await tickAll(w, headers, true)
    expect([answer.statusCode, answer.json()]).toEqual([200, { message: 'ok' }])
    expect(await w.inTx((tx) => lockSelectedLines(tx, userId))).toEqual([{ skuId: a, qty: 2 }, { skuId: b, qty: 1 }])
    await w.inTx((tx) => removeLines(tx, userId, [a]))
    await tickAll(w, headers, false)
    expect(await linesOf(w, headers)).toEqual([[b, 1, false]])
  })

  test('the list is one statement, and says what can no longer be had', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const { skuIds } = await aProduct(w, { skus: [{ code: 'a', onHandQty: 3 }, { code: 'b' }] })
    for (const sku_id of skuIds) await call(w, 'POST', { sku_id, count: 3 }, headers)
    const asking = await w.statements(() => w.app.inject({ url: '/api/user/', headers }))
    expect(await w.statements(() => w.app.inject({ url: '/api/cart/', headers })) - asking).toBe(1)
    await w.db.updateTable('stock.levels').set({ on_hand_qty: 2 }).where('sku_id', '=', skuIds[0] ?? 0).execute()
    await w.db.updateTable('catalog.skus').set({ is_launched: false }).where('id', '=', skuIds[1] ?? 0).execute()
    const lines = (await w.app.inject({ url: '/api/cart/', headers })).json()
    expect(lines).toMatchObject([
      { id: skuIds[1], stock: 10, is_launched: false, is_available: false },
      { id: skuIds[0], stock: 2, is_launched: true, is_available: false },
    ])
  })

  test('an addition with an Idempotency-Key adds once', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const { skuId } = await aSku(w)
    const keyed = { ...headers, 'idempotency-key': 'k1' }
    const add = () => call(w, 'POST', { sku_id: skuId, count: 2 }, keyed)
    const answers = [await add(), await add()]
    expect(answers.map((answer) => answer.json().count)).toEqual([2, 2])
    expect((await call(w, 'POST', { sku_id: skuId, count: 3 }, keyed)).statusCode).toBe(409)
    expect(await linesOf(w, headers)).toEqual([[skuId, 2, true]])
  })
})

describe('what a cart refuses', () => {
  let shared: World
  beforeAll(async () => { shared = await openWorld() })
  afterAll(() => shared[Symbol.asyncDispose]())

  test('more than is free; for an addition the sum counts', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const { skuId } = await aSku(w, { onHandQty: 5 })
    await call(w, 'POST', { sku_id: skuId, count: 3 }, headers)
    const tooMany = await call(w, 'POST', { sku_id: skuId, count: 3 }, headers)
    expect(tooMany.statusCode).toBe(400)
    expect(tooMany.json()).toMatchObject({
      error_code: 'INSUFFICIENT_STOCK', facts: { skus: [{ sku_id: skuId, wanted: 6, free: 5 }] },
    })
    expect((await call(w, 'PUT', { sku_id: skuId, count: 6 }, headers)).json().error_code).toBe('INSUFFICIENT_STOCK')
    expect(await linesOf(w, headers)).toEqual([[skuId, 3, true]])
  })

  test('what is unknown or not for sale', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w, { isLaunched: false })
    const { skuIds: [hidden] } = await aProduct(w, { isActive: false })
    const unknown = (await call(w, 'POST', { sku_id: 999_999, count: 1 })).json()
    expect(unknown).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR', errors: { sku_id: ['商品不存在。'] } })
    for (const sku_id of [skuId, hidden]) {
      for (const method of ['POST', 'PUT'] as const) {
        const refused = (await call(w, method, { sku_id, count: 1 })).json()
        expect(refused).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
      }
    }
    expect(await countOf(w, 'cart.lines')).toBe(0)
  })

  test.each<[string, Said, string]>([
    ['no SKU', { count: 1 }, 'sku_id'],
    ['no count', { sku_id: 1 }, 'count'],
    ['a count of nothing', { sku_id: 1, count: 0 }, 'count'],
    ['a fraction', { sku_id: 1, count: 1.5 }, 'count'],
    ['a count as text', { sku_id: 1, count: '2' }, 'count'],
    ['a tick that is none', { sku_id: 1, count: 1, selected: 'yes' }, 'selected'],
    ['too many', { sku_id: 1, count: 10_000 }, 'count'],
  ])('%s', async (_, payload, field) => {
    const answer = await call(shared, 'POST', payload)
    expect(answer.json()).toMatchObject({
      code: 400, error_code: 'VALIDATION_ERROR', errors: { [field]: [expect.any(String)] },
    })
  })

  test('a removal that names nothing', async () => {
    const answer = await shared.app.inject({ method: 'DELETE', url: '/api/cart/' })
    expect(answer.json()).toMatchObject({ code: 400, errors: { sku_id: ['此项必填。'] } })
  })
})

describe('a visitor\'s cart', () => {
  test('lives under an opaque cookie, made on the first write; only its hash is stored', async () => {
    await using w = await openWorld()
    const { skuId } = await aSku(w)
    const looked = await w.app.inject('/api/cart/')
    expect([looked.json(), looked.cookies]).toEqual([[], []])
    expect((await call(w, 'POST', { sku_id: skuId, count: 999 })).cookies).toEqual([])
    const added = await w.app.inject({
      method: 'POST', url: '/api/cart/', payload: `sku_id=${skuId}&count=2&selected=true`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(added.cookies).toEqual([{
      name: 'hearth_cart', value: expect.stringMatching(/^[\w-]{43}$/), maxAge: 31_536_000, path: '/', httpOnly: true, sameSite: 'Lax',
    }])
    const cookie = cookieOf(added)
    expect((await call(w, 'POST', { sku_id: skuId, count: 1 }, cookie)).cookies).toEqual([])
    expect(await linesOf(w, cookie)).toEqual([[skuId, 3, true]])
    expect(await linesOf(w, { cookie: 'hearth_cart=guess' })).toEqual([])
    const { guest_hash } = await w.db.selectFrom('cart.lines').select('guest_hash').executeTakeFirstOrThrow()
    expect(guest_hash).toMatch(/^[\w-]{43}$/)
    expect(cookie.cookie).not.toContain(guest_hash)
  })

  test('moves to the person at sign-in: count and tick replace his, capped by what is free', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const skus = [{ code: 'both', onHandQty: 8 }, { code: 'scarce', onHandQty: 6 }, { code: 'gone' }, { code: 'his' }]
    const { skuIds: [both = 0, scarce = 0, gone = 0, his = 0] } = await aProduct(w, { skus })
    await call(w, 'POST', { sku_id: both, count: 5 }, headers)
    await call(w, 'POST', { sku_id: his, count: 1 }, headers)
    const cookie = cookieOf(await call(w, 'POST', { sku_id: both, count: 2, selected: false }))
    await call(w, 'POST', { sku_id: scarce, count: 6 }, cookie)
    await call(w, 'POST', { sku_id: gone, count: 3 }, cookie)
    await w.db.updateTable('stock.levels').set({ on_hand_qty: 4 }).where('sku_id', '=', scarce).execute()
    await w.db.updateTable('stock.levels').set({ on_hand_qty: 0 }).where('sku_id', '=', gone).execute()
    const signIn = { username: 'ann', password: 'test-password-1' }
    await w.app.inject({ method: 'POST', url: '/api/authorizations/', payload: signIn, headers: cookie })
    const moved = [[both, 2, false], [scarce, 4, true], [gone, 1, true], [his, 1, true]]
    expect(new Set(await linesOf(w, headers))).toEqual(new Set(moved))
    expect(await linesOf(w, cookie)).toEqual([])
  })

  test('two sign-ins at once move it once', async () => {
    await using w = await openWorld()
    const { userId, headers } = await w.signIn('ann')
    const { skuId } = await aSku(w)
    await call(w, 'POST', { sku_id: skuId, count: 2 })
    const { guest_hash: guestHash } = await w.db.selectFrom('cart.lines').select('guest_hash').executeTakeFirstOrThrow()
    const merge = { guestHash: guestHash ?? '', userId, at: w.deps.now() }
    const race = await whileFirstIsOpen(w,
      (tx) => mergeGuestCart(tx, merge), () => w.inTx((tx) => mergeGuestCart(tx, merge)))
    expect([race.rivalWaited, race.first.status, race.rival.status]).toEqual([true, 'fulfilled', 'fulfilled'])
    expect(await linesOf(w, headers)).toEqual([[skuId, 2, true]])
    expect(await countOf(w, 'cart.lines')).toBe(1)
  })
})
