import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { Refusal } from '@hearth/kernel/errors'
import { waitSeconds } from './shared-store.ts'
import type { SharedStore, Throttle } from './shared-store.ts'

// Redis forgets by the machine's clock, rules go by the application's: a day more than any rule asks for.
const SPARE_MS = 86_400_000
const HIT = `
  redis.call('zremrangebyscore', KEYS[1], '-inf', ARGV[1])
  if redis.call('zcount', KEYS[1], '(' .. ARGV[1], ARGV[2]) < tonumber(ARGV[3]) then
    redis.call('zadd', KEYS[1], ARGV[2], ARGV[4])
    redis.call('pexpire', KEYS[1], ARGV[5])
    return false
  end
  return redis.call('zrangebyscore', KEYS[1], '(' .. ARGV[1], ARGV[2], 'WITHSCORES', 'LIMIT', 0, 1)[2]`
const TAKE = `
  local kept = redis.call('hmget', KEYS[1], 'value', 'until')
  redis.call('del', KEYS[1])
  if kept[1] and tonumber(kept[2]) > tonumber(ARGV[1]) then return kept[1] end
  return false`
const MATCH = `
  local kept = redis.call('hmget', KEYS[1], 'value', 'until', 'tries')
  if not kept[1] or tonumber(kept[2]) <= tonumber(ARGV[1]) then return 0 end
  if tonumber(kept[3]) >= tonumber(ARGV[3]) then return 0 end
  if kept[1] == ARGV[2] then redis.call('del', KEYS[1]) return 1 end
  redis.call('hincrby', KEYS[1], 'tries', 1)
  return 0`
const KEEP = `
  redis.call('del', KEYS[1])
  redis.call('hset', KEYS[1], 'value', ARGV[1], 'until', ARGV[2], 'tries', 0)
  redis.call('pexpire', KEYS[1], ARGV[3])`

const hitKey = (throttle: Throttle, who: string) => `hearth:hits:${throttle.name}:${who}`
const textKey = (key: string) => `hearth:text:${key}`

/** The shared store in Redis. What cannot be reached throws store.unreachable, and nothing waits for long. */
export function storeInRedis(url: string, onFault: (fault: Error) => void): SharedStore {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 3_000, commandTimeout: 3_000 })
  redis.on('error', onFault)
  return { ...counters(redis), ...texts(redis), close: async () => redis.disconnect() }
}

async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (fault) {
    throw Object.assign(new Refusal('store.unreachable'), { cause: fault })
  }
}

function counters(redis: Redis) {
  return {
    async hit(throttle, who, now) {
      const [ms, key] = [now.getTime(), hitKey(throttle, who)]
      const member = `${ms}:${randomBytes(6).toString('base64url')}`
      const args = [ms - throttle.windowMs, ms, throttle.limit, member, throttle.windowMs + SPARE_MS]
      const first = await reached(redis.eval(HIT, 1, key, ...args) as Promise<string | null>)
      return first === null ? null : waitSeconds(Number(first), throttle.windowMs, ms)
    },
    async unhit(throttle, who) {
      await reached(redis.zpopmax(hitKey(throttle, who)))
    },
    async hits(throttle, who, now) {
      const [from, to, key] = [`(${now.getTime() - throttle.windowMs}`, now.getTime(), hitKey(throttle, who)]
      const found = await reached(redis.zrangebyscore(key, from, to, 'WITHSCORES'))
      return { count: found.length / 2, lastAt: found.length > 0 ? new Date(Number(found.at(-1))) : null }
    },
    async forgetHits(throttle, who) {
      await reached(redis.del(hitKey(throttle, who)))
    },
    async resetHits() {
      const keys = await reached(redis.keys('hearth:hits:*'))
      if (keys.length > 0) await reached(redis.del(...keys))
    },
  } satisfies Partial<SharedStore>
}

function texts(redis: Redis) {
  return {
    async keep({ key, value, until }) {
      await reached(redis.eval(KEEP, 1, textKey(key), value, until.getTime(), SPARE_MS) as Promise<unknown>)
    },
    async read(key, now) {
      const [value, until] = await reached(redis.hmget(textKey(key), 'value', 'until'))
      return value !== undefined && value !== null && Number(until) > now.getTime() ? value : null
    },
    async take(key, now) {
      return reached(redis.eval(TAKE, 1, textKey(key), now.getTime()) as Promise<string | null>)
    },
    async match({ key, value, maxTries }, now) {
      const right = await reached(redis.eval(MATCH, 1, textKey(key), now.getTime(), value, maxTries) as Promise<number>)
      return right === 1
    },
    async forget(key) {
      await reached(redis.del(textKey(key)))
    },
  } satisfies Partial<SharedStore>
}
