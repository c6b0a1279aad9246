import type { Db } from '../platform/db.ts'

/** How long a value is good for: a time, or one that depends on the value; 0 is not at all. */
export type KeptFor<T> = number | ((value: T) => number)
type Kept = {
  value: Promise<unknown>; readAtMs: number; untilMs: number; isCostly: boolean; renewal: Promise<void> | null
}
type Keeping<T> = { key: string; keptFor: KeptFor<T>; read: () => Promise<T> }

const KEPT_AT_MOST = 500
/** What takes this long to read is costly: it is kept so many times as long, and read anew while the old one serves. */
const COSTLY_MS = 10
const COST_FACTOR = 50
/** Nobody is told what is older than this. */
const OLDEST_MS = 60_000
const LONGEST_MS = OLDEST_MS / 2
const keptOf = new WeakMap<Db, Map<string, Kept>>()

/**
 * Reads a value at most once in `keptFor` milliseconds per process and database. What is costly to read is kept longer,
 * and then read anew in the background, so that nobody waits; it is a minute old at most. Only for what may be a moment
 * old: counts of long lists, names of categories. Never for prices or stock.
 */
export function keptBriefly<T>(db: Db, key: string, keptFor: KeptFor<T>, read: () => Promise<T>): Promise<T> {
  const kept = keptOf.get(db) ?? new Map<string, Kept>()
  keptOf.set(db, kept)
  const known = kept.get(key)
  const nowMs = performance.now()
  const isFresh = known !== undefined && nowMs < known.untilMs
  if (!known || (!isFresh && !(known.isCostly && nowMs < known.readAtMs + OLDEST_MS))) {
    return readAnew(kept, { key, keptFor, read }).value as Promise<T>
  }
  if (!isFresh) known.renewal ??= renew(kept, known, { key, keptFor, read })
  kept.delete(key)
  kept.set(key, known)
  return known.value as Promise<T>
}

/** Forgets a value, so that the next one who asks reads it. */
export function forgetKept(db: Db, key: string): void {
  keptOf.get(db)?.delete(key)
}

/** Whoever asks while it is being read gets the same. */
function readAnew<T>(kept: Map<string, Kept>, keeping: Keeping<T>): Kept {
  const { key } = keeping
  const entry = begin(keeping)
  kept.delete(key)
  kept.set(key, entry)
  entry.value.catch(() => { if (kept.get(key) === entry) kept.delete(key) })
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) break
    kept.delete(oldest)
  }
  return entry
}

/** The old value serves until the new one is there, or for good when it cannot be read. */
async function renew<T>(kept: Map<string, Kept>, old: Kept, keeping: Keeping<T>): Promise<void> {
  const entry = begin(keeping)
  await entry.value.then(
    () => { if (kept.get(keeping.key) === old) kept.set(keeping.key, entry) },
    () => { old.renewal = null },
  )
}

function begin<T>({ keptFor, read }: Keeping<T>): Kept {
  const readAtMs = performance.now()
  const untilMs = Number.POSITIVE_INFINITY
  const entry: Kept = { value: Promise.resolve(), readAtMs, untilMs, isCostly: false, renewal: null }
  entry.value = read().then((value) => {
    const tookMs = performance.now() - readAtMs
    const keptMs = typeof keptFor === 'number' ? keptFor : keptFor(value)
    entry.isCostly = keptMs > 0 && tookMs >= COSTLY_MS
    entry.untilMs = readAtMs + Math.min(LONGEST_MS, entry.isCostly ? Math.max(keptMs, tookMs * COST_FACTOR) : keptMs)
    return value
  })
  return entry
}
