import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAddress } from '../../tests/support/builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { createAddress, findAddress } from '../modules/customers/index.ts'

type Headers = Record<string, string>
const names003 = {
  title: '家', receiver: '王小明', province: 370000, city: 370200, district: 370212, place: '海尔路 1 号',
  mobile: '13800000000', postal_code: '266101',
}
const names000 = {
  contact_name: '李华', phone: '0532-8888 6666', province: '北京市', city: '北京市', district: '朝阳区', detail: '建国路 2 号',
}
const post = (w: World, headers: Headers, payload: object) =>
  w.app.inject({ method: 'POST', url: '/api/addresses/', headers, payload })
type Change = ['PUT' | 'PATCH' | 'DELETE', id: number]
const change = (w: World, headers: Headers, [method, id]: Change, payload?: object) =>
  w.app.inject({ method, url: `/api/addresses/${id}/`, headers, payload })
const defaultsOf = async (w: World, headers: Headers) => (await w.app.inject({ url: '/api/addresses/', headers }))
  .json<{ id: number; is_default: boolean }[]>().map(({ id, is_default }) => [id, is_default])

describe('an address', () => {
  test('comes in either source\'s names and is answered in both', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const first = await post(w, headers, names003)
    expect(first.statusCode).toBe(201)
    const { id } = first.json()
    expect(first.json()).toEqual({
      id, title: '家', receiver: '王小明', contact_name: '王小明', mobile: '13800000000', phone: '13800000000',
      province: '山东省', province_id: 370000, city: '青岛市', city_id: 370200, district: '崂山区', district_id: 370212,
      place: '海尔路 1 号', detail: '海尔路 1 号', postal_code: '266101', is_default: true,
      created_at: '2026-11-20T10:00:00.000+08:00',
    })
    const second = (await post(w, headers, names000)).json()
    expect(second).toMatchObject({
      receiver: '李华', mobile: '0532-8888 6666', district_id: 110105, place: '建国路 2 号', title: '', postal_code: '',
      is_default: false,
    })
    expect(await defaultsOf(w, headers)).toEqual([[id, true], [second.id, false]])
    expect((await w.app.inject({ url: `/api/addresses/${id}`, headers })).json()).toEqual(first.json())
  })

  test('is changed in part or whole; sent back with one of two names changed, the changed one counts', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const made = (await post(w, headers, names003)).json()
    const renamed = (await change(w, headers, ['PATCH', made.id], { place: '新路 9 号' })).json()
    expect(renamed).toEqual({ ...made, place: '新路 9 号', detail: '新路 9 号' })
    const across = (await change(w, headers, ['PATCH', made.id], { district: '市南区' })).json()
    expect(across).toMatchObject({ city: '青岛市', district_id: 370202 })
    const back = { ...made, contact_name: '王大明', district_id: 370203, postal_code: null }
    expect((await change(w, headers, ['PUT', made.id], back)).json()).toMatchObject({
      receiver: '王大明', contact_name: '王大明', district: '市北区', place: '海尔路 1 号', postal_code: '', is_default: true,
    })
    const moved = await change(w, headers, ['PATCH', made.id], { city: '深圳市', district: '南山区' })
    expect(moved.json()).toMatchObject({ province: '广东省', city_id: 440300, district_id: 440305 })
  })

  test('is removed logically', async () => {
    await using w = await openWorld()
    const { headers, userId } = await w.signIn('ann')
    const { id } = (await post(w, headers, names003)).json()
    const answer = await change(w, headers, ['DELETE', id])
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(await defaultsOf(w, headers)).toEqual([])
    expect((await change(w, headers, ['DELETE', id])).statusCode).toBe(404)
    expect(await findAddress(w.db, { id, userId })).toBeNull()
    expect(await countOf(w, 'customers.addresses')).toBe(1)
  })

  test('of somebody else is not there', async () => {
    await using w = await openWorld()
    const ann = await w.signIn('ann')
    const bob = await w.signIn('bob', { role: 'admin' })
    const { id } = (await post(w, ann.headers, names003)).json()
    expect((await w.app.inject({ url: `/api/addresses/${id}/`, headers: bob.headers })).statusCode).toBe(404)
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      expect((await change(w, bob.headers, [method, id], names003)).json().error_code, method).toBe('NOT_FOUND')
    }
    expect((await w.app.inject('/api/addresses/')).statusCode).toBe(401)
    expect((await w.app.inject({ url: `/api/addresses/${id}/`, headers: ann.headers })).json().receiver).toBe('王小明')
  })
})

