import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenFromText } from '@hearth/kernel/money'
import { Refusal } from '@hearth/kernel/errors'
import { settlePaidTrade } from '../src/modules/orders/index.ts'
import { refundPayment } from '../src/modules/payments/index.ts'
import { violations, violationsAtRest } from './support/invariants.ts'
import { cancel, expire, freeQty, hear } from './support/money-model.ts'
import type { Model, ModelOrder } from './support/money-model.ts'
import { aBuyer, atAlipay, call, levelOf, onSale, openShopWorld, place, runJob, tradeAt } from './support/order-builders.ts'
import type { Buyer, OnSale } from './support/order-builders.ts'
import type { World } from './support/world.ts'

const RUNS = 30
const STEPS = 25
const ON_HAND = 4

type Play = { w: World; ann: Buyer; fan: OnSale; model: Model }

const some = fc.nat({ max: 5 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('place' as const), qty: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('pay' as const), which: some }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('notice' as const), which: some, times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({
    does: fc.constantFrom('notify_wrong_amount' as const, 'notify_wrong_app' as const, 'notify_tampered' as const), which: some,
  }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('open' as const), which: some }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('bank' as const), which: some }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('cancel' as const), which: some }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('refund' as const), which: some, fen: fc.integer({ min: 1, max: 600_000 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('expire' as const, 'ask' as const, 'send refunds' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('whatever happens in whatever order, every fen and every piece is where a simple model says', async () => {
  let stage = await openStage()
  let isWhole = true
  const seed = Number(process.env.HEARTH_SEED ?? 20_261_121)
  let steps = 0
  console.log(`money properties: ${RUNS} runs, seed ${seed} (HEARTH_SEED plays others)`)
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: STEPS }), async (story) => {
    if (!isWhole) {
      // What a failed run left behind would fail the shorter ones too that are tried after it.
      await stage.w[Symbol.asyncDispose]()
      stage = await openStage()
    }
    isWhole = false
    const { w } = stage
    const fan = await onSale(w, { onHandQty: ON_HAND })
    const play: Play = { ...stage, fan, model: { onHandQty: ON_HAND, orders: [] } }
    for (const each of story) {
      await take(play, each)
      await compare(play)
      steps += 1
    }
    await settleAll(play)
    await compare(play)
    expect(await violationsAtRest(w.db)).toEqual([])
    isWhole = true
  }), { numRuns: RUNS, seed }).finally(() => stage.w[Symbol.asyncDispose]())
  console.log(`money properties: ${steps} steps`)
}, 180_000)

async function openStage(): Promise<Pick<Play, 'w' | 'ann'>> {
  const w = await openShopWorld({ env: { UNPAID_ORDERS_PER_PERSON: '0', UNPAID_PIECES_PER_SKU: '0' } })
  return { w, ann: await aBuyer(w, 'ann') }
}

async function take(play: Play, step: Step): Promise<void> {
  const { w, model } = play
  if (step.does === 'place') return placed(play, step.qty)
  if (step.does === 'wait') return w.advanceMinutes(step.minutes)
  if (step.does === 'expire') return expired(play)
  if (step.does === 'ask') return asked(play)
  if (step.does === 'send refunds') {
    w.advanceMinutes(2)
    return void (await runJob(w, 'finish-refunds'))
  }
  const order = 'which' in step && model.orders.length > 0 ? model.orders[step.which % model.orders.length] : null
  if (!order) return
  if (step.does === 'open') return opened(play, order)
  if (step.does === 'pay') return paid(play, order)
  if (step.does === 'notice') return noticed(play, order, step.times)
  if (step.does === 'bank') return paidByBank(play, order)
  if (step.does === 'cancel') return cancelled(play, order)
  if (step.does === 'refund') return refunded(play, order, step.fen)
  // A notice that is not to be believed changes nothing.
  if (order.isStarted) await atAlipay(w, order.number, step.does)
}

async function placed({ w, ann, fan, model }: Play, qty: number): Promise<void> {
  const isThere = qty <= freeQty(model)
  const answer = await place(w, ann, fan, qty)
  expect(answer.statusCode).toBe(isThere ? 201 : 400)
  if (!isThere) return
  const { order, order_id: number } = answer.json()
  model.orders.push({
    id: order.id, number, qty, payableFen: fenFromText(order.total_amount ?? order.actual_amount) ?? 0, state: 'pending',
    expiresAt: w.deps.now().getTime() + w.config.orderTimeoutMs, cancelledBy: null, paidBy: null, heard: [],
    isStarted: false, isPaidThere: false, backFen: 0,
  })
}

