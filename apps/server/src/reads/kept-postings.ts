import type { Db } from '../platform/db.ts'
import { selectPosting } from './postings.sql.ts'
import type { Posting } from './postings.sql.ts'
import type { WordSearch } from './search-conditions.sql.ts'

type Kept = { posting: Posting; readAtMs: number; isRenewed: boolean }
type KeptOf = { all: Map<string, Kept>; qty: number; warmedAtMs: number }

/** What finds more products than this in a large catalogue is picked in memory; the rest is read each time. */
export const MORE_THAN_FEW = 200
/** So many products in all, nine bytes each, and so many searches. */
const PRODUCTS_KEPT = 2_000_000
const SEARCHES_KEPT = 5_000
const RENEWED_MS = 60_000
const WARM_MS = 600_000
const keptOf = new WeakMap<Db, KeptOf>()

/**
 * What this process knows that a search finds; null when it knows nothing. It is read anew in the background when
 * somebody asks a minute later. Whoever shows products asks which changed since (`changedSince`).
 */
export function heldPosting(db: Db, search: WordSearch): Posting | null {
  const { all } = keptFor(db)
  const key = keyOf(search)
  const kept = all.get(key)
  if (!kept) return null
  all.delete(key)
  all.set(key, kept)
  if (!kept.isRenewed && performance.now() - kept.readAtMs >= RENEWED_MS) {
    kept.isRenewed = true
    void readAndKeep(db, search).catch(() => { kept.isRenewed = false })
  }
  return kept.posting
}

/** The same, read when it is not known. */
export async function readPosting(db: Db, search: WordSearch): Promise<Posting> {
  return heldPosting(db, search) ?? readAndKeep(db, search)
}

/** Keeps what was read at `readAtMs`, if it is much; the words that nobody asked for longest make room. */
export function keepPosting(db: Db, search: WordSearch, { posting, readAtMs }: Pick<Kept, 'posting' | 'readAtMs'>): void {
  const kept = keptFor(db)
  const key = keyOf(search)
  forget(kept, key)
  if (posting.ids.length <= MORE_THAN_FEW) return
  kept.all.set(key, { posting, readAtMs, isRenewed: false })
  kept.qty += posting.ids.length
  for (const oldest of kept.all.keys()) {
    if (kept.qty <= PRODUCTS_KEPT && kept.all.size <= SEARCHES_KEPT) break
    forget(kept, oldest)
  }
}

/** Reads what these find, one after another, so that nobody waits for it later; again only after ten minutes. */
export async function warmPostings(db: Db, searches: () => readonly WordSearch[]): Promise<void> {
  const kept = keptFor(db)
  if (performance.now() - kept.warmedAtMs < WARM_MS) return
  kept.warmedAtMs = performance.now()
  for (const search of searches()) {
    if (!kept.all.has(keyOf(search))) await readAndKeep(db, search)
  }
}

/** Forgets them all: for tests. */
export function forgetPostings(db: Db): void {
  keptOf.delete(db)
}

async function readAndKeep(db: Db, search: WordSearch): Promise<Posting> {
  const readAtMs = performance.now()
  const posting = await selectPosting(db, search)
  keepPosting(db, search, { posting, readAtMs })
  return posting
}

function keptFor(db: Db): KeptOf {
  const kept = keptOf.get(db) ?? { all: new Map<string, Kept>(), qty: 0, warmedAtMs: Number.NEGATIVE_INFINITY }
  keptOf.set(db, kept)
  return kept
}

function forget(kept: KeptOf, key: string): void {
  kept.qty -= kept.all.get(key)?.posting.ids.length ?? 0
  kept.all.delete(key)
}

function keyOf({ phrase, words }: WordSearch): string {
  return `${phrase} ${words.join(' ')}`
}