describe('what is refused', () => {
  let shared: World
  beforeAll(async () => { shared = await openWorld() })
  afterAll(() => shared[Symbol.asyncDispose]())

  test.each<[string, object, string[]]>([
    ['nothing said', {}, ['receiver', 'mobile', 'place', 'district']],
    ['nothing said in source 000\'s names', { contact_name: ' ' }, ['contact_name', 'phone', 'detail', 'district']],
    ['no mobile number', { ...names003, mobile: '12000000000' }, ['mobile']],
    ['a landline as mobile', { ...names003, mobile: '0532888' }, ['mobile']],
    ['a telephone with letters', { ...names000, phone: 'call me' }, ['phone']],
    ['a receiver of 21 characters', { ...names003, receiver: '王'.repeat(21) }, ['receiver']],
    ['a contact of 51 characters', { ...names000, contact_name: '李'.repeat(51) }, ['contact_name']],
    ['a place of 51 characters', { ...names003, place: '路'.repeat(51) }, ['place']],
    ['a detail of 201 characters', { ...names000, detail: '路'.repeat(201) }, ['detail']],
    ['a postal code of 7', { ...names003, postal_code: '1234567' }, ['postal_code']],
    ['an unknown district', { ...names003, district: '不存在区' }, ['district']],
    ['a district of another city', { ...names003, district: 110105 }, ['district']],
    ['a default that is text', { ...names003, is_default: 'true' }, ['is_default']],
  ])('%s', async (_, payload, fields) => {
    const { headers } = await shared.signIn('ann')
    const answer = await post(shared, headers, payload)
    expect([answer.statusCode, answer.json().error_code]).toEqual([400, 'VALIDATION_ERROR'])
    expect(Object.keys(answer.json().errors).sort()).toEqual(fields.sort())
    expect(await countOf(shared, 'customers.addresses')).toBe(0)
  })

  test('the 21st, also when two come at once', async () => {
    await using w = await openWorld()
    const { headers, userId } = await w.signIn('ann')
    for (let kept = 0; kept < 19; kept += 1) await anAddress(w, userId)
    const last = {
      userId, fields: { title: '', receiver: '王', mobile: '13800000000', detail: '路', postalCode: '' },
      area: { province: undefined, city: undefined, district: 370212 }, isDefault: undefined, at: w.deps.now(),
    }
    const race = await whileFirstIsOpen(w, (tx) => createAddress(tx, last), () => post(w, headers, names003))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ status: 'fulfilled', value: { statusCode: 400 } })
    expect(await countOf(w, 'customers.addresses')).toBe(20)
    const refused = (await post(w, headers, names003)).json()
    expect(refused).toMatchObject({ error_code: 'BUSINESS_ERROR', facts: { max: 20 } })
  })
})

describe('the default address', () => {
  test('is the first one unless he says otherwise, and there is at most one', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const a = (await post(w, headers, { ...names003, is_default: false })).json()
    expect(a.is_default).toBe(false)
    const b = (await post(w, headers, { ...names003, is_default: true })).json()
    const c = (await post(w, headers, { ...names003, is_default: true })).json()
    expect(await defaultsOf(w, headers)).toEqual([[c.id, true], [b.id, false], [a.id, false]])
    await change(w, headers, ['PATCH', a.id], { is_default: true })
    expect(await defaultsOf(w, headers)).toEqual([[a.id, true], [c.id, false], [b.id, false]])
    await change(w, headers, ['PATCH', a.id], { is_default: false })
    expect((await defaultsOf(w, headers)).filter(([, isDefault]) => isDefault)).toEqual([])
  })

  test('two at once: the second waits, and one remains', async () => {
    await using w = await openWorld()
    const { headers, userId } = await w.signIn('ann')
    const area = { province: undefined, city: undefined, district: 370212 }
    const fields = { title: '', receiver: '王', mobile: '13800000000', detail: '路', postalCode: '' }
    const race = await whileFirstIsOpen(w,
      (tx) => createAddress(tx, { userId, fields, area, isDefault: true, at: w.deps.now() }),
      () => post(w, headers, { ...names003, is_default: true }))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ status: 'fulfilled', value: { statusCode: 201 } })
    expect((await defaultsOf(w, headers)).map(([, isDefault]) => isDefault)).toEqual([true, false])
  })

  test('one create with a key makes one address', async () => {
    await using w = await openWorld()
    const { headers } = await w.signIn('ann')
    const keyed = { ...headers, 'idempotency-key': 'a1' }
    const [first, again] = [await post(w, keyed, names003), await post(w, keyed, names003)]
    expect([again.statusCode, again.json()]).toEqual([201, first.json()])
    expect(await countOf(w, 'customers.addresses')).toBe(1)
  })
})
