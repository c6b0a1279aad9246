import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduct, aSku } from '../../tests/support/builders.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

let w: World
let skus: number[]
beforeAll(async () => {
  w = await openWorld()
  skus = (await aProduct(w, { skus: Array.from({ length: 25 }, (_, n) => ({ code: `S${n}`, specs: { 号: String(n) } })) })).skuIds
})
afterAll(() => w[Symbol.asyncDispose]())

const look = async ({ headers }: SignedIn, payload: object) => {
  const answer = await w.app.inject({ method: 'POST', url: '/api/browse_histories/', headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}
const seen = async ({ headers }: SignedIn): Promise<number[]> =>
  (await w.app.inject({ url: '/api/browse_histories/', headers })).json().map(({ id }: { id: number }) => id)

describe('what a person looked at', () => {
  test('is kept once, the newest first, and shown as cards', async () => {
    const ann = await w.signIn('ann')
    const [a = 0, b = 0] = skus
    expect(await look(ann, { sku_id: a })).toEqual({ status: 201, body: { sku_id: a } })
    await look(ann, { sku_id: b })
    expect(await seen(ann)).toEqual([b, a])
    await look(ann, { sku_id: a })
    expect(await seen(ann)).toEqual([a, b])
    const [card] = (await w.app.inject({ url: '/api/browse_histories/', headers: ann.headers })).json()
    expect(card).toMatchObject({
      id: a, name: expect.stringMatching(/^冰箱 \d+ 0$/), price: '1999.00', comments: 0,
      default_image_url: expect.stringMatching(/^http:\/\/localhost:8000\/media\/products\//),
    })
    expect(await w.statements(() => seen(ann))).toBe(2)
  })

  test('is the newest twenty, however many looks come at once', async () => {
    const bob = await w.signIn('bob')
    const answers = await Promise.all(skus.map((id) => look(bob, { sku_id: id })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(await seen(bob)).size).toBe(20)
    for (const id of skus) await look(bob, { sku_id: id })
    expect(await seen(bob)).toEqual([...skus].reverse().slice(0, 20))
    const kept = await w.db.selectFrom('search.browse_history').select('id').where('user_id', '=', bob.userId).execute()
    expect(kept).toHaveLength(20)
  })

  test('the same look fifty times at once is one', async () => {
    const cid = await w.signIn('cid')
    const answers = await Promise.all(Array.from({ length: 50 }, () => look(cid, { sku_id: skus[3] })))
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect(await seen(cid)).toEqual([skus[3]])
  })

  test('takes what he looked at before he signed in, the oldest first; unknown ones are left out', async () => {
    const dora = await w.signIn('dora')
    const [a = 0, b = 0, c = 0] = skus
    await look(dora, { sku_id: b })
    expect(await look(dora, { sku_ids: [a, 999_999, c, a] })).toEqual({ status: 201, body: { sku_ids: [a, c, a] } })
    expect(await seen(dora)).toEqual([a, c, b])
    expect(await look(dora, { sku_ids: [] })).toEqual({ status: 201, body: { sku_ids: [] } })
    expect(await look(dora, { sku_ids: [c], sku_id: b })).toEqual({ status: 201, body: { sku_ids: [c], sku_id: b } })
    expect(await seen(dora)).toEqual([b, c, a])
  })

  test('leaves out what is no longer for sale, and what is gone', async () => {
    const eve = await w.signIn('eve')
    const [on, off] = [await aSku(w), await aSku(w)]
    for (const { skuId } of [on, off]) await look(eve, { sku_id: skuId })
    await w.db.updateTable('catalog.products').set({ is_active: false }).where('id', '=', off.productId).execute()
    await w.db.insertInto('search.browse_history').values({ user_id: eve.userId, sku_id: 888_888, viewed_at: w.deps.now() }).execute()
    expect(await seen(eve)).toEqual([on.skuId])
  })

  test.each([
    [{}, 'sku_id'], [{ sku_id: 999_999 }, 'sku_id'], [{ sku_id: 'x' }, 'sku_id'], [{ sku_id: 0 }, 'sku_id'],
    [{ sku_ids: 'x' }, 'sku_ids'], [{ sku_ids: Array.from({ length: 21 }, (_, n) => n + 1) }, 'sku_ids'],
    [{ sku_ids: [1], sku_id: 999_999 }, 'sku_id'],
  ])('%j is refused and nothing is kept', async (payload, field) => {
    const finn = await w.signIn('finn')
    const before = await countOf(w, 'search.browse_history')
    const { status, body } = await look(finn, payload)
    expect([status, body.error_code, Object.keys(body.errors)]).toEqual([400, 'VALIDATION_ERROR', [field]])
    expect(await countOf(w, 'search.browse_history')).toBe(before)
  })

  test('is nobody else\'s, and a visitor has none', async () => {
    expect(await seen(await w.signIn('guy'))).toEqual([])
    expect((await w.app.inject('/api/browse_histories/')).statusCode).toBe(401)
    const post = { method: 'POST', url: '/api/browse_histories/', payload: { sku_id: skus[0] } } as const
    expect((await w.app.inject(post)).statusCode).toBe(401)
  })
})
