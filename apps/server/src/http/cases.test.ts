import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anImage } from '../../tests/support/forms.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { changeCase } from '../modules/content/index.ts'

let w: World
let ann: SignedIn
let boss: SignedIn
let cover: { id: number; url: string }
let scene: { id: number; url: string }
beforeAll(async () => {
  w = await openWorld()
  ann = await w.signIn('ann')
  boss = await w.signIn('boss', { role: 'admin' })
  cover = await anImage(w, boss)
  scene = await anImage(w, boss)
})
afterAll(() => w[Symbol.asyncDispose]())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const ask = (who: SignedIn | null, method: Method, path = '', payload?: object) =>
  w.app.inject({ method, url: `/api/cases/${path}`, headers: who?.headers, payload })
const made = async (fields: object = {}) => (await ask(boss, 'POST', '', { title: 'a', cover_image_id: cover.id, ...fields })).json()
const text = (words: string) => ({ block_type: 'text', text: words })
const blocksOf = async (id: number) => (await ask(boss, 'GET', `${id}/`)).json<{ detail_blocks: { text: string }[] }>().detail_blocks

describe('a case', () => {
  test('is a cover and blocks in their order', async () => {
    const answer = await ask(boss, 'POST', '', {
      title: ' 海边的厨房 ', cover_image_id: cover.id, order: 2,
      detail_blocks: [text('中间'), { block_type: 'image', image_id: scene.id, text: '图注', order: 9 }, { ...text('开头'), order: 0, image_id: null }],
    })
    const { id, detail_blocks: blocks, ...rest } = answer.json()
    const at = '2026-11-20T10:00:00.000+08:00'
    expect([answer.statusCode, rest]).toEqual([201, {
      title: '海边的厨房', order: 2, is_active: true, cover_image_id: cover.id, cover_image_url: cover.url, created_at: at, updated_at: at,
    }])
    expect(blocks.map(({ id: _, ...block }: { id: number }) => block)).toEqual([
      { block_type: 'text', text: '开头', order: 0, image_id: null, image_url: '' },
      { block_type: 'text', text: '中间', order: 1, image_id: null, image_url: '' },
      { block_type: 'image', text: '图注', order: 9, image_id: scene.id, image_url: scene.url },
    ])
    expect((await ask(null, 'GET', `${id}/`)).json()).toEqual(answer.json())
    expect((await ask(null, 'GET')).json()).toMatchObject({ total: 1, results: [{ id, ...rest }] })
    expect((await ask(null, 'GET')).json().results[0]).not.toHaveProperty('detail_blocks')
  })

  test('is changed in part or whole; blocks that are sent replace all, and none sent keeps them', async () => {
    const before = await made({ detail_blocks: [text('a'), text('b')] })
    w.advanceMinutes(1)
    const updated_at = '2026-11-20T10:01:00.000+08:00'
    expect((await ask(boss, 'PATCH', `${before.id}/`, { is_active: false })).json()).toEqual({ ...before, is_active: false, updated_at })
    const replaced = (await ask(boss, 'PUT', `${before.id}/`, { title: 'b', cover_image_id: scene.id, detail_blocks: [text('c')] })).json()
    expect(replaced).toMatchObject({ title: 'b', cover_image_url: scene.url, is_active: false, detail_blocks: [{ text: 'c', order: 1 }] })
    expect(replaced.detail_blocks).toHaveLength(1)
    for (const field of ['title', 'cover_image_id']) {
      const whole = { title: 'b', cover_image_id: scene.id, [field]: undefined }
      expect((await ask(boss, 'PUT', `${before.id}/`, whole)).json().errors).toEqual({ [field]: ['此项必填。'] })
    }
    expect((await ask(boss, 'PATCH', `${before.id}/`, { detail_blocks: [] })).json().detail_blocks).toEqual([])
    w.advanceMinutes(-1)
  })

  test('is deleted with its blocks', async () => {
    const { id } = await made({ detail_blocks: [text('a')] })
    const before = await countOf(w, 'content.case_blocks')
    expect((await ask(boss, 'DELETE', `${id}/`)).statusCode).toBe(204)
    expect(await countOf(w, 'content.case_blocks')).toBe(before - 1)
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) expect((await ask(boss, method, `${id}/`, method === 'PATCH' ? {} : undefined)).statusCode).toBe(404)
  })

  test('changed by two at once has the blocks of one of them, whole', async () => {
    const { id } = await made({ detail_blocks: [text('a')] })
    const block = (words: string) => ({ blockType: 'text' as const, text: words, imageId: null, sortOrder: 1 })
    const race = await whileFirstIsOpen(w,
      (tx) => changeCase(tx, { id, change: {}, blocks: [block('b'), block('b')], knownAt: null, at: w.deps.now() }),
      () => ask(boss, 'PATCH', `${id}/`, { detail_blocks: [text('c'), text('c')] }))
    expect(race.rivalWaited).toBe(true)
    expect((await blocksOf(id)).map((each) => each.text)).toEqual(['c', 'c'])
  })

  test('changed by somebody else since it was read is not written over, when the caller says what he saw', async () => {
    const { id, updated_at } = await made({ detail_blocks: [text('a')] })
    const first = (await ask(boss, 'PATCH', `${id}/`, { title: 'b', updated_at })).json()
    expect(first.updated_at).not.toBe(updated_at)
    const late = await ask(boss, 'PUT', `${id}/`, { title: 'c', cover_image_id: cover.id, detail_blocks: [], updated_at })
    expect([late.statusCode, late.json()]).toEqual([409, expect.objectContaining({
      error_code: 'RESOURCE_CONFLICT', facts: { updated_at: first.updated_at },
    })])
    expect((await ask(boss, 'GET', `${id}/`)).json()).toEqual(first)
    expect((await ask(boss, 'PATCH', `${id}/`, { title: 'c', updated_at: first.updated_at })).json().title).toBe('c')
    expect((await ask(boss, 'PATCH', `${id}/`, { updated_at: 'yesterday' })).json().errors).toHaveProperty('updated_at')
  })

  test.each<[object, string[]]>([
    [{ title: undefined }, ['title']], [{ title: ' ' }, ['title']], [{ title: 'x'.repeat(201) }, ['title']],
    [{ cover_image_id: undefined }, ['cover_image_id']], [{ cover_image_id: 999_999_999 }, ['cover_image_id']], [{ cover_image_id: 'x' }, ['cover_image_id']],
    [{ order: -1 }, ['order']], [{ is_active: 1 }, ['is_active']], [{ detail_blocks: 'x' }, ['detail_blocks']],
    [{ detail_blocks: [{}] }, ['detail_blocks.0.block_type']], [{ detail_blocks: [{ block_type: 'video' }] }, ['detail_blocks.0.block_type']],
    [{ detail_blocks: [text('a'), text('  ')] }, ['detail_blocks.1.text']], [{ detail_blocks: [{ block_type: 'text' }] }, ['detail_blocks.0.text']],
    [{ detail_blocks: [{ ...text('a'), image_id: 1 }] }, ['detail_blocks.0.image_id']],
    [{ detail_blocks: [{ block_type: 'image' }] }, ['detail_blocks.0.image_id']],
    [{ detail_blocks: [{ block_type: 'image', image_id: 999_999_999 }] }, ['detail_blocks.0.image_id']],
    [{ detail_blocks: [text('x'.repeat(20_001))] }, ['detail_blocks.0.text']],
    [{ detail_blocks: Array(201).fill(text('a')) }, ['detail_blocks']],
  ])('is refused: %#', async (wrong, errors) => {
    const before = [await countOf(w, 'content.cases'), await countOf(w, 'content.case_blocks')]
    const answer = await ask(boss, 'POST', '', { title: 'a', cover_image_id: cover.id, ...wrong })
    expect([answer.statusCode, answer.json().error_code, Object.keys(answer.json().errors)]).toEqual([400, 'VALIDATION_ERROR', errors])
    expect([await countOf(w, 'content.cases'), await countOf(w, 'content.case_blocks')]).toEqual(before)
  })

  test('whose blocks are refused keeps those it had', async () => {
    const { id } = await made({ title: 'kept', detail_blocks: [text('a')] })
    expect((await ask(boss, 'PATCH', `${id}/`, { title: 'new', detail_blocks: [{ block_type: 'image' }] })).statusCode).toBe(400)
    expect((await ask(boss, 'GET', `${id}/`)).json()).toMatchObject({ title: 'kept', detail_blocks: [{ text: 'a' }] })
  })
})

