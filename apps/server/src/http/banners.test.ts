import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aForm, anImage, plainPicture, sendForm } from '../../tests/support/forms.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { reorder } from '../modules/content/index.ts'

const URL = '/api/home-banners/'
type Banner = { id: number; title: string; order: number; image_id: number }
let w: World
let ann: SignedIn
let boss: SignedIn
let image: { id: number; url: string }
beforeAll(async () => {
  w = await openWorld()
  ann = await w.signIn('ann')
  boss = await w.signIn('boss', { role: 'admin' })
  image = await anImage(w, boss)
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const ask = (who: SignedIn | null, method: Method, path = '', payload?: object) =>
  w.app.inject({ method, url: `${URL}${path}`, headers: who?.headers, payload })
const made = async (fields: object = {}) => (await ask(boss, 'POST', '', { image: image.id, ...fields })).json<Banner>()
const clear = () => w.db.deleteFrom('content.banners').execute()
const titles = async (who: SignedIn | null, query = '') =>
  (await ask(who, 'GET', query)).json<{ results: Banner[] }>().results.map(({ title }) => title)

describe('a banner', () => {
  test('is answered with its picture, and left-out fields have their defaults', async () => {
    const answer = await ask(boss, 'POST', '', { image: image.id })
    const { id } = answer.json()
    const at = '2026-11-20T10:00:00.000+08:00'
    expect([answer.statusCode, answer.json()]).toEqual([201, {
      id, title: '', link_url: '', position: 'home', order: 0, is_active: true, image_id: image.id, image_url: image.url,
      starts_at: null, ends_at: null, state: 'running', created_at: at, updated_at: at,
    }])
    expect((await ask(null, 'GET', `${id}/`)).json()).toEqual(answer.json())
  })

  test('takes every field, the picture by either name; what a caller may not set is ignored', async () => {
    const fields = {
      image_id: image.id, title: ' 双十一 ', link_url: '/c/3?a=1', position: 'gift', order: 7, is_active: false,
      starts_at: '2026-11-11T00:00:00+08:00', ends_at: '2026-11-12T00:00:00Z', id: 1, created_at: '2020-01-01T00:00:00Z',
    }
    const { id, ...rest } = (await ask(boss, 'POST', '', fields)).json()
    expect([id > 1, rest]).toEqual([true, {
      image_id: image.id, image_url: image.url, title: '双十一', link_url: '/c/3?a=1', position: 'gift', order: 7, is_active: false,
      starts_at: '2026-11-11T00:00:00.000+08:00', ends_at: '2026-11-12T08:00:00.000+08:00', state: 'ended',
      created_at: '2026-11-20T10:00:00.000+08:00', updated_at: '2026-11-20T10:00:00.000+08:00',
    }])
  })

  test('is changed in part or whole; what is left out stays', async () => {
    const banner = await made({ title: 'a', order: 3, ends_at: '2026-12-01T00:00:00+08:00' })
    const other = await anImage(w, boss)
    w.advanceMinutes(1)
    const changed = (await ask(boss, 'PATCH', `${banner.id}/`, { title: 'b' })).json()
    expect(changed).toEqual({ ...banner, title: 'b', updated_at: '2026-11-20T10:01:00.000+08:00' })
    const whole = (await ask(boss, 'PUT', `${banner.id}/`, { image: other.id, ends_at: null })).json()
    expect(whole).toEqual({ ...changed, image_id: other.id, image_url: other.url, ends_at: null })
    expect((await ask(boss, 'PUT', `${banner.id}/`, { title: 'c' })).json().errors).toEqual({ image: ['此项必填。'] })
    expect((await ask(boss, 'GET', `${banner.id}/`)).json()).toEqual(whole)
    w.advanceMinutes(-1)
  })

  test('is deleted; its picture stays', async () => {
    const { id } = await made()
    const answer = await ask(boss, 'DELETE', `${id}/`)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) expect((await ask(boss, method, `${id}/`, method === 'PATCH' ? {} : undefined)).statusCode).toBe(404)
    expect((await w.app.inject({ url: `/api/media-images/${image.id}/`, headers: boss.headers })).statusCode).toBe(200)
  })

  test('one create with a key makes one', async () => {
    const before = await countOf(w, 'content.banners')
    const headers = { ...boss.headers, 'idempotency-key': 'b1' }
    const post = () => w.app.inject({ method: 'POST', url: URL, headers, payload: { image: image.id } })
    const [first, again] = [await post(), await post()]
    expect([again.statusCode, again.json()]).toEqual([201, first.json()])
    expect(await countOf(w, 'content.banners')).toBe(before + 1)
  })
})

describe('what is refused, writing nothing', () => {
  test.each<[object, string[]]>([
    [{ image: undefined }, ['image']], [{ image: 999_999_999 }, ['image']], [{ image: 'x' }, ['image']], [{ image: 0 }, ['image']],
    [{ title: 'x'.repeat(101) }, ['title']], [{ title: 1 }, ['title']], [{ link_url: `/${'x'.repeat(500)}` }, ['link_url']],
    ...['javascript:alert(1)', 'JavaScript:alert(1)', 'java\tscript:alert(1)', ' data:text/html,x', '//evil.cn', '/\\evil.cn', '/\t/evil.cn',
      'http:evil.cn', 'http://', 'ftp://e.cn/', 'c/3', 'https://e.cn/ x', 'vbscript:x'].map((link_url): [object, string[]] => [{ link_url }, ['link_url']]),
    [{ position: 'top' }, ['position']], [{ order: -1 }, ['order']], [{ order: 1.5 }, ['order']], [{ order: '1' }, ['order']], [{ order: 1_000_001 }, ['order']],
    [{ is_active: 'yes' }, ['is_active']], [{ starts_at: 'tomorrow' }, ['starts_at']], [{ starts_at: '2026-11-11' }, ['starts_at']],
    [{ starts_at: '2026-11-11T00:00:00' }, ['starts_at']], [{ ends_at: '2026-13-11T00:00:00Z' }, ['ends_at']], [{ ends_at: 5 }, ['ends_at']],
    [{ starts_at: '2026-11-11T00:00:00Z', ends_at: '2026-11-11T08:00:00+08:00' }, ['ends_at']],
  ])('%j', async (wrong, errors) => {
    const before = await countOf(w, 'content.banners')
    const answer = await ask(boss, 'POST', '', { image: image.id, ...wrong })
    expect([answer.statusCode, answer.json().error_code, Object.keys(answer.json().errors)]).toEqual([400, 'VALIDATION_ERROR', errors])
    expect(await countOf(w, 'content.banners')).toBe(before)
  })

  test('an end before the start that is kept', async () => {
    const { id } = await made({ starts_at: '2026-11-11T00:00:00Z' })
    const answer = await ask(boss, 'PATCH', `${id}/`, { ends_at: '2026-11-10T00:00:00Z' })
    expect(answer.json().errors).toEqual({ ends_at: ['结束时间要晚于开始时间。'] })
  })

  test('who is no administrator', async () => {
    const { id } = await made()
    const support = await w.signIn('helen', { role: 'support' })
    const writes: [Method, string][] = [['POST', ''], ['PUT', `${id}/`], ['PATCH', `${id}/`], ['DELETE', `${id}/`], ['POST', 'upload/'], ['POST', 'reorder/']]
    for (const [method, path] of writes) {
      const body = { image: image.id, ids: [id] }
      const answers = await Promise.all([null, ann, support].map((who) => ask(who, method, path, body)))
      expect(answers.map((each) => each.statusCode), `${method} ${path}`).toEqual([401, 403, 403])
    }
    expect((await ask(null, 'GET', `${id}/`)).statusCode).toBe(200)
  })
})

describe('the list', () => {
  test('shows what is active and current, in its order; administrators see all', async () => {
    await clear()
    const [past, future] = ['2026-11-20T02:00:00Z', '2026-11-20T02:00:01Z']
    const all: [string, object][] = [
      ['second', { order: 2 }], ['off', { order: 1, is_active: false }], ['first', { order: 1, starts_at: past }],
      ['over', { order: 3, ends_at: past }], ['to come', { order: 4, starts_at: future }], ['last', { order: 5, ends_at: future }],
      ['gift', { order: 6, position: 'gift' }],
    ]
    const ids = new Map<string, number>()
    for (const [title, fields] of all) ids.set(title, (await made({ title, ...fields })).id)
    for (const who of [null, ann]) expect(await titles(who)).toEqual(['first', 'second', 'last', 'gift'])
    expect(await titles(null, '?position=gift')).toEqual(['gift'])
    expect(await titles(null, '?page_size=2&page=2')).toEqual(['last', 'gift'])
    expect(await titles(boss)).toEqual(['off', 'first', 'second', 'over', 'to come', 'last', 'gift'])
    const states = (await ask(boss, 'GET')).json<{ results: { state: string }[] }>().results.map(({ state }) => state)
    expect(states).toEqual(['off', 'running', 'running', 'ended', 'scheduled', 'running', 'running'])
    for (const title of ['off', 'over', 'to come']) {
      const path = `${ids.get(title)}/`
      expect([(await ask(null, 'GET', path)).statusCode, (await ask(ann, 'GET', path)).statusCode, (await ask(boss, 'GET', path)).statusCode]).toEqual([404, 404, 200])
    }
    expect((await ask(null, 'GET')).json()).toMatchObject({ total: 4, count: 4, page: 1, total_pages: 1, next: null })
    expect((await ask(null, 'GET', '?position=nowhere')).json().error_code).toBe('VALIDATION_ERROR')
    expect(await w.statements(() => ask(null, 'GET'))).toBe(2)
  })
})

describe('an uploaded banner', () => {
  const upload = async (content: Buffer | null, fields: Record<string, string> = {}) => sendForm(w, boss, `${URL}upload/`, aForm(content && { content }, fields))
  const png = () => plainPicture(160, 60).png().toBuffer()

  test('is a picture and a banner at once', async () => {
    const answer = await upload(await png(), { title: '新品', link_url: 'https://e.cn/a', order: '4', is_active: 'off', position: 'designer' })
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { title: '新品', link_url: 'https://e.cn/a', order: 4, is_active: false, position: 'designer' }])
    expect(answer.json().image_url).toMatch(/^http:\/\/.+\/media\/images\/2026\/11\/20\/[0-9a-f-]{36}\.png$/)
    expect((await upload(await png())).json()).toMatchObject({ title: '', link_url: '', order: 0, is_active: true, position: 'home', image_id: answer.json().image_id })
  })

  test('without a file or with bad words leaves neither', async () => {
    const before = [await countOf(w, 'media.images'), await countOf(w, 'content.banners')]
    expect((await upload(null, { title: 'a' })).json()).toMatchObject({ code: 400, error_code: 'INVALID_FILE' })
    const fresh = await plainPicture(161, 61).png().toBuffer()
    const wrong: Record<string, string>[] = [{ link_url: 'javascript:x' }, { order: 'x' }, { starts_at: '2026-11-11T00:00:00Z', ends_at: '2026-11-10T00:00:00Z' }]
    for (const fields of wrong) {
      expect((await upload(fresh, fields)).json().error_code).toBe('VALIDATION_ERROR')
    }
    expect([await countOf(w, 'media.images'), await countOf(w, 'content.banners')]).toEqual(before)
  })
})

