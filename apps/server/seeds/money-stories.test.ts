import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingLines, isSound } from '../src/cli/verify-book.ts'
import { selectPaymentWork } from '../src/reads/payment-cases.sql.ts'
import { selectBookFindings } from '../src/reads/verify-book.sql.ts'
import { openWorld } from '../tests/support/world.ts'
import type { World } from '../tests/support/world.ts'
import { catalogue } from './catalogue/index.ts'
import { loadLivingShop } from './living-shop.ts'
import { tellMoneyStories } from './money-stories.ts'

let w: World
let seconds = 0

beforeAll(async () => {
  w = await openWorld({ listen: true })
  const loading = { deps: w.deps, desk: w.server.desk, say: () => undefined }
  await loadLivingShop(loading)
  const startedAt = performance.now()
  await tellMoneyStories(loading)
  seconds = (performance.now() - startedAt) / 1_000
}, 90_000)
afterAll(async () => w[Symbol.asyncDispose]())

/** How often each word stands in the first column of a query. */
async function counted(query: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; n: number }>`select key, count(*)::int as n
    from (${sql.raw(query)}) x (key) group by key order by key`.execute(w.db)
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]))
}

test('the money book of the demo shop agrees with every payment, refund and suspense entry', async () => {
  const found = await selectBookFindings(w.db, 10)
  expect(findingLines(found).join('\n')).toContain('账目平衡')
  expect(isSound(found)).toBe(true)
})

test('every money desk has something to do, and something that is done', async () => {
  console.info(`The money stories took ${seconds.toFixed(1)} s`)
  expect(await counted('select state from orders.orders')).toMatchObject({ refunding: 3, refunded: 1 })
  expect(await counted(`select p.state from payments.payments p join payments.bank_proofs b on b.payment_id = p.id`))
    .toEqual({ failed: 1, processing: 3, succeeded: 2 })
  expect(await counted(`select state || ':' || problem from payments.refunds 
    where created_at > '${w.deps.now().toISOString()}'::timestamptz - interval '4 days'`))
    .toMatchObject({ 'abnormal:abnormal': 1, 'no_balance:no_balance': 2, 'failed:refused': 2, 'pending:': 1, 'succeeded:paid_twice': 1 })
  expect(await counted('select state from payments.suspense'))
    .toEqual({ matched: 1, open: 3, refunded: 1, refunding: 1, revived: 1 })
  expect(await counted('select state from reconciliation.cases')).toEqual({ applied: 1, dismissed: 1, open: 2 })
  const work = await selectPaymentWork(w.db, w.deps.now())
  expect(work).toMatchObject({ refund_problems: 4, bank_refunds: 1, open_cases: 1 })
})

test('the company knows what we know: refunds that wait can be asked about', async () => {
  const { headers } = await w.signIn('anna', { role: 'admin' })
  const waiting = () => w.db.selectFrom('payments.refunds').select(['id', 'state'])
    .where('state', 'in', ['abnormal', 'no_balance']).orderBy('id').execute()
  const before = await waiting()
  for (const { id } of before) {
    const answer = await w.app.inject({ method: 'POST', url: `/api/refunds/${id}/ask/`, headers, payload: {} })
    expect(answer.statusCode, answer.body).toBe(200)
  }
  expect([before.length, await waiting()]).toEqual([3, before])
})

test('stock leaves free at least what the catalogue says, and nothing happened in the future', async () => {
  const { rows } = await sql<{ sku_code: string; free: number }>`select s.sku_code, v.on_hand_qty - v.held_qty as free
    from catalog.skus s join stock.levels v on v.sku_id = s.id`.execute(w.db)
  const skus = catalogue.products.flatMap((product) => product.skus)
  const promised = new Map(skus.map((sku) => [sku.code, sku.onHandQty]))
  const short = rows.filter(({ sku_code: code, free }) => free < (promised.get(code) ?? 0))
  expect(short).toEqual([])
  for (const table of ['orders.order_moves', 'payments.refund_moves', 'payments.suspense_moves']) {
    const late = sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where at > ${w.deps.now()}`
    expect((await late.execute(w.db)).rows[0]?.n, table).toBe(0)
  }
})
