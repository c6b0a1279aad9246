import { once } from 'node:events'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { countJobs, sendDueCronJobs } from '../src/platform/jobs.ts'
import { startChild } from './support/children.ts'
import { violationsAtRest } from './support/invariants.ts'
import type { Child } from './support/children.ts'
import { aBuyer, levelOf, onSale } from './support/order-builders.ts'
import type { Buyer } from './support/order-builders.ts'
import { someoneWaits } from './support/race.ts'
import { countOf, openWorld } from './support/world.ts'

type Sku = { productId: number; skuId: number }
const at = (child: Child, path: string, init: RequestInit = {}) => fetch(`${child.url}${path}`, init)
const json = (headers: Record<string, string>) => ({ ...headers, 'content-type': 'application/json' })
const orderBody = (buyer: Buyer, sku: Sku) => ({
  address_id: buyer.addressId, method: 'alipay', items: [{ product_id: sku.productId, sku_id: sku.skuId, quantity: 1 }],
})

describe('two API processes and a worker on one database', () => {
  test('share sessions, throttles, keys, stock and the clock, and do each job once', async () => {
    await using w = await openWorld()
    // The other processes go by the machine's clock.
    w.setNow(new Date())
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

  test('buyers, notices on both and the clock at once: every piece and every fen ends in one place', async () => {
    await using w = await openWorld()
    // The processes' clock is the machine's, and tokens are judged by it.
    w.setNow(new Date())
    const fan = await onSale(w, { onHandQty: 12 })
    const buyers: Buyer[] = []
    for (const name of ['ann', 'bob', 'eve', 'joe', 'kim']) buyers.push(await aBuyer(w, name))
    await using a = await startChild(w.databaseUrl)
    await using b = await startChild(w.databaseUrl)
    await using worker = await startChild(w.databaseUrl, { works: true })
    const post = (child: Child, path: string, body: object, headers: Record<string, string> = {}) =>
      at(child, path, { method: 'POST', headers: json(headers), body: JSON.stringify(body) })
    const act = (child: Child, number: string, action: string) => post(child, `/dev/api/alipay/trades/${number}/`, { action })

    const placed = await Promise.all(Array.from({ length: 25 }, async (_, n) => {
      const buyer = buyers[n % buyers.length] as Buyer
      const answer = await post([a, b][n % 2] as Child, '/api/orders/create_order/', orderBody(buyer, fan), buyer.headers)
      return answer.status === 201 ? { buyer, number: ((await answer.json()) as { order_id: string }).order_id } : null
    }))
    const orders = placed.filter((order) => order !== null)
    expect(orders).toHaveLength(12)

    const buy = async ({ buyer, number }: (typeof orders)[number], n: number): Promise<unknown> => {
      if (n % 4 === 3) return null
      await at(a, `/api/orders/${number}/payment/`, { headers: buyer.headers })
      if (n % 4 === 2) return act(b, number, 'pay_without_notice')
      await act(a, number, n % 4 === 0 ? 'pay' : 'pay_without_notice')
      return Promise.all([a, b, a, b].map((child) => act(child, number, 'notify_again')))
    }
    await Promise.all(orders.slice(0, 4).map(buy))
    await Promise.all([...orders.slice(4).map(buy), post(a, '/dev/api/clock/', { advance_minutes: 11 })])
    const states = async () => (await w.db.selectFrom('orders.orders').select('state').distinct().orderBy('state').execute())
      .map(({ state }) => state)
    await expect.poll(states, { timeout: 90_000 }).not.toContain('pending')
    await expect.poll(() => violationsAtRest(w.db), { timeout: 90_000 }).toEqual([])
    expect(await states()).toEqual(['cancelled', 'paid'])
    expect(worker.process.exitCode).toBeNull()
  }, 240_000)

  test('SIGTERM lets the request under way finish', async () => {
    await using w = await openWorld()
    // The other processes go by the machine's clock.
    w.setNow(new Date())
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
