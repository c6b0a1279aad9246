import { sql } from 'kysely'
import type { Db } from './db.ts'
import { waitSeconds } from './shared-store.ts'
import type { SharedStore, Throttle } from './shared-store.ts'

const hitKey = (throttle: Throttle, who: string) => `${throttle.name}:${who}`
const inWindow = (since: Date, now: Date) => sql`h > ${since} and h <= ${now}`

/** The shared store in PostgreSQL. */
export function storeInPostgres(db: Db): SharedStore {
  return { ...counters(db), ...texts(db), close: async () => undefined }
}

function counters(db: Db) {
  const within = async (throttle: Throttle, who: string, now: Date) => {
    const since = new Date(now.getTime() - throttle.windowMs)
    const { rows } = await sql<{ first: Date | null; last: Date | null; n: number }>`
      select min(h) as first, max(h) as last, count(h) as n from platform.throttles as t, unnest(t.hits) as h
      where t.key = ${hitKey(throttle, who)} and ${inWindow(since, now)}`.execute(db)
    return rows[0] ?? { first: null, last: null, n: 0 }
  }
  return {
    async hit(throttle: Throttle, who: string, now: Date) {
      const since = new Date(now.getTime() - throttle.windowMs)
      const { rows } = await sql`
        insert into platform.throttles as t (key, hits) values (${hitKey(throttle, who)}, array[${now}::timestamptz])
        on conflict (key) do update
          set hits = array(select h from unnest(t.hits) as h where ${inWindow(since, now)}) || excluded.hits
          where (select count(*) from unnest(t.hits) as h where ${inWindow(since, now)}) < ${throttle.limit}
        returning key`.execute(db)
      if (rows.length > 0) return null
      const { first } = await within(throttle, who, now)
      return waitSeconds((first ?? now).getTime(), throttle.windowMs, now.getTime())
    },
    async unhit(throttle: Throttle, who: string) {
      await sql`update platform.throttles set hits = trim_array(hits, 1)
        where key = ${hitKey(throttle, who)} and cardinality(hits) > 0`.execute(db)
    },
    async hits(throttle: Throttle, who: string, now: Date) {
      const { n, last } = await within(throttle, who, now)
      return { count: n, lastAt: last }
    },
    async forgetHits(throttle: Throttle, who: string) {
      await db.deleteFrom('platform.throttles').where('key', '=', hitKey(throttle, who)).execute()
    },
    async resetHits() {
      await db.deleteFrom('platform.throttles').execute()
    },
  } satisfies Partial<SharedStore>
}

function texts(db: Db) {
  return {
    async keep({ key, value, until }) {
      await db.insertInto('platform.short_lived').values({ key, value, until, tries: 0 })
        .onConflict((on) => on.column('key').doUpdateSet({ value, until, tries: 0 })).execute()
    },
    async read(key, now) {
      const row = await db.selectFrom('platform.short_lived').select('value')
        .where('key', '=', key).where('until', '>', now).executeTakeFirst()
      return row?.value ?? null
    },
    async take(key, now) {
      const row = await db.deleteFrom('platform.short_lived').where('key', '=', key)
        .returning(['value', sql<boolean>`until > ${now}`.as('alive')]).executeTakeFirst()
      return row?.alive ? row.value : null
    },
    async match({ key, value, maxTries }, now) {
      // Each try is counted before it is compared, so that tries at the same moment do not get more than their number.
      const row = await db.updateTable('platform.short_lived').set((eb) => ({ tries: eb('tries', '+', 1) }))
        .where('key', '=', key).where('until', '>', now).where('tries', '<', maxTries).returning('value').executeTakeFirst()
      if (row?.value !== value) return false
      const mine = await db.deleteFrom('platform.short_lived').where('key', '=', key).where('value', '=', value)
        .returning('key').executeTakeFirst()
      return mine !== undefined
    },
    async forget(key) {
      await db.deleteFrom('platform.short_lived').where('key', '=', key).execute()
    },
  } satisfies Partial<SharedStore>
}
