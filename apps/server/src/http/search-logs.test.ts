import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aProduct } from '../../tests/support/builders.ts'
import { searchFor } from '../../tests/support/searches.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

let w: World
const get = async (url: string, headers?: Record<string, string>) => {
  const answer = await w.app.inject({ url: `/api/${url}`, headers })
  return { status: answer.statusCode, body: answer.json() }
}
const logs = () => w.db.selectFrom('search.logs').select(['keyword', 'user_id', 'found_qty']).orderBy('id').execute()

beforeAll(async () => {
  w = await openWorld()
  await aProduct(w, { name: '十字门冰箱' })
})
afterAll(() => w[Symbol.asyncDispose]())

describe('a search is logged', () => {
  test('with its keyword, who asked and what was found; nothing empty is, and no refused one', async () => {
    const ann = await w.signIn('ann')
    await searchFor(w, ' 冰箱 ')
    await searchFor(w, '冰箱', ann.headers)
    await searchFor(w, '没有的\u0000东西')
    await get('products/')
    await get('products/?search=')
    await get('products/?search=%20%00')
    await get(`products/?search=${'a'.repeat(201)}`)
    await w.app.inject('/api/skus/search/?text=%E5%86%B0%E7%AE%B1')
    await vi.waitFor(async () => expect(await countOf(w, 'search.logs')).toBe(4))
    expect(await logs()).toEqual([
      { keyword: '冰箱', user_id: null, found_qty: 1 }, { keyword: '冰箱', user_id: ann.userId, found_qty: 1 },
      { keyword: '没有的 东西', user_id: null, found_qty: 0 }, { keyword: '冰箱', user_id: null, found_qty: 1 },
    ])
  })

  test('an answer does not wait for the log, and a log that cannot be written does not break it', async () => {
    await using own = await openWorld()
    await own.inTx(async (tx) => {
      await tx.deleteFrom('search.logs').execute()
      await tx.schema.alterTable('search.logs').renameTo('away').execute()
    })
    expect((await own.app.inject('/api/products/?search=x')).statusCode).toBe(200)
  })

  test('what waits is written before the server is closed', async () => {
    const own = await openWorld()
    await Promise.all(Array.from({ length: 30 }, (_, n) => own.app.inject(`/api/products/?search=word${n}`)))
    await own.app.close()
    expect(await countOf(own, 'search.logs')).toBe(30)
    await own[Symbol.asyncDispose]()
  })
})

describe('administrators read the log', () => {
  test('the newest first, by keyword and days, in pages', async () => {
    await using own = await openWorld()
    const admin = await own.signIn('admin', { role: 'admin' })
    const bob = await own.signIn('bob')
    const list = async (query: string) =>
      (await own.app.inject({ url: `/api/search-logs/${query}`, headers: admin.headers })).json()
    await searchFor(own, '滚筒洗衣机', bob.headers)
    own.advanceMinutes(3 * 1_440)
    await searchFor(own, 'ＢＣＤ-510')
    const page = await list('?page_size=1')
    expect(page).toMatchObject({ total: 2, has_next: true, next: 'http://localhost:8000/api/search-logs/?page_size=1&page=2' })
    expect(page.results).toEqual([{
      id: expect.any(Number), keyword: 'ＢＣＤ-510', user: null, username: null, found: 0, created_at: '2026-11-23T10:00:00.000+08:00',
    }])
    expect((await list('?days=2')).total).toBe(1)
    expect((await list('?keyword=bcd510')).results).toHaveLength(1)
    const [bobs] = (await list('?keyword=洗衣')).results
    expect(bobs).toMatchObject({ keyword: '滚筒洗衣机', user: bob.userId, username: 'bob' })
    expect(await list(`${bobs.id}/`)).toEqual(bobs)
    expect(await list('999999/')).toMatchObject({ code: 404, error_code: 'NOT_FOUND' })
    expect(await list('?days=0')).toMatchObject({ code: 400, errors: { days: [expect.any(String)] } })
    expect(await list('?keyword=%00')).toMatchObject({ total: 2 })
  })

  test('what is looked for in vain, until something is found', async () => {
    await using own = await openWorld()
    const ask = async (path: string) => (await own.app.inject({ url: `/api/search-logs/${path}`, headers: admin.headers })).json()
    await searchFor(own, '很旧的词')
    own.advanceMinutes(8 * 1_440)
    const admin = await own.signIn('admin', { role: 'admin' })
    for (const word of ['扫地机', 'bcd510', '扫地机', '蒸烤箱', 'ＢＣＤ 510', '扫地机']) await searchFor(own, word)
    const at = '2026-11-28T10:00:00.000+08:00'
    const [sweeper, oven] = [{ keyword: '扫地机', count: 3, last_at: at }, { keyword: '蒸烤箱', count: 1, last_at: at }]
    expect(await ask('fruitless_keywords/')).toEqual({ keywords: [sweeper, { keyword: 'bcd510', count: 2, last_at: at }, oven] })
    expect((await ask('fruitless_keywords/?limit=1')).keywords).toEqual([sweeper])
    expect((await ask('fruitless_keywords/?days=30')).keywords).toHaveLength(4)
    await aProduct(own, { name: '扫地机' })
    await searchFor(own, '扫地机')
    expect((await ask('fruitless_keywords/')).keywords.map(({ keyword }: { keyword: string }) => keyword)).toEqual(['bcd510', '蒸烤箱'])
    expect([(await ask('?fruitless=true')).total, (await ask('?fruitless=false')).total, (await ask('?fruitless=true&keyword=扫地机')).total]).toEqual([7, 1, 3])
    expect(await ask('?fruitless=maybe')).toMatchObject({ code: 400, errors: { fruitless: [expect.any(String)] } })
  })

  test.each(['search-logs/', 'search-logs/1/', 'search-logs/fruitless_keywords/'])('%s is for nobody else', async (url) => {
    const support = await w.signIn('support', { role: 'support' })
    expect([(await get(url)).status, (await get(url, support.headers)).status]).toEqual([401, 403])
  })
})

