import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCategory, aCategoryBranch } from '../../tests/support/builders.ts'
import { anImage } from '../../tests/support/forms.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

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
const ask = (who: SignedIn | null, method: Method, path: string, payload?: object) =>
  w.app.inject({ method, url: `/api/${path}`, headers: who?.headers, payload })
const titlesOf = async (who: SignedIn | null, query = '') => (await ask(who, 'GET', `contents/${query}`)).json<{ title: string }[]>().map(({ title }) => title)
const NOW = '2026-11-20T10:00:00.000+08:00'

describe('advertising', () => {
  const made = async (fields: object) => (await ask(boss, 'POST', 'contents/', { key: 'index_top', title: 'a', ...fields })).json()

  test('is shown under its key, six fields to everyone and all to administrators', async () => {
    const answer = await ask(boss, 'POST', 'contents/', {
      key: 'index_kx', key_name: '快讯', title: ' 以旧换新 ', url: '/c/1', image: image.id, text: '满减', sequence: 3, ends_at: '2026-12-01T00:00:00+08:00',
    })
    const { id } = answer.json()
    const shown = { id, title: '以旧换新', url: '/c/1', image_url: image.url, text: '满减', sequence: 3 }
    expect([answer.statusCode, answer.json()]).toEqual([201, {
      ...shown, key: 'index_kx', key_name: '快讯', image_id: image.id, status: true, state: 'running', starts_at: null, ends_at: '2026-12-01T00:00:00.000+08:00',
      created_at: NOW, updated_at: NOW,
    }])
    for (const who of [null, ann]) expect((await ask(who, 'GET', 'contents/?key=index_kx')).json()).toEqual([shown])
    expect((await ask(boss, 'GET', 'contents/?key=index_kx')).json()).toEqual([answer.json()])
    expect((await ask(boss, 'GET', `contents/${id}/`)).json()).toEqual(answer.json())
    const next = (await made({ key: 'index_kx' }))
    expect(next).toMatchObject({ key_name: '快讯', url: '', image_url: '', image_id: null, text: null, sequence: 0, status: true })
    expect([await countOf(w, 'content.slots')]).toEqual([1])
  })

  test('shows what is active and current, in its order', async () => {
    const [past, future] = ['2026-11-20T02:00:00Z', '2026-11-20T02:00:01Z']
    for (const [title, fields] of [
      ['second', { sequence: 2 }], ['off', { status: false }], ['first', { sequence: 1, starts_at: past }], ['over', { ends_at: past }],
      ['to come', { starts_at: future }], ['elsewhere', { key: 'other' }],
    ] as const) await made({ title, ...fields })
    expect(await titlesOf(null, '?key=index_top')).toEqual(['first', 'second'])
    expect(await titlesOf(boss, '?key=index_top')).toEqual(['off', 'over', 'to come', 'first', 'second'])
    expect(await titlesOf(null, '?key=nothing')).toEqual([])
    expect((await ask(boss, 'GET', 'contents/')).json<{ key: string }[]>().map(({ key }) => key))
      .toEqual(['index_kx', 'index_kx', ...Array(5).fill('index_top'), 'other'])
    for (const query of ['', '?key=', '?key=%20', `?key=${'x'.repeat(51)}`]) {
      expect((await ask(null, 'GET', `contents/${query}`)).json().errors, query).toHaveProperty('key')
    }
  })

  test('the positions of banners are keys too, to read only', async () => {
    await ask(boss, 'POST', 'home-banners/', { image: image.id, title: 'gift', link_url: '/c/2', position: 'gift', order: 4 })
    await ask(boss, 'POST', 'home-banners/', { image: image.id, title: 'off', position: 'gift', is_active: false })
    const { id, ...rest } = (await ask(null, 'GET', 'contents/?key=gift')).json()[0]
    expect([id > 0, rest]).toEqual([true, { title: 'gift', url: '/c/2', image_url: image.url, text: null, sequence: 4 }])
    expect(await titlesOf(null, '?key=gift')).toEqual(['gift'])
    expect((await ask(boss, 'POST', 'contents/', { key: 'gift', title: 'a' })).json().errors).toEqual({ key: ['这个位置由横幅填写。'] })
  })

  test('is changed in part or whole, moved to another key, put in order and deleted', async () => {
    const [a, b] = [await made({ key: 'moves', title: 'a', text: 'x', image: image.id }), await made({ key: 'moves', title: 'b' })]
    w.advanceMinutes(1)
    const updated_at = '2026-11-20T10:01:00.000+08:00'
    const changed = (await ask(boss, 'PATCH', `contents/${a.id}/`, { status: false, text: null })).json()
    expect(changed).toEqual({ ...a, status: false, state: 'off', text: null, updated_at })
    const whole = (await ask(boss, 'PUT', `contents/${a.id}/`, { title: 'c', image: null, key: 'moved', key_name: '新位置' })).json()
    expect(whole).toEqual({ ...changed, title: 'c', image_id: null, image_url: '', key: 'moved', key_name: '新位置' })
    expect((await ask(boss, 'PUT', `contents/${a.id}/`, { url: '/' })).json().errors).toEqual({ title: ['此项必填。'] })
    await ask(boss, 'PATCH', `contents/${a.id}/`, { key: 'moves' })
    expect((await ask(boss, 'POST', 'contents/reorder/', { ids: [b.id, a.id] })).json()).toEqual({ ids: [b.id, a.id] })
    expect(await titlesOf(boss, '?key=moves')).toEqual(['b', 'c'])
    expect((await ask(boss, 'DELETE', `contents/${a.id}/`)).statusCode).toBe(204)
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) expect((await ask(boss, method, `contents/${a.id}/`, method === 'PATCH' ? {} : undefined)).statusCode).toBe(404)
    w.advanceMinutes(-1)
  })

  test.each<[object, string[]]>([
    [{ key: undefined }, ['key']], [{ key: '' }, ['key']], [{ key: '首页' }, ['key']], [{ key: 'x'.repeat(51) }, ['key']], [{ key: 'a b' }, ['key']],
    [{ key_name: 'x'.repeat(51) }, ['key_name']], [{ title: undefined }, ['title']], [{ title: ' ' }, ['title']], [{ title: 'x'.repeat(101) }, ['title']],
    [{ url: 'javascript:alert(1)' }, ['url']], [{ url: '//e.cn' }, ['url']], [{ url: `/${'x'.repeat(300)}` }, ['url']],
    [{ image: 999_999_999 }, ['image']], [{ image: 'a' }, ['image']], [{ text: 'x'.repeat(20_001) }, ['text']], [{ text: 5 }, ['text']],
    [{ sequence: -1 }, ['sequence']], [{ sequence: '1' }, ['sequence']], [{ status: 'true' }, ['status']], [{ starts_at: 'x' }, ['starts_at']],
    [{ ends_at: 'x' }, ['ends_at']], [{ starts_at: '2026-11-11T00:00:00Z', ends_at: '2026-11-11T00:00:00Z' }, ['ends_at']],
  ])('is refused: %j', async (wrong, errors) => {
    const before = [await countOf(w, 'content.entries'), await countOf(w, 'content.slots')]
    const answer = await ask(boss, 'POST', 'contents/', { key: 'refused', title: 'a', ...wrong })
    expect([answer.statusCode, answer.json().error_code, Object.keys(answer.json().errors)]).toEqual([400, 'VALIDATION_ERROR', errors])
    expect([await countOf(w, 'content.entries'), await countOf(w, 'content.slots')]).toEqual(before)
  })

  test('ten at once under a new key make one slot', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, (_, at) => ask(boss, 'POST', 'contents/', { key: 'crowd', title: `t${at}` })))
    expect(all.map((each) => each.statusCode)).toEqual(Array(10).fill(201))
    expect((await w.db.selectFrom('content.slots').select('name').where('key', '=', 'crowd').execute())).toEqual([{ name: 'crowd' }])
  })

  test('is written by administrators only', async () => {
    const { id } = await made({ key: 'guarded' })
    const calls: [Method, string][] = [['GET', `contents/${id}/`], ['POST', 'contents/'], ['PUT', `contents/${id}/`], ['PATCH', `contents/${id}/`], ['DELETE', `contents/${id}/`], ['POST', 'contents/reorder/']]
    for (const [method, path] of calls) {
      const answers = await Promise.all([null, ann].map((who) => ask(who, method, path, method === 'GET' ? undefined : { ids: [id] })))
      expect(answers.map((each) => each.statusCode), `${method} ${path}`).toEqual([401, 403])
    }
  })
})

