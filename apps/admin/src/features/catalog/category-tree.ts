import type { CategoryView } from '@hearth/contracts/catalog'

export type CategoryNode = Omit<CategoryView, 'children'> & { children: CategoryNode[] }

/** Categories as they hang together, brothers in their order; one whose parent is unknown stands on top. */
export function categoryTree(categories: readonly CategoryView[]): CategoryNode[] {
  const nodes = new Map<number, CategoryNode>(categories.map((each) => [each.id, { ...each, children: [] }]))
  const top: CategoryNode[] = []
  for (const node of nodes.values()) {
    const parent = node.parent_id === null ? undefined : nodes.get(node.parent_id)
    if (parent) parent.children.push(node)
    else top.push(node)
  }
  for (const list of [top, ...[...nodes.values()].map((node) => node.children)]) {
    list.sort((a, b) => a.order - b.order || a.id - b.id)
  }
  return top
}

/** The way down to a category, itself last; empty when there is none of this id. */
export function categoryPath(categories: readonly CategoryView[], id: number | null | undefined): CategoryView[] {
  const byId = new Map(categories.map((each) => [each.id, each]))
  const path: CategoryView[] = []
  for (let at = id; at !== null && at !== undefined && path.length < 3;) {
    const found = byId.get(at)
    if (!found) break
    path.unshift(found)
    at = found.parent_id
  }
  return path
}

/** `冰箱 / 十字门`, for choosing among all of them. */
export function categoryOptions(categories: readonly CategoryView[]): { value: string; label: string }[] {
  const flat = (nodes: CategoryNode[], before: string): { value: string; label: string }[] =>
    nodes.flatMap(({ id, name, children }) => {
      const label = before === '' ? name : `${before} / ${name}`
      return [{ value: String(id), label }, ...flat(children, label)]
    })
  return flat(categoryTree(categories), '')
}

/**
 * What has to be written so that brothers stand in this order: each counts from 1. Only those whose number changes.
 */
export function orderWrites(brothers: readonly { id: number; order: number }[]): { id: number; order: number }[] {
  return brothers.map(({ id, order }, at) => ({ id, order: at + 1, was: order }))
    .filter((each) => each.was !== each.order).map(({ id, order }) => ({ id, order }))
}