describe('the order', () => {
  test('is as it was dragged; what was not named keeps its place', async () => {
    await clear()
    const [a, b, c] = [await made({ title: 'a' }), await made({ title: 'b' }), await made({ title: 'c' })]
    const d = await made({ title: 'd', order: 9 })
    const answer = await ask(boss, 'POST', 'reorder/', { ids: [c.id, a.id, b.id] })
    expect([answer.statusCode, answer.json()]).toEqual([200, { ids: [c.id, a.id, b.id] }])
    expect(await titles(boss)).toEqual(['c', 'a', 'b', 'd'])
    for (const ids of [[a.id, 999_999_999], [a.id, a.id], [], ['x'], undefined]) {
      const refused = await ask(boss, 'POST', 'reorder/', { ids })
      expect([refused.statusCode, refused.json().error_code], JSON.stringify(ids)).toEqual([400, 'VALIDATION_ERROR'])
    }
    expect(await titles(boss)).toEqual(['c', 'a', 'b', 'd'])
    expect((await ask(boss, 'GET', `${d.id}/`)).json().order).toBe(9)
  })

  test('of two at once in opposite directions: the second waits and counts', async () => {
    await clear()
    const ids = [(await made({ title: 'a' })).id, (await made({ title: 'b' })).id, (await made({ title: 'c' })).id]
    const race = await whileFirstIsOpen(w, (tx) => reorder(tx, 'banners', ids), () => ask(boss, 'POST', 'reorder/', { ids: [...ids].reverse() }))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ value: { statusCode: 200 } })
    expect(await titles(boss)).toEqual(['c', 'b', 'a'])
    const all = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(boss, 'POST', 'reorder/', { ids: at % 2 ? ids : [...ids].reverse() })))
    expect(new Set(all.map((each) => each.statusCode))).toEqual(new Set([200]))
  })
})
