import { expect, test } from 'vitest'
import type { CaseDetail } from '@hearth/contracts/content'
import { caseDraft, faultsOf, isSame, picturesOf, toCaseBody } from './case-draft.ts'

const at = '2026-11-20T10:00:00.000+08:00'
const found: CaseDetail = {
  id: 1, title: '海边', order: 1, is_active: true, cover_image_id: 3, cover_image_url: 'c', created_at: at, updated_at: at,
  detail_blocks: [
    { id: 11, block_type: 'text', text: '一', order: 1, image_id: null, image_url: '' },
    { id: 12, block_type: 'image', text: '注', order: 2, image_id: 4, image_url: 'p' },
  ],
}

test('a case is opened and saved as it was, with the state that was seen', () => {
  const draft = caseDraft(found)
  expect(draft).toEqual({
    title: '海边', cover: 'c', blocks: [{ key: '11', type: 'text', text: '一', picture: '' }, { key: '12', type: 'image', text: '注', picture: 'p' }],
  })
  expect(toCaseBody(draft, { ids: picturesOf(found), isActive: true, updatedAt: at })).toEqual({
    title: '海边', cover_image_id: 3, is_active: true, updated_at: at,
    detail_blocks: [{ block_type: 'text', text: '一' }, { block_type: 'image', text: '注', image_id: 4 }],
  })
})

test('a new one starts empty, and says what is missing', () => {
  const draft = caseDraft(undefined)
  expect([draft, [...picturesOf(undefined)]]).toEqual([{ title: '', cover: '', blocks: [] }, []])
  const blocks = [
    { key: 'a', type: 'text' as const, text: ' ', picture: '' }, { key: 'b', type: 'image' as const, text: 'x', picture: '' },
    { key: 'c', type: 'text' as const, text: 'x', picture: '' }, { key: 'd', type: 'image' as const, text: '', picture: 'p' },
  ]
  expect(faultsOf({ ...draft, blocks })).toEqual({ fields: ['title', 'cover'], blocks: ['a', 'b'] })
  expect(faultsOf({ title: 'a', cover: 'c', blocks: blocks.slice(2) })).toEqual({ fields: [], blocks: [] })
  expect(toCaseBody(draft, { ids: new Map(), isActive: false })).not.toHaveProperty('updated_at')
})

test('order and words make drafts differ, keys do not', () => {
  const draft = caseDraft(found)
  expect(isSame(draft, { ...draft, blocks: draft.blocks.map((block) => ({ ...block, key: `${block.key}x` })) })).toBe(true)
  expect(isSame(draft, { ...draft, blocks: draft.blocks.toReversed() })).toBe(false)
  expect(isSame(draft, { ...draft, title: 'b' })).toBe(false)
})
