import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'

test('only what differs is a change, with what it was and what it is', () => {
  const before = { name: '冰箱', isActive: true, code: null, tags: ['a'], parts: [['容量', '510']] }
  expect(changesOf(before, { name: '冰箱', isActive: false, code: 'X', tags: ['a', 'b'], parts: [['容量', '510']] })).toEqual([
    { field: 'isActive', from: true, to: false },
    { field: 'code', from: null, to: 'X' },
    { field: 'tags', from: ['a'], to: ['a', 'b'] },
  ])
  expect(changesOf(before, { name: '冰箱', code: undefined })).toEqual([])
})

test('the order in a list counts', () => {
  expect(changesOf({ images: ['a', 'b'] }, { images: ['b', 'a'] })).toHaveLength(1)
})

test('the order of keys does not', () => {
  expect(changesOf({ specs: { a: '1', b: '2' } }, { specs: { b: '2', a: '1' } })).toEqual([])
})

test('long texts and lists are kept in part', () => {
  const [text, list] = changesOf({ text: 'x', list: [] }, { text: 'y'.repeat(600), list: Array(80).fill('z'.repeat(600)) })
  expect(String(text?.to)).toHaveLength(501)
  expect(list?.to).toHaveLength(60)
  expect(String((list?.to as string[])[0])).toHaveLength(501)
})
