import { expect, test } from 'vitest'
import type { ContentView } from '@hearth/contracts/content'
import { NEW_SLOT, SLOT_KEY, advertDraft, slotsOf, toAdvertBody } from './advert-draft.ts'

const entry = (id: number, key: string, more: Partial<ContentView> = {}): ContentView => ({
  id, title: `t${id}`, url: '', image_url: '', text: null, sequence: id, key, key_name: key.toUpperCase(), image_id: null, status: true, state: 'running',
  starts_at: null, ends_at: null, ...more,
})

test('entries stand in their slots, in the order they came', () => {
  const slots = slotsOf([entry(1, 'a'), entry(2, 'b'), entry(3, 'a')])
  expect(slots.map(({ key, name, entries }) => [key, name, entries.map(({ id }) => id)])).toEqual([['a', 'A', [1, 3]], ['b', 'B', [2]]])
})

test('an entry goes into the form and comes out the same', () => {
  const draft = advertDraft(entry(4, 'side', { text: '满减', url: '/c/1', image_url: 'u', ends_at: '2026-12-01T00:00:00.000+08:00', status: false }), 'x')
  expect(draft).toMatchObject({ slot: 'side', text: '满减', link: '/c/1', picture: 'u', ends: '2026-12-01T00:00', active: false })
  expect(toAdvertBody(draft, 7)).toEqual({
    key: 'side', title: 't4', text: '满减', url: '/c/1', image: 7, starts_at: null, ends_at: '2026-12-01T00:00:00+08:00', status: false,
  })
})

test('a new slot has its key and name; no text is none; a new entry has its place', () => {
  const draft = { ...advertDraft(undefined, NEW_SLOT), key: ' top ', keyName: ' 顶部 ', title: ' a ', text: '  ' }
  expect(toAdvertBody(draft, null, 5)).toMatchObject({ key: 'top', key_name: '顶部', title: 'a', text: null, image: null, sequence: 5 })
  expect(toAdvertBody({ ...draft, keyName: '' }, null)).not.toHaveProperty('key_name')
})

test('no slot can be called as the choice of a new one is', () => {
  expect([SLOT_KEY.test(NEW_SLOT), SLOT_KEY.test('index_side'), SLOT_KEY.test('首页')]).toEqual([false, true, false])
})