/** Goes to the company's page; what the company makes of that, its books say. Whoever comes too late ends the order. */
async function opened(play: Play, order: ModelOrder): Promise<void> {
  const { w, ann, model } = play
  const answer = await call(w, ann, 'GET', `/api/orders/${order.number}/payment/`)
  if (answer.statusCode === 429) return
  const isOpen = order.state === 'pending' && order.expiresAt > w.deps.now().getTime()
  expect(answer.statusCode).toBe(isOpen ? 200 : 400)
  if (!isOpen) return expire(model, [order], w.deps.now().getTime())
  order.isStarted = true
  // The company opens the trade when its page is seen for the first time; before it is paid there is no news of it.
  if (!order.isPaidThere) await atAlipay(w, order.number, 'notify_again')
}

async function paid(play: Play, order: ModelOrder): Promise<void> {
  if (!order.isStarted) await opened(play, order)
  await atAlipay(play.w, order.number, 'pay_without_notice')
  const trade = await tradeAt(play.w, order.number)
  order.isPaidThere ||= trade.trade_status === 'TRADE_SUCCESS'
}

async function noticed({ w, model }: Play, order: ModelOrder, times: number): Promise<void> {
  if (!order.isPaidThere) return
  const answers = await Promise.all(Array.from({ length: times }, () => atAlipay(w, order.number, 'notify_again')))
  for (const answer of answers) expect(answer.json().notice).toMatchObject({ status: 200, body: 'success' })
  hear(model, order, 'alipay')
}

async function paidByBank({ w, model }: Play, order: ModelOrder): Promise<void> {
  const { number: tradeNumber, payableFen: amountFen } = order
  await w.inTx((tx) => settlePaidTrade(tx, { method: 'bank', tradeNumber, tradeId: `bank-${tradeNumber}`, amountFen, at: w.deps.now() }))
  hear(model, order, 'bank')
}

async function cancelled({ w, ann }: Play, order: ModelOrder): Promise<void> {
  const answer = await call(w, ann, 'PATCH', `/api/orders/${order.number}/cancel/`, {})
  expect(answer.statusCode).toBe(cancel(order, 'buyer') ? 200 : 400)
}

async function refunded({ w }: Play, order: ModelOrder, amountFen: number): Promise<void> {
  const leftFen = order.paidBy ? order.payableFen - order.backFen : 0
  const asking = w.inTx((tx) => refundPayment(tx, { orderId: order.id, amountFen, reason: '', at: w.deps.now() }))
  const answer = await asking.catch((thrown: unknown) => thrown)
  if (!order.paidBy) return expect(answer).toBeNull()
  if (amountFen > leftFen) return expect(answer).toBeInstanceOf(Refusal)
  expect(answer).toMatchObject({ amountFen, state: 'pending' })
  order.backFen += amountFen
}

async function expired({ w, model }: Play): Promise<void> {
  await runJob(w, 'expire-unpaid-orders')
  expire(model, model.orders, w.deps.now().getTime())
}

/** The company is asked at growing intervals: only about what is due. */
async function asked({ w, model }: Play): Promise<void> {
  const due = await w.db.selectFrom('payments.payments').select('order_id').where('next_ask_at', '<=', w.deps.now()).execute()
  await runJob(w, 'ask-alipay-payments')
  for (const order of model.orders.filter(({ id }) => due.some((payment) => payment.order_id === id))) {
    if (order.state === 'pending' && order.isStarted && order.isPaidThere) hear(model, order, 'alipay')
  }
}

/** Everything that is under way comes to its end: trades are closed, notices arrive, time passes. */
async function settleAll(play: Play): Promise<void> {
  const { w, model } = play
  for (const order of model.orders) {
    if (order.state === 'cancelled') {
      await w.deps.jobs.find(({ name }) => name === 'close-trades')?.run({ orderId: order.id })
      if (order.isPaidThere && order.isStarted) hear(model, order, 'alipay')
    }
    await noticed(play, order, 1)
  }
  w.advanceMinutes(30)
  await expired(play)
  for (let n = 0; n < 2; n += 1) {
    w.advanceMinutes(61)
    await runJob(w, 'finish-refunds')
  }
}

async function compare({ w, fan, model }: Play): Promise<void> {
  const rows = await w.db.selectFrom('orders.orders').select(['number', 'state']).orderBy('id')
    .where('number', 'in', ['', ...model.orders.map(({ number }) => number)]).execute()
  expect(rows).toEqual(model.orders.map(({ number, state }) => ({ number, state })))
  expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: ON_HAND, held_qty: ON_HAND - freeQty(model) })
  expect(await violations(w.db)).toEqual([])
}
