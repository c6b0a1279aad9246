import type { Db } from '../platform/db.ts'
import type { CatalogueDigest } from './catalogue-digest.sql.ts'
import { heldDigest } from './kept-digest.ts'
import { warmPostings } from './kept-postings.ts'
import type { WordSearch } from './search-conditions.sql.ts'

const NAMES = 200
const MANY = 500

/** In a large catalogue, reads in the background what the names of its large brands and categories find. */
export async function warmNames(db: Db, searchFor: (name: string) => WordSearch): Promise<void> {
  const digest = heldDigest(db)
  if (!digest) return
  // What cannot be read now is read when somebody asks for it.
  await warmPostings(db, () => broadNames(digest).map(searchFor)).catch(() => undefined)
}

/** The names of brands and categories that many products have, those of most products first. */
function broadNames({ brands, brandAt, categories, categoryAt }: CatalogueDigest): string[] {
  const qtyOf = new Map<string, number>()
  const add = (name: string | undefined, qty: number) => qtyOf.set(name ?? '', (qtyOf.get(name ?? '') ?? 0) + qty)
  for (const brand of brandAt) add(brands[brand]?.name, 1)
  const own = new Uint32Array(categories.length)
  for (const category of categoryAt) own[category] = (own[category] ?? 0) + 1
  for (const [at, { path }] of categories.entries()) {
    for (const above of path) add(categories[above]?.name, own[at] ?? 0)
  }
  const large = [...qtyOf].filter(([, qty]) => qty > MANY).sort(([, a], [, b]) => b - a).map(([name]) => name)
  // A name like 海尔（Haier） is asked for by each of its parts.
  return large.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter(Boolean).slice(0, NAMES)
}
