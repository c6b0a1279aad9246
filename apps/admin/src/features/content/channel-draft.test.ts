import { expect, test } from 'vitest'
import type { ChannelView } from '@hearth/contracts/content'
import { LINE, channelDraft, linesOf, toChannelBody } from './channel-draft.ts'

const channel = (id: number, group_id: number): ChannelView => ({ id, group_id, category_id: 5, category: '冰箱', name: `n${id}`, url: '/c/5', sequence: id })

test('channels stand in their lines, in the order they came', () => {
  const lines = linesOf([channel(1, 1), channel(2, 1), channel(3, 4)])
  expect(lines.map(({ group, channels }) => [group, channels.map(({ id }) => id)])).toEqual([[1, [1, 2]], [4, [3]]])
})

test('a channel goes into the form and comes out the same', () => {
  const draft = channelDraft(channel(2, 3), 1)
  expect(draft).toEqual({ group: '3', category: 5, name: 'n2', link: '/c/5' })
  expect(toChannelBody(draft)).toEqual({ group_id: 3, category_id: 5, name: 'n2', url: '/c/5' })
})

test('a new one stands in the line it was asked for, at its end; without a name it leaves that out', () => {
  const draft = channelDraft(undefined, 2)
  expect(draft).toEqual({ group: '2', category: null, name: '', link: '' })
  expect(toChannelBody({ ...draft, category: 7, name: ' ' }, 4)).toEqual({ group_id: 2, category_id: 7, url: '', sequence: 4 })
})

test('a line is a whole number', () => {
  expect(['1', ' 12 ', '0', '-1', '1.5', 'x', '', '12345678'].filter((text) => LINE.test(text))).toEqual(['1', ' 12 '])
})
