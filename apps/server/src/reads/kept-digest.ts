import type { Db } from '../platform/db.ts'
import { selectDigest } from './catalogue-digest.sql.ts'
import type { CatalogueDigest } from './catalogue-digest.sql.ts'

type Held = { digest: CatalogueDigest | null; readAtMs: number; keptMs: number; reading: Promise<void> | null }

/** From this many products on a count takes so long that they are counted in memory. */
export const LARGE = 5_000
const SHORTEST_MS = 3_000
const LONGEST_MS = 60_000
const COST_FACTOR = 50
/** A digest that nobody asked for so long is not told any more. */
const OLDEST_MS = 600_000
const heldOf = new WeakMap<Db, Held>()

/**
 * The digest of a large catalogue when this process has one; null while it has none. It is read anew in the background
 * as it is asked for, so that reading it is little of the work: every minute at most.
 */
export function heldDigest(db: Db): CatalogueDigest | null {
  const held = heldOf.get(db)
  if (!held?.digest) return null
  const ageMs = performance.now() - held.readAtMs
  if (ageMs >= held.keptMs) held.reading ??= readDigest(db, held)
  return ageMs < OLDEST_MS ? held.digest : null
}

/** Says how many products were counted in the database: many, and no digest yet: it is read for the next time. */
export function noteCounted(db: Db, qty: number): Promise<void> | null {
  if (qty < LARGE || heldDigest(db)) return null
  const held = heldOf.get(db) ?? { digest: null, readAtMs: 0, keptMs: 0, reading: null }
  heldOf.set(db, held)
  held.reading ??= readDigest(db, held)
  return held.reading
}

/** Forgets the digest: for tests, which count in the database and in memory. */
export function forgetDigest(db: Db): void {
  heldOf.delete(db)
}

/** What cannot be read leaves the old digest in its place; the next one who asks tries again. */
async function readDigest(db: Db, held: Held): Promise<void> {
  const beganAt = performance.now()
  try {
    held.digest = await selectDigest(db)
    held.readAtMs = beganAt
    held.keptMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (performance.now() - beganAt) * COST_FACTOR))
  } catch {
    held.keptMs = 0
  } finally {
    held.reading = null
  }
}
