import { sql } from 'kysely'
import { Refusal } from '@hearth/kernel/errors'
import type { Db } from './db.ts'

/** At most `limit` hits in `windowMs` for one key, shared by all processes. */
export type Throttle = { name: string; limit: number; windowMs: number }

export const throttleErrors = {
  'throttle.too_many': {
    status: 429, code: 'RATE_LIMIT_EXCEEDED',
    zh: '操作太频繁，请在 {retryAfterSeconds} 秒后再试。', en: 'Too many requests. Try again in {retryAfterSeconds} seconds.',
  },
} as const

/**
 * Counts a hit, or throws throttle.too_many with `retryAfterSeconds`. Hits from the future (the clock was moved back)
 * do not count.
 */
export async function hitThrottle(db: Db, throttle: Throttle, who: string, now: Date): Promise<void> {
  const key = `${throttle.name}:${who}`
  const since = new Date(now.getTime() - throttle.windowMs)
  const { rows } = await sql<{ key: string }>`
    insert into platform.throttles as t (key, hits) values (${key}, array[${now}::timestamptz])
    on conflict (key) do update
      set hits = array(select h from unnest(t.hits) as h where h > ${since} and h <= ${now}) || excluded.hits
      where (select count(*) from unnest(t.hits) as h where h > ${since} and h <= ${now}) < ${throttle.limit}
    returning key`.execute(db)
  if (rows.length > 0) return
  throw new Refusal('throttle.too_many', { retryAfterSeconds: await waitSeconds(db, key, now, throttle) })
}

async function waitSeconds(db: Db, key: string, now: Date, throttle: Throttle): Promise<number> {
  const since = new Date(now.getTime() - throttle.windowMs)
  const { rows } = await sql<{ first: Date | null }>`
    select min(h) as first from platform.throttles as t, unnest(t.hits) as h
    where t.key = ${key} and h > ${since} and h <= ${now}`.execute(db)
  const freeAt = (rows[0]?.first ?? now).getTime() + throttle.windowMs
  return Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000))
}

export async function resetThrottles(db: Db): Promise<void> {
  await db.deleteFrom('platform.throttles').execute()
}
