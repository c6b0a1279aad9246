import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CategoryView } from '@hearth/contracts/catalog'
import { Value } from 'typebox/value'
import { aCategory, aCategoryBranch, aProduct } from '../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { changeCategory } from '../modules/catalog/index.ts'

let w: World
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('the_boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const call = (method: Method, url: string, payload?: object, headers: Record<string, string> = boss.headers) =>
  w.app.inject({ method, url: `/api/categories/${url}`, headers, ...(payload && { payload }) })
const pathOf = async (productId: number) => (await w.db.selectFrom('catalog.products').select('category_path')
  .where('id', '=', productId).executeTakeFirstOrThrow()).category_path.map(Number)
const lastEvent = async () =>
  w.db.selectFrom('platform.events').select(['type', 'body']).orderBy('id', 'desc').executeTakeFirst()

describe('making a category', () => {
  test('three levels, one below the other', async () => {
    const made = await call('POST', '', { name: ' 大家电 ', level: 'major', order: 3, logo: '/media/c/big.webp' })
    expect([made.statusCode, made.json()]).toEqual([201, {
      id: expect.any(Number), name: '大家电', level: 'major', parent_id: null, order: 3,
      logo: 'http://localhost:8000/media/c/big.webp', children: [],
    }])
    const minor = (await call('POST', '', { name: '冰箱', level: 'minor', parent_id: made.json().id })).json()
    const item = (await call('POST', '', { name: '十字门', level: 'item', parent_id: minor.id })).json()
    expect(item).toMatchObject({ level: 'item', parent_id: minor.id, order: 0, logo: '', children: [] })
    const shown = (await call('GET', `${minor.id}/`, undefined, {})).json()
    expect(Value.Check(CategoryView, shown)).toBe(true)
    expect(shown.children).toEqual([{ id: item.id, name: '十字门', level: 'item', parent_id: minor.id, order: 0, logo: '' }])
    expect(await lastEvent()).toEqual({ type: 'catalog.category_created.v1', body: { categoryId: item.id, actorId: boss.userId } })
  })

  test('once per key', async () => {
    const headers = { ...boss.headers, 'idempotency-key': 'cat-1' }
    const ask = () => call('POST', '', { name: '只做一次', level: 'major' }, headers)
    expect((await ask()).json()).toEqual((await ask()).json())
  })

  test('every bad field is named and nothing is written', async () => {
    const { majorId, minorId, itemId } = await aCategoryBranch(w)
    const rows = await countOf(w, 'catalog.categories')
    for (const [body, field] of [
      [{ level: 'major' }, 'name'], [{ name: '', level: 'major' }, 'name'], [{ name: '  ', level: 'major' }, 'name'],
      [{ name: 'a'.repeat(101), level: 'major' }, 'name'], [{ name: 'a' }, 'level'], [{ name: 'a', level: 'top' }, 'level'],
      [{ name: 'a', level: 'major', parent_id: majorId }, 'parent_id'], [{ name: 'a', level: 'minor' }, 'parent_id'],
      [{ name: 'a', level: 'minor', parent_id: minorId }, 'parent_id'], [{ name: 'a', level: 'minor', parent_id: 999_999 }, 'parent_id'],
      [{ name: 'a', level: 'item', parent_id: majorId }, 'parent_id'], [{ name: 'a', level: 'item', parent_id: itemId }, 'parent_id'],
      [{ name: 'a', level: 'major', order: 'x' }, 'order'], [{ name: 'a', level: 'major', logo: 'javascript:alert(1)' }, 'logo'],
      [{ name: 'a', level: 'major', logo: '../etc/passwd' }, 'logo'], [{ name: 'a', level: 'major', logo: 'a'.repeat(501) }, 'logo'],
    ] as const) {
      const answer = await call('POST', '', body)
      expect([answer.statusCode, Object.keys(answer.json().errors ?? {}), body]).toEqual([400, [field], body])
    }
    expect(await countOf(w, 'catalog.categories')).toBe(rows)
  })

  test('a name is free in another place, and taken in its own', async () => {
    const [one, two] = [await aCategory(w), await aCategory(w)]
    const make = (parent_id: number) => call('POST', '', { name: '同名', level: 'minor', parent_id })
    expect([(await make(one)).statusCode, (await make(two)).statusCode]).toEqual([201, 201])
    expect((await make(one)).json().errors).toEqual({ name: ['已被使用。'] })
  })
})

describe('changing a category', () => {
  test('what is left out stays; its level does', async () => {
    const { minorId, majorId } = await aCategoryBranch(w)
    const answer = await call('PATCH', `${minorId}/`, { name: '新名', order: 7 })
    expect(answer.json()).toMatchObject({ id: minorId, name: '新名', order: 7, level: 'minor', parent_id: majorId })
    expect((await lastEvent())?.body).toEqual({
      categoryId: minorId, actorId: boss.userId, fields: ['name', 'sortOrder'],
      changes: [{ field: 'name', from: expect.any(String), to: '新名' }, { field: 'sortOrder', from: 0, to: 7 }],
    })
    expect((await call('PATCH', `${minorId}/`, { level: 'item' })).json().errors).toHaveProperty('level')
    const whole = await call('PUT', `${minorId}/`, { name: '再改', level: 'minor', parent_id: majorId, logo: 'https://a.example/l.png' })
    expect(whole.json()).toMatchObject({ name: '再改', order: 7, logo: 'https://a.example/l.png' })
    expect((await call('PUT', `${minorId}/`, { name: '少了层级' })).statusCode).toBe(400)
    expect((await call('PATCH', '999999/', { name: 'a' })).statusCode).toBe(404)
    expect((await call('GET', '999999/')).statusCode).toBe(404)
  })

  test('under another parent its products go along', async () => {
    const [here, there] = [await aCategoryBranch(w), await aCategoryBranch(w)]
    const { productId } = await aProduct(w, { categoryId: here.itemId })
    const { productId: inMinor } = await aProduct(w, { categoryId: here.minorId })
    expect((await call('PATCH', `${here.minorId}/`, { parent_id: there.majorId })).json().parent_id).toBe(there.majorId)
    expect(await pathOf(productId)).toEqual([there.majorId, here.minorId, here.itemId])
    expect(await pathOf(inMinor)).toEqual([there.majorId, here.minorId])
    await call('PATCH', `${here.itemId}/`, { parent_id: there.minorId })
    expect(await pathOf(productId)).toEqual([there.majorId, there.minorId, here.itemId])
    const listed = await w.app.inject(`/api/products/by_category/?category_id=${there.majorId}`)
    expect(listed.json().total).toBe(2)
  })

  test('no circle, and no parent of the wrong level', async () => {
    const { majorId, minorId, itemId } = await aCategoryBranch(w)
    const { productId } = await aProduct(w, { categoryId: itemId })
    for (const [id, parent_id] of [
      [minorId, minorId], [minorId, itemId], [itemId, majorId], [majorId, itemId], [minorId, null],
    ]) {
      const answer = await call('PATCH', `${id}/`, { parent_id })
      expect([answer.statusCode, Object.keys(answer.json().errors)]).toEqual([400, ['parent_id']])
    }
    expect(await pathOf(productId)).toEqual([majorId, minorId, itemId])
  })

  test('who moves it while another does waits for him', async () => {
    const [one, two, three] = [await aCategoryBranch(w), await aCategory(w), await aCategory(w)]
    const { productId } = await aProduct(w, { categoryId: one.itemId })
    const move = { id: one.minorId, change: { parentId: two }, actorId: boss.userId, at: w.deps.now() }
    const race = await whileFirstIsOpen(w, (tx) => changeCategory(tx, move),
      () => call('PATCH', `${one.minorId}/`, { parent_id: three }))
    expect(race.rivalWaited).toBe(true)
    expect(await pathOf(productId)).toEqual([three, one.minorId, one.itemId])
  })
})

describe('removing a category', () => {
  test('an empty one goes', async () => {
    const id = await aCategory(w)
    expect((await call('DELETE', `${id}/`)).statusCode).toBe(204)
    expect((await call('DELETE', `${id}/`)).statusCode).toBe(404)
  })

  test('one with something in it stays, and says how much', async () => {
    const { majorId, minorId, itemId } = await aCategoryBranch(w)
    await aProduct(w, { categoryId: itemId })
    for (const [id, counts] of [
      [majorId, { children: 1, products: 1 }], [minorId, { children: 1, products: 1 }],
      [itemId, { children: 0, products: 1 }],
    ] as const) {
      const answer = await call('DELETE', `${id}/`)
      expect(answer.json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT', facts: { counts } })
    }
    expect((await call('GET', `${majorId}/`)).statusCode).toBe(200)
  })
})

test('only administrators write', async () => {
  const id = await aCategory(w)
  const others = [await w.signIn('support', { role: 'support' }), await w.signIn('ann')]
  for (const headers of [{}, ...others.map((each) => each.headers)]) {
    const wanted = Object.keys(headers).length === 0 ? 401 : 403
    for (const [method, url] of [['POST', ''], ['PUT', `${id}/`], ['PATCH', `${id}/`], ['DELETE', `${id}/`]] as const) {
      expect((await call(method, url, { name: 'x', level: 'major' }, headers)).statusCode).toBe(wanted)
    }
  }
})
