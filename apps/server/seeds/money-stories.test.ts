import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLivingShopIfEmpty } from '../src/cli/living-shop.ts'
import type { Loading } from '../src/cli/living-shop.ts'
import { findingLines, isSound } from '../src/cli/verify-book.ts'
import { selectPaymentWork } from '../src/reads/payment-cases.sql.ts'
import { selectBookFindings } from '../src/reads/verify-book.sql.ts'
import { countOf, openWorld } from '../tests/support/world.ts'
import type { World } from '../tests/support/world.ts'
import { catalogue } from './catalogue/index.ts'
import { loadLivingShop } from './living-shop.ts'
import { isUnfinished } from './living-shop/parts.ts'
import { tellMoneyStories } from './money-stories.ts'

let w: World
let loading: Loading
/** What was there after each start that was ended in the middle. */
const halves: Record<string, number>[] = []

/** All tests look at a shop whose loading was ended again and again, and went on with the next start. */
beforeAll(async () => {
  w = await openWorld({ listen: true })
  loading = { deps: w.deps, desk: w.server.desk, say: () => undefined }
  await loadLivingShop(loading)
  for (const ending of [receiptEnds, firstBillEnds, secondBillEnds, casesEnd]) {
    await expect(loadLivingShopIfEmpty({ ...loading, ...ending() })).rejects.toThrow('the process ends')
    halves.push(await told())
  }
  await loadLivingShopIfEmpty(loading)
}, 90_000)
afterAll(async () => w[Symbol.asyncDispose]())

type Ending = Partial<Loading>

const end = async (): Promise<never> => {
  throw new Error('the process ends')
}

/** In the middle of the stories: the second receipt cannot be kept. */
function receiptEnds(): Ending {
  let receipts = 0
  const disk = new Proxy(w.deps.files.disk, {
    get: (target, name) => (name === 'put' && (receipts += 1) === 2 ? end : Reflect.get(target, name, target).bind(target)),
  })
  return { deps: { ...w.deps, files: { ...w.deps.files, disk } } }
}

/** Before any bill is compared. */
function firstBillEnds(): Ending {
  const { desk } = w.server
  const bills = desk && { ...desk.wechatPay.bills, plant: end }
  return { desk: desk && bills && { ...desk, wechatPay: { ...desk.wechatPay, bills } } }
}

/** One bill of four is compared. */
function secondBillEnds(): Ending {
  const { wechat } = w.deps.payments
  return { deps: { ...w.deps, payments: { ...w.deps.payments, wechat: wechat && { ...wechat, fetchBill: end } } } }
}

/** All days are compared; the company is asked about a payment that nobody ordered. */
function casesEnd(): Ending {
  const { alipay } = w.deps.payments
  return { deps: { ...w.deps, payments: { ...w.deps.payments, alipay: alipay && { ...alipay, find: end } } } }
}

/** How far the telling has come; every trade that a company was paid in these stories. */
async function told() {
  const { rows: [row] } = await sql<Record<string, number>>`select (select count(*)::int from payments.bank_proofs) as proofs,
    (select count(*)::int from payments.suspense) as suspense, (select count(*)::int from sim.wechat_pay_trades) as trades,
    (select count(*)::int from orders.orders) as orders,
    (select count(*)::int from reconciliation.runs where state = 'compared') as compared,
    (select count(*)::int from reconciliation.cases where state <> 'open') as closed`.execute(w.db)
  return row ?? {}
}

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

test('a loading that was ended goes on where it was, does nothing twice, and then is over', async () => {
  const whole = await told()
  const [before] = halves
  expect(before).toMatchObject({ proofs: 0, suspense: 0, trades: 0, compared: 0, closed: 0 })
  const { proofs, trades, orders } = whole
  // The money that nobody ordered comes with its case, after the stories.
  for (const half of halves.slice(1)) expect(half).toMatchObject({ proofs, orders, suspense: 6 })
  expect(whole).toMatchObject({ proofs: 6, suspense: 7 })
  expect(halves.map(({ compared }) => compared)).toEqual([0, 0, 1, 4])
  expect(whole).toMatchObject({ compared: 4, closed: 2 })
  expect(halves[1]?.trades).toBe(trades)
  expect(await isUnfinished(w.db)).toBe(false)
  const said: string[] = []
  await loadLivingShopIfEmpty({ ...loading, say: (text) => said.push(text) })
  await tellMoneyStories(loading)
  expect([said, await told()]).toEqual([[], whole])
})

test('a shop with people that was not loaded here is left alone', async () => {
  await using other = await openWorld()
  await other.signIn('ann')
  const said: string[] = []
  await loadLivingShopIfEmpty({ deps: other.deps, desk: other.server.desk, say: (text) => said.push(text) })
  expect([said, await countOf(other, 'orders.orders'), await countOf(other, 'accounts.users')]).toEqual([[], 0, 1])
})

test('proofs of transfers are where nobody gets them by their address', async () => {
  const rows = await w.db.selectFrom('payments.bank_proofs').select('image_path').where('image_path', 'is not', null).execute()
  expect(rows).toHaveLength(3)
  for (const { image_path: path } of rows) {
    expect(path).toMatch(/^private\//)
    expect(await w.deps.files.disk.exists(path ?? '')).toBe(true)
    expect((await w.app.inject({ url: `/media/${path}` })).statusCode).toBe(404)
  }
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
