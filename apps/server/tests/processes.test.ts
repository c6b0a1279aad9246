import { once } from 'node:events'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { countJobs, sendDueCronJobs } from '../src/platform/jobs.ts'
import { armKill, startChild } from './support/children.ts'
import type { Child } from './support/children.ts'
import { aBuyer, levelOf, onSale, place } from './support/order-builders.ts'
import type { Buyer } from './support/order-builders.ts'
import { someoneWaits } from './support/race.ts'
import { countOf, openWorld } from './support/world.ts'
import type { World } from './support/world.ts'

type Sku = { productId: number; skuId: number }
const at = (child: Child, path: string, init: RequestInit = {}) => fetch(`${child.url}${path}`, init)
const json = (headers: Record<string, string>) => ({ ...headers, 'content-type': 'application/json' })
const orderBody = (buyer: Buyer, sku: Sku) => ({
  address_id: buyer.addressId, method: 'alipay', items: [{ product_id: sku.productId, sku_id: sku.skuId, quantity: 1 }],
})

async function nothingHalfWritten(w: World): Promise<number> {
  const orders = await countOf(w, 'orders.orders')
  for (const table of ['orders.order_lines', 'orders.order_moves', 'stock.holds', 'stock.moves', 'payments.payments', 'platform.events', 'platform.idempotency_keys'] as const) {
    const rows = await countOf(w, table)
    expect(table === 'stock.moves' ? rows - 1 : rows, table).toBe(orders)
  }
  return orders
}

describe('kill -9 while an order is placed', () => {
  test('at every statement: a whole order or none, and the same key makes exactly one', async () => {
    await using w = await openWorld({ env: { UNPAID_ORDERS_PER_PERSON: '0' } })
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 500 })]
    const asked = await w.statements(() => place(w, ann, fan, 1, { 'idempotency-key': 'probe' }))
    let orders = 1
    let next = startChild(w.databaseUrl)
    for (let killAt = 1; killAt <= asked; killAt += 1) {
      await using child = await next
      if (killAt < asked) next = startChild(w.databaseUrl)
      await armKill(child, killAt)
      const headers = { ...json(ann.headers), 'idempotency-key': `k-${killAt}` }
      const body = JSON.stringify(orderBody(ann, fan))
      const lost = await at(child, '/api/orders/create_order/', { method: 'POST', headers, body }).then((answer) => answer.status, () => 'lost')
      expect(lost, `statement ${killAt}`).toBe('lost')
      // PostgreSQL rolls the dead connection's work back in its own time
      await expect.poll(() => nothingHalfWritten(w)).toBe(orders)
      const again = await place(w, ann, fan, 1, { 'idempotency-key': `k-${killAt}` })
      expect(again.statusCode).toBe(201)
      orders += 1
      expect(await nothingHalfWritten(w)).toBe(orders)
    }
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 500, held_qty: asked + 1 })
  }, 180_000)
})

describe('two API processes and a worker on one database', () => {
  test('share sessions, throttles, keys, stock and the clock, and do each job once', async () => {
    await using w = await openWorld()
    const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 3 })]
    await using a = await startChild(w.databaseUrl)
    await using b = await startChild(w.databaseUrl)
    await using worker = await startChild(w.databaseUrl, { works: true })
    const both = [a, b]

    const orders = await Promise.all(Array.from({ length: 10 }, (_, n) => at(both[n % 2] as Child, '/api/orders/create_order/', {
      method: 'POST', headers: json(ann.headers), body: JSON.stringify(orderBody(ann, fan)),
    })))
    expect(orders.filter((answer) => answer.status === 201)).toHaveLength(3)
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 3, held_qty: 3 })

    const tries = []
    for (let n = 0; n < 6; n += 1) {
      tries.push((await at(both[n % 2] as Child, '/api/authorizations/', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'zoe', password: 'x' }),
      })).status)
    }
    expect(tries).toEqual([401, 401, 401, 401, 401, 429])

    expect((await at(b, '/api/user/', { headers: ann.headers })).status).toBe(200)
    await at(a, '/api/auth/logout/', { method: 'POST', headers: ann.headers })
    expect((await at(b, '/api/user/', { headers: ann.headers })).status).toBe(401)

    await at(a, '/dev/api/clock/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"advance_minutes":60}' })
    await expect.poll(async () => ((await (await at(b, '/dev/api/clock/')).json()) as { offset_minutes: number }).offset_minutes).toBe(60)

    const now = new Date(Date.now() + 3_600_000)
    const cronNames = w.deps.jobs.filter((job) => job.cron).map((job) => job.name)
    await Promise.all(both.map(() => sendDueCronJobs(w.db, w.deps.jobs, now)))
    await expect.poll(async () => (await countJobs(w.db)).open, { timeout: 15_000 }).toBe(0)
    const { rows } = await sql<{ slots: number; jobs: number }>`select (select count(*) from platform.cron_slots) as slots,
      (select count(*) from pgboss.job where name = any(${cronNames})) as jobs`.execute(w.db)
    expect(rows[0]?.jobs).toBe(rows[0]?.slots)
    expect(rows[0]?.slots).toBeGreaterThanOrEqual(cronNames.length)
    expect(worker.process.exitCode).toBeNull()
  }, 60_000)

  test('SIGTERM lets the request under way finish', async () => {
    await using w = await openWorld()
    const ann = await aBuyer(w, 'ann')
    const fan = await onSale(w)
    await using child = await startChild(w.databaseUrl)
    const held = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const blocker = w.inTx(async (tx) => {
      await tx.updateTable('stock.levels').set((eb) => ({ held_qty: eb.ref('held_qty') })).where('sku_id', '=', fan.skuId).execute()
      held.resolve()
      await release.promise
    })
    await held.promise
    const answer = at(child, '/api/orders/create_order/', { method: 'POST', headers: json(ann.headers), body: JSON.stringify(orderBody(ann, fan)) })
    await expect.poll(() => someoneWaits(w)).toBe(true)
    const exited = once(child.process, 'exit')
    child.process.kill('SIGTERM')
    release.resolve()
    await blocker
    expect((await answer).status).toBe(201)
    expect(await exited).toEqual([0, null])
    expect(await countOf(w, 'orders.orders')).toBe(1)
  }, 60_000)
})
