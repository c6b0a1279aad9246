import { Refusal } from '@hearth/kernel/errors'

/** At most `limit` hits in `windowMs` for one key, shared by all processes. */
export type Throttle = { name: string; limit: number; windowMs: number }

export const storeErrors = {
  'throttle.too_many': {
    status: 429, code: 'RATE_LIMIT_EXCEEDED',
    zh: '操作太频繁，请在 {retry_after_seconds} 秒后再试。', en: 'Too many requests. Try again in {retry_after_seconds} seconds.',
  },
  'store.unreachable': {
    status: 503, code: 'SERVICE_UNAVAILABLE',
    zh: '服务暂时不可用，请稍后再试。', en: 'The service is not available right now. Try again later.',
  },
} as const

export type Hits = { count: number; lastAt: Date | null }
export type Kept = { key: string; value: string; until: Date }
export type Guess = { key: string; value: string; maxTries: number }

/**
 * What lives for minutes and is shared by all processes: counters and codes. In Redis when REDIS_URL is set, else in
 * PostgreSQL. Every time is the caller's, so that the application's clock rules; entries from the future (the clock was
 * moved back) never count.
 */
export type SharedStore = {
  /** Counts a hit. @returns null, or the seconds to wait when the limit is reached and nothing was counted */
  hit(throttle: Throttle, who: string, now: Date): Promise<number | null>
  /** Takes back the last hit. */
  unhit(throttle: Throttle, who: string): Promise<void>
  /** What was counted inside the window. */
  hits(throttle: Throttle, who: string, now: Date): Promise<Hits>
  forgetHits(throttle: Throttle, who: string): Promise<void>
  /** Keeps a text under a key, instead of what was there. */
  keep(kept: Kept): Promise<void>
  read(key: string, now: Date): Promise<string | null>
  /** Gives the text to exactly one caller and forgets it. */
  take(key: string, now: Date): Promise<string | null>
  /** Whether the text is `value`: true once, then it is forgotten; after `maxTries` wrong ones too. */
  match(guess: Guess, now: Date): Promise<boolean>
  forget(key: string): Promise<void>
  /** Forgets every counter; the developer desk's. */
  resetHits(): Promise<void>
  close(): Promise<void>
}

/** Counts a hit, or throws throttle.too_many with `retry_after_seconds`. */
export async function hitThrottle(store: SharedStore, throttle: Throttle, who: string, now: Date): Promise<void> {
  const seconds = await store.hit(throttle, who, now)
  if (seconds !== null) throw new Refusal('throttle.too_many', { retry_after_seconds: seconds })
}

/** The whole seconds until the oldest hit leaves the window. */
export function waitSeconds(firstMs: number, windowMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((firstMs + windowMs - nowMs) / 1_000))
}
