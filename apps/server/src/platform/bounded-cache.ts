/** Texts kept in memory for a moment: the longest unused goes first when there are too many or they are too large. */
export type BoundedCache<T> = {
  get(key: string, nowMs: number): T | undefined
  put(key: string, kept: { value: T; bytes: number }, nowMs: number): void
  clear(): void
}

export type CacheBounds = { keptMs: number; entries: number; bytes: number }
type Entry<T> = { value: T; bytes: number; putAtMs: number }

/** Opens a cache. What is older than `keptMs`, by a clock that may be moved, is not answered; nor what does not fit. */
export function boundedCache<T>({ keptMs, entries, bytes }: CacheBounds): BoundedCache<T> {
  const kept = new Map<string, Entry<T>>()
  let held = 0
  const drop = (key: string) => {
    held -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  return {
    get: (key, nowMs) => {
      const entry = kept.get(key)
      if (!entry) return undefined
      const ageMs = nowMs - entry.putAtMs
      kept.delete(key)
      if (ageMs >= 0 && ageMs < keptMs) {
        kept.set(key, entry)
        return entry.value
      }
      held -= entry.bytes
      return undefined
    },
    put: (key, entry, nowMs) => {
      drop(key)
      if (entry.bytes > bytes) return
      kept.set(key, { ...entry, putAtMs: nowMs })
      held += entry.bytes
      for (const oldest of kept.keys()) {
        if (kept.size <= entries && held <= bytes) break
        drop(oldest)
      }
    },
    clear: () => {
      kept.clear()
      held = 0
    },
  }
}
