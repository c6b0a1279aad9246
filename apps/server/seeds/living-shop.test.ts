import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '../src/http/dev-desk/demo-accounts.ts'
import { isUnitCode } from '../src/modules/lifecycle/index.ts'
import { checkCharacter } from '../src/modules/lifecycle/unit-code.ts'
import { selectDemo } from '../src/reads/demo.sql.ts'
import { expectSound } from '../tests/support/refund-builders.ts'
import { openWorld } from '../tests/support/world.ts'
import type { World } from '../tests/support/world.ts'
import { catalogue } from './catalogue/index.ts'
import { loadLivingShop } from './living-shop.ts'
import { makeShop, rowsOf } from './living-shop/make-shop.ts'

let w: World
let seconds = 0
const said: string[] = []
const terms = { freightFen: 1_000, freeShippingFen: 9_900, timeoutMs: 600_000 }

beforeAll(async () => {
  w = await openWorld()
  const startedAt = performance.now()
  await loadLivingShop({ deps: w.deps, desk: w.server.desk, say: (text) => said.push(text) })
  seconds = (performance.now() - startedAt) / 1_000
}, 60_000)
afterAll(async () => w[Symbol.asyncDispose]())

/** How many rows break a rule; `from` is everything after `from`. */
async function broken(from: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(w.db)
  return rows[0]?.n ?? -1
}

async function countsBy(from: string): Promise<Record<string, number>> {
  const counted = sql<{ key: string; n: number }>`select key, count(*)::int as n from ${sql.raw(from)} group by key`
  const { rows } = await counted.execute(w.db)
  return Object.fromEntries(rows.map((row) => [row.key, row.n]))
}

