import type { CatalogueDigest } from './catalogue-digest.sql.ts'
import { forEachFitting } from './digest-counts.ts'
import type { DigestFilter } from './digest-counts.ts'
import type { Posting } from './postings.sql.ts'
import type { ProductOrder } from './product-list.sql.ts'

export type PickOrder = ProductOrder | 'suggestions'
export type Picks = { ids: number[]; total: number }
type Asked = { order: PickOrder; qty: number; without?: ReadonlySet<number> }
/** Negative when the product at place `a` of a posting comes before that at `b`. */
type Compare = (a: number, b: number) => number

/** How products are ranked that begin with what was typed; those that contain it in their name come next. */
const NAMED = 5

/** The first `qty` of the products of a posting that fit, in the order asked for, and how many fit in all. */
export function pickInDigest(
  digest: CatalogueDigest, filter: DigestFilter, posting: Posting, { order, qty, without }: Asked,
): Picks {
  const { ids } = posting
  const atOf = new Uint32Array(ids.length)
  const compare = compareBy(order, digest, posting, atOf)
  const best: number[] = []
  let total = 0
  forEachFitting(digest, { ...filter, ids }, (at, place) => {
    if (without?.has(ids[place] ?? 0)) return
    if (order === 'suggestions' && (posting.ranks[place] ?? 0) < NAMED) return
    total += 1
    atOf[place] = at
    keepBest(best, place, qty, compare)
  })
  return { ids: best.map((place) => ids[place] ?? 0), total }
}

/** Puts a place where it belongs among the best so far, of which there are never more than `qty`. */
function keepBest(best: number[], place: number, qty: number, compare: Compare): void {
  const last = best.at(-1)
  if (best.length >= qty && (last === undefined || compare(place, last) >= 0)) return
  let [from, to] = [0, best.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (compare(place, best[middle] ?? 0) < 0) to = middle
    else from = middle + 1
  }
  best.splice(from, 0, place)
  if (best.length > qty) best.pop()
}

/** As the lists are ordered in the database; a place in a posting rises with the id. */
function compareBy(order: PickOrder, digest: CatalogueDigest, { ranks }: Posting, atOf: Uint32Array): Compare {
  const by = (column: ArrayLike<number>): Compare => (a, b) => (column[atOf[a] ?? 0] ?? 0) - (column[atOf[b] ?? 0] ?? 0)
  const [price, sales, views, created] = [
    by(digest.minPriceFen), by(digest.salesCount), by(digest.viewCount), by(digest.createdAtUs),
  ]
  const rank = (place: number) => Math.min(ranks[place] ?? 0, NAMED)
  switch (order) {
    case 'price_asc': return (a, b) => price(a, b) || b - a
    case 'price_desc': return (a, b) => price(b, a) || a - b
    case 'sales': return (a, b) => sales(b, a) || b - a
    case 'views': return (a, b) => views(b, a) || b - a
    case 'created': return (a, b) => created(b, a) || b - a
    case 'suggestions': return (a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || sales(b, a) || a - b
    case 'relevance': return (a, b) => rank(b) - rank(a) || sales(b, a) || created(b, a) || b - a
  }
}
