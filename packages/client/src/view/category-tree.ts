import type { CategoryView } from '@hearth/contracts/catalog'

export type TreeNode = { id: number; name: string; logo: string; children: TreeNode[] }
export type Place = { trail: TreeNode[]; node: TreeNode; chips: TreeNode[] }

/** Majors with their minors, minors with their items; both come with their direct children from the server. */
export function categoryTree(majors: readonly CategoryView[], minors: readonly CategoryView[]): TreeNode[] {
  const below = new Map(minors.map((minor) => [minor.id, minor.children.map(leaf)]))
  return majors.map((major) => ({
    ...leaf(major),
    children: major.children.map((minor) => ({ ...leaf(minor), children: below.get(minor.id) ?? [] })),
  }))
}

/** Where a category stands: the way to it, itself, and what to offer for going on (below it, or beside a last one). */
export function placeOf(tree: readonly TreeNode[], id: number): Place | null {
  const trail = pathTo(tree, id)
  const node = trail.at(-1)
  if (!node) return null
  const parent = trail.at(-2)
  return { trail, node, chips: node.children.length > 0 ? node.children : (parent?.children ?? []) }
}

function pathTo(nodes: readonly TreeNode[], id: number): TreeNode[] {
  for (const node of nodes) {
    if (node.id === id) return [node]
    const below = pathTo(node.children, id)
    if (below.length > 0) return [node, ...below]
  }
  return []
}

function leaf(category: { id: number; name: string; logo: string }): TreeNode {
  return { id: category.id, name: category.name, logo: category.logo, children: [] }
}
