import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BrandPage } from '@hearth/contracts/catalog-admin'
import { Value } from 'typebox/value'
import { aBrand, aProduct } from '../../tests/support/builders.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

let w: World
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('the_boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const call = (method: Method, url: string, payload?: object, headers: Record<string, string> = boss.headers) =>
  w.app.inject({ method, url: `/api/brands/${url}`, headers, ...(payload && { payload }) })

describe('brands', () => {
  test('one is made whole, with the letter of its pinyin', async () => {
    const made = await call('POST', '', { name: '海尔', logo: 'b/haier.png', description: '真诚到永远', order: -1 })
    expect([made.statusCode, made.json()]).toEqual([201, {
      id: expect.any(Number), name: '海尔', first_letter: 'H', logo: 'http://localhost:8000/media/b/haier.png',
      description: '真诚到永远', order: -1, is_active: true, created_at: '2026-11-20T10:00:00.000+08:00',
      updated_at: '2026-11-20T10:00:00.000+08:00',
    }])
    const [event] = await w.db.selectFrom('platform.events').select(['type', 'body']).orderBy('id', 'desc').limit(1).execute()
    expect(event).toEqual({ type: 'catalog.brand_created.v1', body: { brandId: made.json().id, actorId: boss.userId } })
  })

  test.each([
    ['Leader', undefined, 'L'], ['é家', undefined, 'E'], ['卡萨帝', undefined, 'K'], ['统帅', '', 'T'], ['重庆电器', 'c', 'C'],
    ['360 智能', undefined, ''], ['Ямал', undefined, ''], ['足立', undefined, 'Z'], ['安吉尔', undefined, 'A'],
  ])('%s with the letter %j stands under %j', async (name, first_letter, expected) =>
    expect((await call('POST', '', { name, first_letter })).json().first_letter).toBe(expected))

  test('what is left out stays; a letter that was the name\'s follows the name', async () => {
    const { id } = (await call('POST', '', { name: '小天鹅', description: '洗衣机' })).json()
    w.advanceMinutes(1)
    expect((await call('PATCH', `${id}/`, { name: '美的' })).json()).toMatchObject({
      name: '美的', first_letter: 'M', description: '洗衣机', created_at: '2026-11-20T10:00:00.000+08:00',
      updated_at: '2026-11-20T10:01:00.000+08:00',
    })
    await call('PATCH', `${id}/`, { first_letter: 'q' })
    expect((await call('PUT', `${id}/`, { name: '华凌', is_active: false })).json())
      .toMatchObject({ name: '华凌', first_letter: 'Q', is_active: false, description: '洗衣机' })
    expect((await call('PUT', `${id}/`, { order: 1 })).statusCode).toBe(400)
    expect((await call('PATCH', '999999/', { order: 1 })).statusCode).toBe(404)
  })

  test('every bad field is named and nothing is written', async () => {
    await aBrand(w, '格力')
    const rows = await countOf(w, 'catalog.brands')
    for (const [body, field] of [
      [{}, 'name'], [{ name: ' ' }, 'name'], [{ name: 'a'.repeat(101) }, 'name'], [{ name: '格力' }, 'name'],
      [{ name: 'a', first_letter: '1' }, 'first_letter'], [{ name: 'a', first_letter: 'AB' }, 'first_letter'],
      [{ name: 'a', logo: 'data:image/png;base64,x' }, 'logo'], [{ name: 'a', is_active: 'maybe' }, 'is_active'],
      [{ name: 'a', order: 1.5 }, 'order'], [{ name: 'a', description: 'a'.repeat(5001) }, 'description'],
    ] as const) {
      const answer = await call('POST', '', body)
      expect([answer.statusCode, Object.keys(answer.json().errors ?? {}), body]).toEqual([400, [field], body])
    }
    expect(await countOf(w, 'catalog.brands')).toBe(rows)
  })

  test('one with products stays, forced or not', async () => {
    const brandId = await aBrand(w)
    await aProduct(w, { brandId })
    for (const force of ['', '?force_delete=true']) {
      expect((await call('DELETE', `${brandId}/${force}`)).json())
        .toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT', facts: { counts: { products: 1 } } })
    }
    const empty = await aBrand(w)
    expect((await call('DELETE', `${empty}/?force_delete=true`)).statusCode).toBe(204)
    expect((await call('DELETE', `${empty}/`)).statusCode).toBe(404)
  })
})

describe('the list', () => {
  test('shows active ones by order to everybody, all to administrators; in two statements', async () => {
    await using own = await openWorld()
    const admin = await own.signIn('admin', { role: 'admin' })
    const ask = async (query: string, headers = {}) => (await own.app.inject({ url: `/api/brands/${query}`, headers })).json()
    for (const [name, order, is_active] of [['Beta', 2, true], ['Alpha', 1, true], ['Gamma', 0, false]]) {
      await own.app.inject({ method: 'POST', url: '/api/brands/', headers: admin.headers, payload: { name, order, is_active } })
    }
    const names = (page: { results: { name: string }[] }) => page.results.map(({ name }) => name)
    const page = await ask('')
    expect([Value.Check(BrandPage, page), names(page), page.total]).toEqual([true, ['Alpha', 'Beta'], 2])
    expect(names(await ask('', admin.headers))).toEqual(['Gamma', 'Alpha', 'Beta'])
    expect(names(await ask('?search=ALPH'))).toEqual(['Alpha'])
    expect(names(await ask('?search=%25'))).toEqual([])
    expect(await ask('?page_size=1&page=2')).toMatchObject({ total: 2, total_pages: 2, has_previous: true, results: [{ name: 'Beta' }] })
    expect(await own.statements(() => ask(''))).toBe(2)
    const gamma = (await ask('?search=gamma', admin.headers)).results[0]
    expect((await own.app.inject(`/api/brands/${gamma.id}/`)).statusCode).toBe(404)
    expect(await ask(`${gamma.id}/`, admin.headers)).toMatchObject({ name: 'Gamma', is_active: false })
  })

  test('products of a brand by its name (A-24)', async () => {
    const brandId = await aBrand(w, '容声')
    const { productId } = await aProduct(w, { brandId })
    const found = (await w.app.inject('/api/products/by_brand/?brand=容声&sort_by=sales')).json()
    expect(found.results.map(({ id }: { id: number }) => id)).toEqual([productId])
  })
})

test('only administrators write', async () => {
  const id = await aBrand(w)
  const others = [await w.signIn('support', { role: 'support' }), await w.signIn('ann')]
  for (const headers of [{}, ...others.map((each) => each.headers)]) {
    const wanted = Object.keys(headers).length === 0 ? 401 : 403
    for (const [method, url] of [['POST', ''], ['PUT', `${id}/`], ['PATCH', `${id}/`], ['DELETE', `${id}/`]] as const) {
      expect((await call(method, url, { name: 'x' }, headers)).statusCode).toBe(wanted)
    }
  }
})
