import { expect, test } from 'vitest'
import type { CategoryView } from '@hearth/contracts/catalog'
import { categoryOptions, categoryPath, categoryTree, orderWrites } from './category-tree.ts'

const a = (id: number, parent_id: number | null, order: number, level: CategoryView['level'] = 'minor'): CategoryView =>
  ({ id, name: `n${id}`, parent_id, order, level, logo: '', children: [] })
const all = [a(1, null, 2, 'major'), a(2, null, 1, 'major'), a(3, 1, 5), a(4, 1, 5), a(5, 3, 0, 'item'), a(6, 99, 0)]

test('categories hang below their parents, brothers by order and id', () => {
  const tree = categoryTree(all)
  expect(tree.map(({ id }) => id)).toEqual([6, 2, 1])
  const below = tree[2]?.children.map(({ id, children }) => [id, children.map((child) => child.id)])
  expect(below).toEqual([[3, [5]], [4, []]])
})

test('the way down to one, and names for choosing', () => {
  expect(categoryPath(all, 5).map(({ id }) => id)).toEqual([1, 3, 5])
  expect(categoryPath(all, 42)).toEqual([])
  expect(categoryPath(all, null)).toEqual([])
  expect(categoryOptions(all).map(({ label }) => label)).toEqual(['n6', 'n2', 'n1', 'n1 / n3', 'n1 / n3 / n5', 'n1 / n4'])
})

test('only those are written whose number changes', () => {
  expect(orderWrites([{ id: 1, order: 1 }, { id: 3, order: 3 }, { id: 2, order: 2 }]))
    .toEqual([{ id: 3, order: 2 }, { id: 2, order: 3 }])
  expect(orderWrites([{ id: 7, order: 0 }, { id: 8, order: 0 }])).toEqual([{ id: 7, order: 1 }, { id: 8, order: 2 }])
})
