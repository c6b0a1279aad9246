import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPaidOrder } from '../../tests/support/unit-builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { ordersWhere } from './order-filter.sql.ts'
import type { OrderFilter } from './order-filter.sql.ts'
import { ordersOfPage } from './order-list.sql.ts'
import type { OrderOrdering } from './order-list.sql.ts'

const MANY = 20_000
let w: World
let boss: SignedIn
let ann: SignedIn

/** Copies of one order, each with its line: nearly all completed, some cancelled and deleted. */
async function manyOrders(orderId: number): Promise<void> {
  await sql`insert into orders.orders (number, user_id, state, goods_fen, payable_fen, item_qty, pay_method, receiver, phone,
      province, city, district, province_code, city_code, district_code, address_detail, placed_by, placed_at, expires_at,
      updated_at, deleted_at)
    select '20250101000000' || lpad(n::text, 8, '0'), user_id, case when n % 20 = 0 then 'cancelled' else 'completed' end,
      100 + n, 100 + n, 1 + n % 9, pay_method, receiver, '139' || lpad(n::text, 8, '0'), province, city, district,
      province_code, city_code, district_code, address_detail, placed_by, placed_at - n * interval '1 minute', expires_at,
      updated_at, case when n % 40 = 0 then placed_at end
    from orders.orders, generate_series(1, ${MANY}::int) as n where id = ${orderId}`.execute(w.db)
  await sql`insert into orders.order_lines (order_id, product_id, sku_id, product_name, sku_specs, sku_code, image, qty,
      unit_price_fen, created_at)
    select o.id, l.product_id, l.sku_id, l.product_name, l.sku_specs, l.sku_code, l.image, 1, 100, l.created_at
    from orders.orders o, orders.order_lines l where l.order_id = ${orderId} and o.id <> ${orderId}`.execute(w.db)
  await sql`analyze orders.orders`.execute(w.db)
  await sql`vacuum orders.orders`.execute(w.db)
}

beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('boss', { role: 'admin' })
  ann = await w.signIn('ann')
  const bob = await w.signIn('bob')
  await manyOrders((await aPaidOrder(w, bob.userId, [{ productTypeId: null, qty: 1 }])).id)
}, 60_000)
afterAll(() => w[Symbol.asyncDispose]())

const get = async (who: SignedIn, path: string) => (await w.app.inject({ url: `/api/orders/${path}`, headers: who.headers })).json()

test('the count of very many orders is taken once for all who look; the one of few is always exact', async () => {
  const listed = MANY - MANY / 40 + 1
  const look = () => w.statements(() => get(boss, '?page_size=20'))
  // who asks, the page, the count; then the count is known
  expect(await look()).toBe(3)
  expect(await look()).toBe(2)
  expect((await get(boss, '')).count).toBe(listed)
  const tabs = () => w.statements(() => get(boss, 'counts/'))
  expect([await tabs(), await tabs()]).toEqual([2, 1])
  expect(await get(boss, 'counts/')).toMatchObject({ all: listed, paid: 1, completed: MANY - MANY / 20 })
  const few = async () => [(await get(boss, '?username=ann&page_size=1')).count, (await get(boss, 'counts/?username=ann')).paid]
  expect(await few()).toEqual([0, 0])
  for (let made = 1; made <= 2; made += 1) {
    await aPaidOrder(w, ann.userId, [{ productTypeId: null, qty: 1 }])
    expect(await few()).toEqual([made, made])
  }
})

async function planOf(query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(w.db)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test.each<[string, OrderFilter, OrderOrdering | undefined]>([
  ['all of them', {}, undefined],
  ['one state, common', { states: ['completed'] }, undefined],
  ['one state, rare', { states: ['paid'] }, undefined],
  ['by time', {}, '-created_at'],
  ['by amount', {}, 'actual_amount'],
  ['by pieces', {}, '-quantity'],
  ['by the last change', {}, '-updated_at'],
])('a page of very many is read by an index: %s', async (_, filter, ordering) => {
  const plan = await planOf(ordersOfPage(filter, { limit: 20, offset: 0 }, ordering))
  expect(plan).toMatch(/Index (Only )?Scan/)
  expect(plan).not.toMatch(/Seq Scan|^\s*(->\s+)?Sort/m)
})

test('a whole number finds its order by an index, among very many', async () => {
  const plan = await planOf(ordersOfPage({ number: '2025010100000000000777' }, { limit: 20, offset: 0 }))
  expect(plan).toContain('Index Scan using orders_number')
})

test.each<[string, string]>([
  ['an order number', '2025010100000000000777'], ['a mobile', '13900000777'],
])('%s finds its order by an index, among very many', async (_, q) => {
  const plan = await planOf(ordersOfPage({ q, qAsks: 'all' }, { limit: 20, offset: 0 }))
  expect(plan).toContain('Bitmap Index Scan')
  expect(plan).not.toContain('Seq Scan on orders')
  expect((await get(boss, `?q=${q}`)).results.map((order: { order_number: string }) => order.order_number))
    .toEqual(['2025010100000000000777'])
})

test('counting needs nothing but the index', async () => {
  const { rows } = await w.inTx(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    return sql<object>`explain select o.state, count(*) from orders.orders o ${ordersWhere({})} group by o.state`.execute(tx)
  })
  expect(JSON.stringify(rows)).toContain('Index Only Scan using orders_state')
})