describe('channels', () => {
  const made = async (fields: object) => (await ask(boss, 'POST', 'channels/', { group_id: 1, ...fields })).json()

  test('open their categories with the two levels below, by group and in their order', async () => {
    const majorId = await aCategory(w, { name: '冰箱冷柜', logo: 'c/cold.webp' })
    const minorB = await aCategory(w, { name: '冷柜', level: 'minor', parentId: majorId, sortOrder: 2 })
    const minorA = await aCategory(w, { name: '冰箱', level: 'minor', parentId: majorId, sortOrder: 1 })
    const itemId = await aCategory(w, { name: '十字门冰箱', level: 'item', parentId: minorA })
    const cold = await made({ category_id: majorId, sequence: 2, url: '/c/1' })
    expect(cold).toEqual({ id: cold.id, group_id: 1, category_id: majorId, category: '冰箱冷柜', name: '冰箱冷柜', url: '/c/1', sequence: 2 })
    const fridges = await made({ category_id: minorA, name: '冰箱专区', sequence: 1 })
    const late = await made({ category_id: itemId, group_id: 2, url: 'https://e.cn/x' })
    const item = { id: itemId, name: '十字门冰箱', logo: '' }
    const minor = { id: minorA, name: '冰箱', logo: '', children: [item] }
    expect((await ask(null, 'GET', 'categories/channels/')).json()).toEqual([
      {
        group_id: 1,
        channels: [
          { id: fridges.id, name: '冰箱专区', url: '', sequence: 1, category: { id: minorA, name: '冰箱', logo: '', children: [{ ...item, children: [] }] } },
          {
            id: cold.id, name: '冰箱冷柜', url: '/c/1', sequence: 2,
            category: { id: majorId, name: '冰箱冷柜', logo: w.deps.files.url('c/cold.webp'), children: [minor, { id: minorB, name: '冷柜', logo: '', children: [] }] },
          },
        ],
      },
      { group_id: 2, channels: [{ id: late.id, name: '十字门冰箱', url: 'https://e.cn/x', sequence: 0, category: { ...item, children: [] } }] },
    ])
    expect(await w.statements(() => ask(null, 'GET', 'categories/channels/'))).toBe(2)
    expect((await ask(boss, 'GET', 'channels/')).json()).toEqual([fridges, cold, late])
    await ask(boss, 'POST', 'channels/reorder/', { ids: [cold.id, fridges.id] })
    expect((await ask(boss, 'GET', 'channels/')).json<{ id: number }[]>().map(({ id }) => id)).toEqual([cold.id, fridges.id, late.id])
  })

  test('are changed in part or whole and taken out', async () => {
    const [{ majorId }, other] = [await aCategoryBranch(w), await aCategory(w, { name: '其他' })]
    const channel = await made({ category_id: majorId, name: 'a' })
    expect((await ask(boss, 'PATCH', `channels/${channel.id}/`, { name: 'b' })).json()).toEqual({ ...channel, name: 'b' })
    expect((await ask(boss, 'PATCH', `channels/${channel.id}/`, {})).json()).toEqual({ ...channel, name: 'b' })
    expect((await ask(boss, 'PUT', `channels/${channel.id}/`, { group_id: 4, category_id: other })).json())
      .toEqual({ ...channel, name: 'b', group_id: 4, category_id: other, category: '其他' })
    for (const field of ['group_id', 'category_id']) {
      expect((await ask(boss, 'PUT', `channels/${channel.id}/`, { group_id: 4, category_id: other, [field]: undefined })).json().errors).toEqual({ [field]: ['此项必填。'] })
    }
    expect((await ask(boss, 'DELETE', `channels/${channel.id}/`)).statusCode).toBe(204)
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) expect((await ask(boss, method, `channels/${channel.id}/`, method === 'PATCH' ? {} : undefined)).statusCode).toBe(404)
  })

  test.each<[object, string[]]>([
    [{ group_id: undefined }, ['group_id']], [{ group_id: 0 }, ['group_id']], [{ category_id: undefined }, ['category_id']],
    [{ category_id: 999_999_999 }, ['category_id']], [{ name: '' }, ['name']], [{ name: 'x'.repeat(51) }, ['name']],
    [{ url: 'javascript:x' }, ['url']], [{ url: `/${'x'.repeat(50)}` }, ['url']], [{ sequence: -1 }, ['sequence']],
  ])('are refused: %j', async (wrong, errors) => {
    const category_id = await aCategory(w)
    const before = await countOf(w, 'content.channels')
    const answer = await ask(boss, 'POST', 'channels/', { group_id: 1, category_id, ...wrong })
    expect([answer.statusCode, answer.json().error_code, Object.keys(answer.json().errors)]).toEqual([400, 'VALIDATION_ERROR', errors])
    expect(await countOf(w, 'content.channels')).toBe(before)
  })

  test('are made by administrators only', async () => {
    const { id } = await made({ category_id: await aCategory(w) })
    const calls: [Method, string][] = [['GET', 'channels/'], ['GET', `channels/${id}/`], ['POST', 'channels/'], ['PUT', `channels/${id}/`], ['PATCH', `channels/${id}/`], ['DELETE', `channels/${id}/`], ['POST', 'channels/reorder/']]
    for (const [method, path] of calls) {
      const answers = await Promise.all([null, ann].map((who) => ask(who, method, path, method === 'GET' ? undefined : { ids: [id] })))
      expect(answers.map((each) => each.statusCode), `${method} ${path}`).toEqual([401, 403])
    }
  })
})
