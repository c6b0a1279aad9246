import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '../../tests/support/database.ts'
import { startRedis } from '../../tests/support/redis.ts'
import { openDb } from './db.ts'
import { hitThrottle } from './shared-store.ts'
import type { SharedStore } from './shared-store.ts'
import { storeInPostgres } from './store-in-postgres.ts'
import { storeInRedis } from './store-in-redis.ts'

const at = new Date('2026-11-20T02:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)
const rule = { name: 't', limit: 5, windowMs: 60_000 }

/** Two processes that share one store. */
type Pair = { one: SharedStore; other: SharedStore; close(): Promise<void> }

async function inPostgres(): Promise<Pair> {
  const url = await freshDatabase(inject('databaseUrl'))
  const [first, second] = [openDb({ url }), openDb({ url })]
  return {
    one: storeInPostgres(first), other: storeInPostgres(second),
    close: async () => void (await Promise.all([first.destroy(), second.destroy()])),
  }
}

async function inRedis(): Promise<Pair> {
  const redis = await startRedis()
  const [one, other] = [storeInRedis(redis.url, () => undefined), storeInRedis(redis.url, () => undefined)]
  return { one, other, close: async () => {
    await Promise.all([one.close(), other.close()])
    await redis.stop()
  } }
}

describe.each([['PostgreSQL', inPostgres], ['Redis', inRedis]])('the shared store in %s', (_, open) => {
  let pair: Pair
  let one: SharedStore
  let other: SharedStore
  beforeAll(async () => {
    pair = await open()
    ;({ one, other } = pair)
  })
  afterAll(() => pair.close())

  test('the sixth hit in a minute is refused, on every process, and told when to come back', async () => {
    for (let n = 0; n < 5; n += 1) await hitThrottle(n % 2 ? one : other, rule, 'ann', later(n * 1_000))
    for (const store of [one, other]) {
      await expect(hitThrottle(store, rule, 'ann', later(5_000))).rejects.toMatchObject({
        key: 'throttle.too_many', facts: { retry_after_seconds: 55 },
      })
    }
    await hitThrottle(one, rule, 'bob', later(5_000))
    await hitThrottle(one, { ...rule, name: 'another' }, 'ann', later(5_000))
    await hitThrottle(one, rule, 'ann', later(60_001))
  })

  test('of many at once exactly five pass', async () => {
    const all = await Promise.allSettled(Array.from({ length: 30 }, (__, n) => hitThrottle(n % 2 ? one : other, rule, 'many', at)))
    expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(5)
  })

  test('hits from the future do not block after the clock went back', async () => {
    for (let n = 0; n < 5; n += 1) await hitThrottle(one, rule, 'future', later(3_600_000))
    await hitThrottle(one, rule, 'future', at)
  })

  test('a hit can be taken back, and hits counted and forgotten', async () => {
    for (let n = 0; n < 3; n += 1) await hitThrottle(one, rule, 'counted', later(n * 1_000))
    expect(await other.hits(rule, 'counted', later(5_000))).toEqual({ count: 3, lastAt: later(2_000) })
    await one.unhit(rule, 'counted')
    expect(await other.hits(rule, 'counted', later(5_000))).toEqual({ count: 2, lastAt: later(1_000) })
    expect(await other.hits(rule, 'counted', later(60_500))).toEqual({ count: 1, lastAt: later(1_000) })
    await other.forgetHits(rule, 'counted')
    expect(await one.hits(rule, 'counted', later(5_000))).toEqual({ count: 0, lastAt: null })
    await hitThrottle(one, rule, 'counted', at)
    await one.resetHits()
    expect(await other.hits(rule, 'counted', at)).toEqual({ count: 0, lastAt: null })
  })

  test('a text is there until its time, and exactly one taker gets it', async () => {
    await one.keep({ key: 'k', value: 'abcd', until: later(1_000) })
    expect(await other.read('k', later(999))).toBe('abcd')
    expect(await other.read('k', later(1_000))).toBeNull()
    const taken = await Promise.all(Array.from({ length: 10 }, (__, n) => (n % 2 ? one : other).take('k', at)))
    expect(taken.filter((text) => text !== null)).toEqual(['abcd'])
    expect(await one.take('unknown', at)).toBeNull()
    await one.keep({ key: 'late', value: 'x', until: later(1_000) })
    expect(await one.take('late', later(1_000))).toBeNull()
  })

  test('a guess: right once, over after so many wrong ones, however many come at once', async () => {
    const right = { key: 'code', value: '123456', maxTries: 5 }
    const wrong = { ...right, value: '000000' }
    const keep = () => one.keep({ key: 'code', value: '123456', until: later(300_000) })
    await keep()
    for (let n = 0; n < 4; n += 1) expect(await other.match(wrong, at)).toBe(false)
    const both = await Promise.all([one.match(right, at), other.match(right, at)])
    expect(both.toSorted()).toEqual([false, true])
    await keep()
    await Promise.all(Array.from({ length: 20 }, () => one.match(wrong, at)))
    expect(await one.match(right, at)).toBe(false)
    await keep()
    expect(await one.match(right, later(300_000))).toBe(false)
    await one.forget('code')
    expect(await one.match(right, at)).toBe(false)
  })
})

test('a Redis that cannot be reached refuses clearly and soon', async () => {
  const redis = await startRedis()
  const store = storeInRedis(redis.url, () => undefined)
  await store.keep({ key: 'k', value: 'v', until: later(1_000) })
  await redis.stop()
  await expect(store.read('k', at)).rejects.toMatchObject({ key: 'store.unreachable' })
  await expect(hitThrottle(store, rule, 'ann', at)).rejects.toMatchObject({ key: 'store.unreachable' })
  await store.close()
})
