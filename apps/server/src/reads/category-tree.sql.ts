import type { Db } from '../platform/db.ts'
import { forgetKept, keptBriefly } from './kept-briefly.ts'

/** A category as filters need it; `depth` is 1 for a major, 3 for an item. */
export type CategoryNode = { id: number; name: string; depth: 1 | 2 | 3 }

const KEY = 'category tree'
const KEPT_MS = 5_000
const depths = { major: 1, minor: 2, item: 3 } as const

/** The categories that fit, from a tree that may be seconds old; when none fits, it is read anew. */
export async function findCategories(db: Db, fits: (node: CategoryNode) => boolean): Promise<CategoryNode[]> {
  const known = (await categoryTree(db)).filter(fits)
  if (known.length > 0) return known
  forgetKept(db, KEY)
  return (await categoryTree(db)).filter(fits)
}

function categoryTree(db: Db): Promise<CategoryNode[]> {
  return keptBriefly(db, KEY, KEPT_MS, async () => {
    const rows = await db.selectFrom('catalog.categories').select(['id', 'name', 'level']).execute()
    return rows.map(({ id, name, level }) => ({ id, name, depth: depths[level as keyof typeof depths] }))
  })
}
