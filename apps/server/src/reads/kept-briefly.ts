import type { Db } from '../platform/db.ts'

type Kept = { value: Promise<unknown>; readAtMs: number }

const KEPT_AT_MOST = 500
const keptOf = new WeakMap<Db, Map<string, Kept>>()

/**
 * Reads a value at most once in `keptMs` per process and database. Only for what may be a moment old: counts of long
 * lists, names of categories. Never for prices or stock.
 */
export function keptBriefly<T>(db: Db, key: string, keptMs: number, read: () => Promise<T>): Promise<T> {
  const kept = keptOf.get(db) ?? new Map<string, Kept>()
  keptOf.set(db, kept)
  const known = kept.get(key)
  if (known && performance.now() - known.readAtMs < keptMs) return known.value as Promise<T>
  kept.delete(key)
  const value = read()
  kept.set(key, { value, readAtMs: performance.now() })
  value.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) break
    kept.delete(oldest)
  }
  return value
}

/** Forgets a value, so that the next one who asks reads it. */
export function forgetKept(db: Db, key: string): void {
  keptOf.get(db)?.delete(key)
}