test('hot keywords are counted however they are spelled, the most wanted first', async () => {
  await using own = await openWorld()
  const hot = async (path: string, query = '') => (await own.app.inject(`/api/${path}/hot_keywords/${query}`)).json()
  await searchFor(own, '旧的')
  own.advanceMinutes(8 * 1_440)
  for (const word of ['冰箱', 'bcd510', '冰箱', 'ＢＣＤ 510', 'bcd510', '洗衣机']) await searchFor(own, word)
  const [fridge, washer] = [{ keyword: '冰箱', count: 2 }, { keyword: '洗衣机', count: 1 }]
  expect(await hot('products')).toEqual({ hot_keywords: [{ keyword: 'bcd510', count: 3 }, fridge, washer] })
  expect(await hot('search-logs')).toEqual(await hot('products'))
  expect(await hot('search-logs', '?limit=1')).toEqual({ hot_keywords: [{ keyword: 'bcd510', count: 3 }] })
  expect((await hot('products', '?days=30&limit=999')).hot_keywords).toHaveLength(4)
  expect(await hot('products', '?limit=0')).toMatchObject({ code: 400 })
  expect(await hot('products', '?found=true')).toEqual({ hot_keywords: [] })
  await aProduct(own, { name: '洗衣机' })
  await searchFor(own, '洗衣机')
  expect(await hot('products', '?found=true&limit=5')).toEqual({ hot_keywords: [{ keyword: '洗衣机', count: 1 }] })
})

describe('a person', () => {
  const history = async (headers: Record<string, string>, query = '') =>
    (await get(`search-logs/my_history/${query}`, headers)).body.history.map(({ keyword }: { keyword: string }) => keyword)

  test('sees his own searches, each word once unless he wants all', async () => {
    const [carl, dora] = [await w.signIn('carl'), await w.signIn('dora')]
    for (const word of ['空调', '冰箱', 'ABC', 'ａｂｃ']) await searchFor(w, word, carl.headers)
    await searchFor(w, '烤箱', dora.headers)
    expect(await history(carl.headers)).toEqual(['ａｂｃ', '冰箱', '空调'])
    expect(await history(carl.headers, '?distinct=false')).toEqual(['ａｂｃ', 'ABC', '冰箱', '空调'])
    expect(await history(carl.headers, '?limit=2')).toEqual(['ａｂｃ', '冰箱'])
    expect(await history(dora.headers)).toEqual(['烤箱'])
    expect((await get('search-logs/my_history/')).status).toBe(401)
  })

  test('clears one word or all, and nobody else\'s', async () => {
    const [eve, finn] = [await w.signIn('eve'), await w.signIn('finn')]
    for (const word of ['abc', 'ＡＢＣ', '冰箱', '空调', '洗衣机']) await searchFor(w, word, eve.headers)
    await searchFor(w, 'abc', finn.headers)
    const clear = async (method: 'POST' | 'DELETE', payload?: object, query = '') => (await w.app.inject({
      method, url: `/api/search-logs/clear_history/${query}`, headers: eve.headers, ...(payload && { payload }),
    })).json()
    expect(await clear('POST', { keyword: 'Abc' })).toEqual({ cleared: 2 })
    expect(await clear('DELETE', undefined, `?keyword=${encodeURIComponent('空调')}`)).toEqual({ cleared: 1 })
    expect(await history(eve.headers)).toEqual(['洗衣机', '冰箱'])
    expect(await clear('DELETE')).toEqual({ cleared: 2 })
    expect(await clear('POST')).toEqual({ cleared: 0 })
    expect(await history(finn.headers)).toEqual(['abc'])
    expect((await w.app.inject({ method: 'DELETE', url: '/api/search-logs/clear_history/' })).statusCode).toBe(401)
  })
})

test('old searches and those of deleted people go with the clean-up', async () => {
  await using own = await openWorld()
  const [gone, stays] = [await own.signIn('gone'), await own.signIn('stays')]
  await searchFor(own, '很久以前', stays.headers)
  own.advanceMinutes(181 * 1_440)
  const later = { ...(await own.signIn('late')).headers }
  await searchFor(own, '新的', later)
  await own.db.insertInto('search.logs').values({
    keyword: '私', folded: '私', user_id: gone.userId, found_qty: 0, created_at: own.deps.now(),
  }).execute()
  await own.db.insertInto('search.browse_history').values({ user_id: gone.userId, sku_id: 1, viewed_at: own.deps.now() }).execute()
  await own.db.updateTable('accounts.users').set({ deleted_at: own.deps.now() }).where('id', '=', gone.userId).execute()
  await own.deps.jobs.find((job) => job.name === 'clean-up')?.run({})
  const left = await own.db.selectFrom('search.logs').select('keyword').execute()
  expect(left).toEqual([{ keyword: '新的' }])
  expect(await countOf(own, 'search.browse_history')).toBe(0)
})