describe('the living shop', () => {
  test('has the goods, people, orders and machines it promises', async () => {
    console.info(`The living shop was loaded in ${seconds.toFixed(1)} s:\n${said.join('\n')}`)
    expect(await broken('accounts.users')).toBe(37)
    expect(await broken('catalog.products')).toBe(120)
    expect(await broken('catalog.skus where product_type_id is not null')).toBe(300)
    const orders = await countsBy('(select state as key from orders.orders) x')
    expect(orders).toEqual({ pending: 5, paid: 16, shipped: 34, completed: 278, cancelled: 66 })
    const by = await countsBy(`(select cancelled_by as key from orders.orders where state = 'cancelled') x`)
    expect(by).toEqual({ timeout: 31, buyer: 25, staff: 10 })
    const units = await countsBy('(select state as key from lifecycle.units) x')
    expect(Object.keys(units).sort()).toEqual(['activated', 'created', 'shipped'])
    for (const qty of Object.values(units)) expect(qty).toBeGreaterThan(100)
    const repairs = await countsBy('(select state as key from lifecycle.repairs) x')
    expect(repairs).toEqual({ pending: 5, in_progress: 5, completed: 13, cancelled: 3 })
  })

  test('lets every demo account in, by name and by mobile', async () => {
    for (const { username, mobile, password, role } of demoAccounts) {
      for (const login of [username, mobile]) {
        const payload = { username: login, password }
        const answer = await w.app.inject({ method: 'POST', url: '/api/authorizations/', payload })
        expect(answer.statusCode, `${login}: ${answer.body}`).toBe(200)
      }
      const row = await w.db.selectFrom('accounts.users').select(['role', 'is_agent'])
        .where('username', '=', username).executeTakeFirst()
      expect(row).toEqual({ role, is_agent: username.startsWith('agent_') })
    }
  })

  test('has nothing in its past that lies in the future, and every order in the order of its deeds', async () => {
    const late = (from: string, column: string) => sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}
      where ${sql.ref(column)} > ${w.deps.now()}`.execute(w.db).then(({ rows }) => rows[0]?.n)
    const written: [string, string][] = [
      ['orders.orders', 'updated_at'], ['orders.order_moves', 'at'], ['payments.payments', 'updated_at'],
      ['payments.refunds', 'updated_at'], ['stock.moves', 'at'], ['lifecycle.units', 'updated_at'],
      ['lifecycle.repairs', 'updated_at'], ['lifecycle.operation_records', 'at'], ['catalog.products', 'created_at'],
    ]
    for (const [table, column] of written) expect(await late(table, column), table).toBe(0)
    expect(await broken('orders.orders o join accounts.users u on u.id = user_id where u.created_at > placed_at')).toBe(0)
    expect(await broken(`orders.orders where placed_at > coalesce(paid_at, placed_at) or paid_at > shipped_at
      or shipped_at > completed_at or paid_at > cancelled_at or paid_at > expires_at`)).toBe(0)
    expect(await broken(`orders.order_lines l join catalog.products p on p.id = l.product_id
      where p.created_at > l.created_at`)).toBe(0)
    expect(await broken(`lifecycle.units where created_at > shipped_at or shipped_at > activated_at`)).toBe(0)
    expect(await broken(`lifecycle.repairs r join lifecycle.units n on n.id = r.unit_id
      where n.activated_at > r.created_at or r.created_at > r.completed_at`)).toBe(0)
  })
})

describe('its stock', () => {
  test('holds exactly what open orders hold, and leaves free what the catalogue says', async () => {
    expect(await broken(`stock.levels v where held_qty <> (
      select coalesce(sum(qty), 0) from stock.holds h where h.sku_id = v.sku_id and h.state = 'held')`)).toBe(0)
    expect(await broken(`stock.holds h join orders.orders o on o.id = h.order_id where h.state <> case
      when o.state in ('pending', 'paid') then 'held' when o.state = 'cancelled' then 'released'
      else 'shipped' end`)).toBe(0)
    expect(await broken(`orders.order_lines l left join stock.holds h using (order_id, sku_id)
      where h.qty is distinct from l.qty`)).toBe(0)
    const free = await w.db.selectFrom('catalog.skus as s').innerJoin('stock.levels as v', 'v.sku_id', 's.id')
      .select(['s.sku_code', sql<number>`v.on_hand_qty - v.held_qty`.as('free_qty')]).execute()
    const promised = catalogue.products.flatMap((product) => product.skus.map((sku) => [sku.code, sku.onHandQty]))
    expect(Object.fromEntries(free.map((row) => [row.sku_code, row.free_qty]))).toEqual(Object.fromEntries(promised))
  })

  test('is explained by its log, and was never below nothing', async () => {
    expect(await broken(`stock.levels v where on_hand_qty <> (
      select coalesce(sum(qty), 0) from stock.moves m
      where m.sku_id = v.sku_id and change_type in ('adjust', 'ship'))`)).toBe(0)
    expect(await broken(`(select sum(case when change_type <> 'ship' then qty else 0 end)
      over (partition by sku_id order by id) as free from stock.moves) x where free < 0`)).toBe(0)
  })
})

describe('its money', () => {
  test('adds up in every order', async () => {
    expect(await broken(`orders.orders o where goods_fen <> (
      select sum(qty * unit_price_fen) from orders.order_lines l where l.order_id = o.id)
      or item_qty <> (select sum(qty) from orders.order_lines l where l.order_id = o.id)`)).toBe(0)
  })

  test('was paid where the order says so, and went back where a paid order was cancelled', async () => {
    expect(await broken(`orders.orders o left join payments.payments p on p.order_id = o.id
      where p.state is distinct from case
        when o.paid_at is not null then 'succeeded' when o.state = 'pending' then 'init'
        when o.cancelled_by = 'timeout' then 'expired' else 'cancelled' end or p.amount_fen <> o.payable_fen`)).toBe(0)
    expect(await broken(`orders.orders o left join payments.refunds r on r.order_id = o.id
      where (r.state = 'succeeded' and r.amount_fen = o.payable_fen) is distinct from
        (case when o.paid_at is not null and o.state = 'cancelled' then true end)`)).toBe(0)
    expect(await broken(`orders.orders o where state <> (
      select to_state from orders.order_moves m where m.order_id = o.id order by id desc limit 1)`)).toBe(0)
    expect(await broken(`payments.payments p where state <> (
      select to_state from payments.payment_moves m where m.payment_id = p.id order by id desc limit 1)`)).toBe(0)
    await expectSound(w)
  })

  test('stands in the books of the simulated Alipay, with the refunds', async () => {
    expect(await broken(`orders.orders o left join payments.payments p on p.order_id = o.id
      left join sim.alipay_trades t on t.out_trade_no = o.number and t.total_fen = o.payable_fen
        and t.trade_no = p.trade_id and t.paid_at = o.paid_at
      where (t.out_trade_no is not null) <> (o.paid_at is not null)`)).toBe(0)
    expect(await broken(`payments.refunds r left join sim.alipay_refunds s
      on s.out_request_no = r.refund_number and s.amount_fen = r.amount_fen
      where s.status is distinct from 'REFUND_SUCCESS'`)).toBe(0)
    const order = await w.db.selectFrom('orders.orders').select(['number', 'payable_fen'])
      .where('cancelled_by', '=', 'staff').executeTakeFirstOrThrow()
    const view = await w.server.desk?.alipay.desk.view(order.number)
    expect(view).toMatchObject({ trade_status: 'TRADE_CLOSED', refunds: [{ status: 'REFUND_SUCCESS' }] })
    expect(view?.refunded_amount).toBe((order.payable_fen / 100).toFixed(2))
  })
})

describe('its machines', () => {
  test('have readable codes with a true check character, and the type of what was bought', async () => {
    for (const { code } of await w.db.selectFrom('lifecycle.units').select('code').execute()) {
      expect(code).toMatch(/^HR26-[2-9A-HJ-NP-Z]{12}$/)
      expect(isUnitCode(code) && checkCharacter(code.slice(5, -1)) === code.at(-1), code).toBe(true)
    }
    expect(await broken(`lifecycle.units n join orders.order_lines l on l.id = n.order_line_id
      where l.product_type_id <> n.product_type_id or l.order_id <> n.order_id`)).toBe(0)
    expect(await broken(`(select l.qty, count(n.id) as units from orders.order_lines l
      join lifecycle.units n on n.order_line_id = l.id group by l.id) x where qty <> units`)).toBe(0)
    expect(await broken(`lifecycle.units n where (
      select count(*) from lifecycle.operation_records r
      where r.unit_id = n.id and operation_type in ('bulk_create', 'ship', 'activate'))
      <> case state when 'created' then 1 when 'shipped' then 2 else 3 end`)).toBe(0)
  })

  test('tell the stories of Xiaoming and Xiaohong', async () => {
    const owned = await sql<{ days: number; repair: string | null; fresh: boolean }>`
      select n.warranty_end_on - ${w.deps.now().toISOString().slice(0, 10)}::date as days, r.state as repair,
        n.activated_at > ${new Date(w.deps.now().getTime() - 86_400_000)} as fresh
      from lifecycle.units n join accounts.users u on u.id = n.owner_id and u.username = 'xiaoming'
      left join lifecycle.repairs r on r.unit_id = n.id order by n.id`.execute(w.db)
    const told = owned.rows.map((row) => `${row.days <= 14 ? 'nearly over' : 'covered'}, ${row.repair}, ${row.fresh}`)
    expect(told.sort()).toEqual(['covered, in_progress, false', 'covered, null, true', 'nearly over, null, false'])
    const sealed = await countsBy(`(select o.state as key from lifecycle.units n
      join orders.orders o on o.id = n.order_id join accounts.users u on u.id = o.user_id
        and u.username = 'xiaoming' where n.state = 'shipped') x`)
    expect(sealed).toEqual({ shipped: 1, completed: 1 })
    for (const username of ['xiaoming', 'xiaohong']) {
      const states = await countsBy(`(select o.state as key from orders.orders o
        join accounts.users u on u.id = o.user_id and u.username = '${username}') x`)
      expect(Object.keys(states).sort()).toEqual(['cancelled', 'completed', 'paid', 'pending', 'shipped'])
    }
  })
})

test('the developer desk finds something of everything', async () => {
  const demo = await selectDemo(w.db)
  for (const codes of Object.values(demo.units)) expect(codes.length).toBeGreaterThanOrEqual(10)
  for (const state of ['pending', 'paid', 'shipped', 'completed', 'cancelled']) {
    expect(demo.orders[state]?.length, state).toBeGreaterThanOrEqual(5)
  }
  expect(demo.orders.refunded).toEqual([])
  expect(demo.skus.plenty.length).toBe(20)
  expect(demo.skus.last_piece.length).toBeGreaterThanOrEqual(3)
})

test('the first pictures are drawn while it loads, and every other one on request', async () => {
  const products = await w.db.selectFrom('catalog.products').select('main_images').execute()
  const stored = products.filter(({ main_images: [front = ''] }) => existsSync(join(w.deps.files.folder, front)))
  expect(stored.length).toBeGreaterThan(20)
  const asked = [products[0]?.main_images[3], products.at(-1)?.main_images[0]]
  for (const path of asked) {
    const answer = await w.app.inject({ method: 'GET', url: `/media/${path}` })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/webp'])
  }
})

test('loading it again elsewhere gives the same shop; another day only moves its dates', async () => {
  await using other = await openWorld({ env: { HEARTH_DATA_DIR: w.config.dataDir } })
  await loadLivingShop({ deps: other.deps, desk: other.server.desk, say: () => undefined })
  const digest = async (world: World) => (await sql<{ text: string }>`
    select md5(string_agg(t::text, E'\n' order by t::text)) as text from (
      select 'o', to_jsonb(o)::text from orders.orders o union all select 'l', to_jsonb(l)::text from orders.order_lines l
      union all select 'u', to_jsonb(n)::text from lifecycle.units n
      union all select 'r', to_jsonb(r)::text from lifecycle.repairs r
      union all select 'm', to_jsonb(m)::text from stock.moves m
      union all select 'p', to_jsonb(p)::text from catalog.products p
      union all select 't', to_jsonb(t)::text from sim.alipay_trades t union all select 'f', to_jsonb(f)::text from payments.refunds f) t`
    .execute(world.db)).rows[0]?.text
  expect(await digest(other)).toBe(await digest(w))
  const rows = await w.db.selectFrom('areas.areas').select(['code', 'name']).execute()
  const areas = new Map(rows.map((row) => [row.code, row.name]))
  const dated = /_at$|_on$|^at$|_expire$|number$|_no$|trade_id|^reference$|last_answer|subject|EndOn$/
  const without = (now: string) => JSON.stringify(
    rowsOf(makeShop(new Date(now), terms), { hashes: new Map(), areas, publicUrl: '' }),
    (key, value: unknown) => (dated.test(key) ? null : value))
  expect(without('2027-03-01T02:00:00Z') === without('2026-11-20T02:00:00Z')).toBe(true)
})

test.each(['2026-11-19T16:00:05Z', '2026-11-20T15:59:58Z', '2028-02-29T04:00:00Z', '2027-03-31T10:00:00Z'])(
  'opened at %s, nothing of it has happened in the future or in the wrong order', (text) => {
    const now = new Date(text)
    const { orders, units, repairs } = makeShop(now, terms)
    for (const { placedAt, paidAt, shippedAt, completedAt, cancelledAt, expiresAt, fate } of orders) {
      const steps = [placedAt, paidAt, shippedAt, completedAt ?? cancelledAt, now].filter((at) => at !== null)
      expect(steps.map(Number)).toEqual(steps.map(Number).sort((a, b) => a - b))
      if (fate === 'pending') expect(expiresAt.getTime() - now.getTime()).toBeGreaterThan(terms.timeoutMs / 3)
    }
    for (const { createdAt, shippedAt, activation } of units) {
      const steps = [createdAt, shippedAt, activation?.at ?? null, now].filter((at) => at !== null)
      expect(steps.map(Number)).toEqual(steps.map(Number).sort((a, b) => a - b))
    }
    for (const { unit, createdAt, endedAt } of repairs) {
      expect([unit.activation?.at, createdAt, endedAt ?? now, now].map(Number)).toSatisfy(
        (steps: number[]) => steps.every((at, place) => at >= (steps[place - 1] ?? 0)))
    }
  })