test('inactive cases are for administrators; the order is as it was dragged', async () => {
  await w.db.deleteFrom('content.cases').execute()
  const [a, b, off] = [await made({ title: 'a', order: 1 }), await made({ title: 'b', order: 2 }), await made({ title: 'off', is_active: false })]
  const titles = async (who: SignedIn | null) => (await ask(who, 'GET')).json<{ results: { title: string }[] }>().results.map(({ title }) => title)
  expect([await titles(null), await titles(ann), await titles(boss)]).toEqual([['a', 'b'], ['a', 'b'], ['off', 'a', 'b']])
  const answers = await Promise.all([null, ann, boss].map((who) => ask(who, 'GET', `${off.id}/`)))
  expect(answers.map((each) => each.statusCode)).toEqual([404, 404, 200])
  expect((await ask(boss, 'POST', 'reorder/', { ids: [b.id, off.id, a.id] })).statusCode).toBe(200)
  expect(await titles(boss)).toEqual(['b', 'off', 'a'])
  const calls: [Method, string][] = [['POST', ''], ['PUT', `${a.id}/`], ['PATCH', `${a.id}/`], ['DELETE', `${a.id}/`], ['POST', 'reorder/']]
  for (const [method, path] of calls) {
    const refused = await Promise.all([null, ann].map((who) => ask(who, method, path, { ids: [a.id] })))
    expect(refused.map((each) => each.statusCode), `${method} ${path}`).toEqual([401, 403])
  }
})
