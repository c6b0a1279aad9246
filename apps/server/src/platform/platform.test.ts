import { describe, expect, inject, test } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase } from '../../tests/support/database.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import { movableClock, moveClock } from './clock.ts'
import { inTransaction, openDb, safeInteger } from './db.ts'
import type { Tx } from './db.ts'
import { record, subscribe } from './events.ts'
import { runOnce } from './idempotency.ts'
import { countJobs, openJobs, sendDueCronJobs, sendJob } from './jobs.ts'
import type { Job } from './jobs.ts'
import { maskText } from './log.ts'
import { keysFor, seal, unseal } from './secrets.ts'

const at = new Date('2026-11-20T02:00:00Z')
const later = (ms: number) => new Date(at.getTime() + ms)

async function freshDb() {
  const url = await freshDatabase(inject('databaseUrl'))
  const db = openDb({ url })
  return { url, db, [Symbol.asyncDispose]: () => db.destroy() }
}

describe('transactions', () => {
  test('what throws leaves nothing behind', async () => {
    await using w = await openWorld()
    await expect(w.inTx(async (tx) => {
      await record(tx, { type: 'test.happened.v1', at, body: {} })
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await countOf(w, 'platform.events')).toBe(0)
  })

  test('a deadlock is run again and reaches nobody', async () => {
    await using w = await openWorld()
    await w.inTx(async (tx) => {
      await tx.insertInto('platform.throttles').values([{ key: 'a', hits: [] }, { key: 'b', hits: [] }]).execute()
    })
    const lock = (tx: Tx, key: string) => tx.updateTable('platform.throttles').set({ hits: [] }).where('key', '=', key).execute()
    let runs = 0
    const met = Promise.withResolvers<void>()
    const cross = (first: string, second: string) => w.inTx(async (tx) => {
      runs += 1
      await lock(tx, first)
      if (runs === 2) met.resolve()
      await met.promise
      await lock(tx, second)
    })
    await Promise.all([cross('a', 'b'), cross('b', 'a')])
    expect(runs).toBe(3)
  })

  test('an id beyond a safe integer is a fault, not another id', () => {
    expect(safeInteger('9007199254740991')).toBe(9007199254740991)
    expect(() => safeInteger('9007199254740993')).toThrow(RangeError)
  })

  test('statements are prepared under their own name', async () => {
    await using w = await freshDb()
    await w.db.connection().execute(async (one) => {
      await one.selectFrom('platform.clock').select('offset_ms').execute()
      const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(one)
      expect(rows.filter((row) => row.statement.includes('offset_ms'))).toHaveLength(1)
    })
  })
})

describe('idempotency keys', () => {
  const once = (body: unknown, when = at) => ({ scope: 'test:1', key: 'k', body, at: when })

  test('the work runs once; a twin waits and gets the same answer', async () => {
    await using w = await freshDb()
    let runs = 0
    const inside = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const first = inTransaction(w.db, (tx) => runOnce(tx, once({ n: 1 }), async () => {
      runs += 1
      inside.resolve()
      await go.promise
      return { answer: runs }
    }))
    await inside.promise
    const twin = inTransaction(w.db, (tx) => runOnce(tx, once({ n: 1 }), async () => ({ answer: (runs += 1) })))
    go.resolve()
    expect(await Promise.all([first, twin])).toEqual([
      { answer: { answer: 1 }, repeated: false }, { answer: { answer: 1 }, repeated: true },
    ])
    expect(runs).toBe(1)
  })

  test('the same key with another body is refused', async () => {
    await using w = await freshDb()
    await inTransaction(w.db, (tx) => runOnce(tx, once({ n: 1 }), async () => 1))
    await expect(inTransaction(w.db, (tx) => runOnce(tx, once({ n: 2 }), async () => 2))).rejects.toThrow('idempotency.other_body')
  })

  test('a refusal is not stored; after a day the key is free', async () => {
    await using w = await freshDb()
    await expect(inTransaction(w.db, (tx) => runOnce(tx, once(1), async () => { throw new Error('refused') }))).rejects.toThrow()
    expect(await countOf(w, 'platform.idempotency_keys')).toBe(0)
    await inTransaction(w.db, (tx) => runOnce(tx, once(1), async () => 'old'))
    const day = 24 * 3_600_000
    const kept = await inTransaction(w.db, (tx) => runOnce(tx, once(1, later(day)), async () => 'new'))
    const freed = await inTransaction(w.db, (tx) => runOnce(tx, once(1, later(day + 1)), async () => 'new'))
    expect([kept.answer, freed.answer]).toEqual(['old', 'new'])
  })
})

describe('events and jobs', () => {
  const job = (name: string, cron?: string): Job => ({ name, cron, run: async () => undefined })

  test('an event and its job exist if and only if the transaction commits', async () => {
    await using w = await openWorld()
    subscribe('test.job_sent.v1', 'send-refund')
    await expect(w.inTx(async (tx) => {
      await record(tx, { type: 'test.job_sent.v1', at, body: { n: 1 } })
      throw new Error('no')
    })).rejects.toThrow()
    expect((await countJobs(w.db)).open).toBe(0)
    await w.inTx((tx) => record(tx, { type: 'test.job_sent.v1', at, body: { n: 1 } }))
    expect((await countJobs(w.db)).open).toBe(1)
  })

  test('a due moment is sent once, however many processes look', async () => {
    await using w = await openWorld()
    const jobs = [job('clean-up', '* * * * *'), job('send-refund')]
    const sent = await Promise.all(Array.from({ length: 4 }, () => sendDueCronJobs(w.db, jobs, at)))
    expect(sent.reduce((a, b) => a + b, 0)).toBe(1)
    expect(await sendDueCronJobs(w.db, jobs, later(59_000))).toBe(0)
    expect(await sendDueCronJobs(w.db, jobs, later(60_000))).toBe(1)
    expect(await sendDueCronJobs(w.db, jobs, later(48 * 3_600_000))).toBe(1)
  })

  test('a daily moment is one in Shanghai', async () => {
    await using w = await openWorld()
    const jobs = [job('clean-up', '0 2 * * *')]
    await sendDueCronJobs(w.db, jobs, new Date('2026-11-20T17:59:00Z'))
    await sendDueCronJobs(w.db, jobs, new Date('2026-11-20T18:00:00Z'))
    const slots = await w.db.selectFrom('platform.cron_slots').select('due_at').orderBy('due_at').execute()
    expect(slots.map((slot) => slot.due_at.toISOString())).toEqual(['2026-11-19T18:00:00.000Z', '2026-11-20T18:00:00.000Z'])
  })

  test('what is sent in a burst is done one after the other without a pause, and what failed soon again', async () => {
    await using w = await openWorld()
    const queue = await openJobs(w.databaseUrl, ['send-refund'], () => undefined)
    const ran: unknown[] = []
    await queue.work([{ name: 'send-refund', run: async ({ n }) => {
      ran.push(n)
      if (ran.filter((each) => each === n).length === 1 && n === 7) throw new Error('the company is down')
    } }], () => undefined)
    await new Promise((go) => setTimeout(go, 500))
    const numbers = Array.from({ length: 20 }, (_, n) => n)
    await w.inTx(async (tx) => {
      for (const n of numbers) await sendJob(tx, 'send-refund', { n })
    })
    await expect.poll(() => new Set(ran).size, { timeout: 20_000 }).toBe(20)
    await expect.poll(() => ran.length, { timeout: 30_000 }).toBe(21)
    await queue.stop()
  }, 60_000)

  test('jobs that piled up are done one after the other, without a pause between them', async () => {
    await using w = await openWorld()
    for (let n = 1; n <= 6; n += 1) await w.inTx((tx) => sendJob(tx, 'send-refund', { refundId: n }))
    await w.server.startWork()
    const waiting = async () => (await sql<{ n: number }>`select count(*) as n from pgboss.job
      where name = 'send-refund' and state <> 'completed'`.execute(w.db)).rows[0]?.n
    await expect.poll(waiting, { timeout: 15_000, interval: 200 }).toBe(0)
  }, 30_000)

  test('waiting jobs come due with the application\'s clock, and going back never makes them wait longer', async () => {
    await using w = await openWorld()
    const clock = await movableClock(w.db, w.databaseUrl)
    await w.inTx((tx) => sendJob(tx, 'send-refund', {}, 10 * 60_000))
    expect((await countJobs(w.db)).open).toBe(0)
    await moveClock(w.db, 9 * 60_000)
    expect((await countJobs(w.db)).open).toBe(0)
    await moveClock(w.db, 0)
    await moveClock(w.db, 60_000 + 1_000)
    expect((await countJobs(w.db)).open).toBe(1)
    await clock.close()
  })

  test('every process hears of a moved clock', async () => {
    await using w = await openWorld()
    const clocks = await Promise.all([movableClock(w.db, w.databaseUrl), movableClock(w.db, w.databaseUrl)])
    await moveClock(w.db, 3_600_000)
    await expect.poll(() => clocks.map((clock) => clock.offsetMs())).toEqual([3_600_000, 3_600_000])
    const late = await movableClock(w.db, w.databaseUrl)
    expect(late.offsetMs()).toBe(3_600_000)
    await Promise.all([...clocks, late].map((clock) => clock.close()))
  })
})

describe('secrets', () => {
  test('are sealed, and open with an older key of the list', () => {
    const sealed = seal('old-key', 'hidden')
    expect(sealed).not.toContain('hidden')
    expect(unseal(['new-key', 'old-key'], sealed)).toBe('hidden')
    expect(() => unseal(['new-key'], sealed)).toThrow('SECRET_KEY')
  })

  test('are made once for all processes', async () => {
    await using w = await freshDb()
    let made = 0
    const all = await Promise.all(Array.from({ length: 5 }, () => keysFor(w.db, 'p', ['k'], () => `value ${(made += 1)}`)))
    expect(new Set(all.map((keys) => keys[0]?.value)).size).toBe(1)
    expect(made).toBe(1)
  })
})

test('log lines hide what is personal or secret', () => {
  expect(maskText('/api/x/?phone=13812345678&s=abc&page=2')).toBe('/api/x/?phone=***&s=***&page=2')
  expect(maskText('/api/orders/?q=%E6%9D%8E%E6%98%8E&status=paid&username=ann')).toBe('/api/orders/?q=***&status=paid&username=***')
  expect(maskText('/api/payment/status/?buyer_id=2088&access_token=t1')).toBe('/api/payment/status/?buyer_id=***&access_token=***')
  expect(maskText('/api/mobiles/13812345678/count of ann@example.com')).toBe('/api/mobiles/138****5678/count of ***@***')
  expect(maskText('Bearer abc.def.ghi')).toBe('Bearer ***')
})
