import type { Db } from '../platform/db.ts'
import type { CatalogueDigest } from './catalogue-digest.sql.ts'
import type { DigestFilter } from './digest-counts.ts'
import { pickInDigest } from './digest-picks.ts'
import { IDS, selectAmong, selectFewOrPosting } from './found-products.sql.ts'
import type { FoundPage, Narrowing } from './found-products.sql.ts'
import { heldPosting, keepPosting } from './kept-postings.ts'
import { earlier } from './postings.sql.ts'
import type { Posting } from './postings.sql.ts'
import type { ProductOrder } from './product-list.sql.ts'
import type { RowsAsked } from './rows-of-page.ts'
import type { WordSearch } from './search-conditions.sql.ts'

/** How many more products are looked at than are shown: some may be sold out or gone since the digest was read. */
const SPARE = 10

type SearchAsked = Narrowing & { search: WordSearch; filter: DigestFilter; by: ProductOrder; asked: RowsAsked }

/**
 * One page of a search in a large catalogue. What many products have is picked in memory, and the few that may be on
 * the page are read as they are now, together with all that were changed since: so a change is seen at once, and only
 * what was sold or stocked since the digest was read may still be counted as before. Null for what this does not
 * answer: pages beyond the first thousand, signs alone, and while very many products change. Two statements at most.
 */
export async function selectPostingPage(db: Db, digest: CatalogueDigest, page: SearchAsked): Promise<FoundPage | null> {
  const { search, asked } = page
  if (search.words.length === 0 || asked.offset + asked.limit > IDS) return null
  const held = heldPosting(db, search)
  if (held) return pageOf(db, digest, held, page)
  const readAtMs = performance.now()
  const read = await selectFewOrPosting(db, search, page, asked)
  if ('page' in read) return read.page
  keepPosting(db, search, { posting: read.posting, readAtMs })
  return pageOf(db, digest, read.posting, page)
}

async function pageOf(
  db: Db, digest: CatalogueDigest, posting: Posting, { search, filter, by, where, order, asked }: SearchAsked,
): Promise<FoundPage | null> {
  const { limit, offset } = asked
  const { ids, total } = pickInDigest(digest, filter, posting, { order: by, qty: offset + limit + SPARE })
  const among = await selectAmong(db, search, { ids, asOf: earlier(digest.asOf, posting.asOf), where, order }, asked)
  if (!among) return null
  const { rows, changedIds, changedQty } = among
  const without = new Set(changedIds)
  const unchanged = () => pickInDigest(digest, filter, posting, { order: by, qty: 0, without }).total
  const others = without.size === 0 ? total : unchanged()
  return { rows, total: Math.max(others + changedQty, rows.length === 0 ? 0 : offset + rows.length) }
}
