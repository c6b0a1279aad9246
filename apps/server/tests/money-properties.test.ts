import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenFromText } from '@hearth/kernel/money'
import { Refusal } from '@hearth/kernel/errors'
import { settlePaidTrade } from '../src/modules/orders/index.ts'
import { refundPayment } from '../src/modules/payments/index.ts'
import { violations, violationsAtRest } from './support/invariants.ts'
import { askWhereToPay, atCompany, isPaidAt, payOutWhatIsStuck, sendNotices, sendOddNotice } from './support/money-companies.ts'
import { priceFen, step } from './support/money-steps.ts'
import type { Paying, Step } from './support/money-steps.ts'
import { backFenOf, cancel, close, expire, freeQty, hear, refundStates, tradeOf } from './support/money-model.ts'
import type { Model, ModelOrder, ModelTrade } from './support/money-model.ts'
import { aBuyer, call, levelOf, onSale, openShopWorld, runJob } from './support/order-builders.ts'
import type { Buyer, OnSale } from './support/order-builders.ts'
import type { SignedIn, World } from './support/world.ts'

const [RUNS, STEPS] = [25, 25]
const ON_HAND = 4

type Play = { w: World; ann: Buyer; sue: SignedIn; fan: OnSale; model: Model }

test('whatever happens in whatever order, every fen and every piece is where a simple model says', async () => {
  let stage = await openStage()
  let isWhole = true
  const seed = Number(process.env.HEARTH_SEED ?? 20_261_121)
  let steps = 0
  console.log(`money properties: ${RUNS} runs, seed ${seed} (HEARTH_SEED plays others)`)
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: STEPS, size: 'max' }), priceFen, async (story, price) => {
    if (!isWhole) {
      // What a failed run left behind would fail the shorter ones too that are tried after it.
      await stage.w[Symbol.asyncDispose]()
      stage = await openStage()
    }
    isWhole = false
    const { w } = stage
    const fan = await onSale(w, { onHandQty: ON_HAND, priceFen: price })
    const play: Play = { ...stage, fan, model: { onHandQty: ON_HAND, orders: [] } }
    await placed(play, 1, story.length % 2 === 0 ? 'alipay' : 'wechat')
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

async function openStage(): Promise<Pick<Play, 'w' | 'ann' | 'sue'>> {
  const w = await openShopWorld({ env: { UNPAID_ORDERS_PER_PERSON: '0', UNPAID_PIECES_PER_SKU: '0' } })
  return { w, ann: await aBuyer(w, 'ann'), sue: await w.signIn('sue', { role: 'support' }) }
}

async function take(play: Play, step: Step): Promise<void> {
  const { w, model } = play
  if (step.does === 'place') return placed(play, step.qty, step.at)
  if (step.does === 'wait') return w.advanceMinutes(step.minutes)
  if (step.does === 'expire') return expired(play)
  if (step.does === 'ask') return asked(play)
  if (step.does === 'send refunds') return refundsSent(play, 2)
  const order = 'which' in step ? model.orders.at(-1 - (step.which % model.orders.length)) : null
  return order ? happened(play, order, step) : undefined
}

async function happened(play: Play, order: ModelOrder, step: Step): Promise<void> {
  switch (step.does) {
    case 'open': return opened(play, order, step.at)
    case 'pay': return paid(play, order, step)
    case 'begin paying': return begun(play, order, step.isLate)
    case 'notice': return noticed(play, order, tradeAt(order, step), step.times)
    case 'bank': return paidByBank(play, order)
    case 'cancel': return cancelled(play, order)
    case 'refund': return refunded(play, play.model.orders.findLast(({ paidBy }) => paidBy) ?? order, step.fen)
    case 'close trades': return closed(play, order)
    case 'odd notice': return sendOddNotice(play.w, tradeAt(order, step), step.nth)
    default:
  }
}

const atCompanies = ({ trades }: ModelOrder) => trades.filter(({ payer }) => payer !== 'bank')
const tradeAt = ({ trades }: ModelOrder, { at, isFirst }: Paying) =>
  trades.filter(({ payer }) => payer === at).at(isFirst ? 0 : -1)

async function placed({ w, ann, fan, model }: Play, qty: number, company: Paying['at']): Promise<void> {
  const isThere = qty <= freeQty(model)
  const answer = await call(w, ann, 'POST', '/api/orders/create_order/', {
    address_id: ann.addressId, method: company,
    items: [{ product_id: fan.productId, sku_id: fan.skuId, quantity: qty }],
  })
  expect(answer.statusCode).toBe(isThere ? 201 : 400)
  if (!isThere) return
  const { order: { id, total_amount: total }, order_id: number } = answer.json()
  model.orders.push({
    id, number, qty, payableFen: fenFromText(total) ?? 0, state: 'pending',
    cancelledBy: null, trades: [], paidBy: null, refunds: [],
    expiresAt: w.deps.now().getTime() + w.config.orderTimeoutMs,
  })
}

/** Goes to the company's page; what the company makes of that, its books say. Whoever comes too late ends the order. */
async function opened(play: Play, order: ModelOrder, at: Paying['at']): Promise<void> {
  const { w, ann, model } = play
  // The same person does not start a payment twice in five seconds.
  w.advanceMinutes(0.1)
  const { statusCode, tradeNumber } = await askWhereToPay(w, ann, order, at)
  if (statusCode === 429) return
  if (order.state !== 'pending' || order.expiresAt <= w.deps.now().getTime()) {
    expect([400, 409]).toContain(statusCode)
    return expire(model, [order], w.deps.now().getTime())
  }
  const known = order.trades.at(-1)
  if (at === 'wechat' && known?.payer === 'wechat' && known.isPaid) {
    // The company does not place what it has the money for, and so it is heard of.
    expect(statusCode).toBe(409)
    return hear(model, order, known)
  }
  expect(statusCode).toBe(200)
  const trade = tradeOf(order, at, tradeNumber ?? '')
  // Alipay opens the trade when its page is seen for the first time; before it is paid there is no news of it.
  if (trade.payer === 'alipay' && !trade.isPaid) await atCompany(w, trade, 'notify_again')
}

/** Pays at this company; we are told or not. */
async function paid(play: Play, order: ModelOrder, paying: Paying & { isTold: boolean }): Promise<void> {
  if (!tradeAt(order, paying)) await opened(play, order, paying.at)
  const trade = tradeAt(order, paying)
  if (!trade) return
  await atCompany(play.w, trade, 'pay_without_notice')
  trade.isPaid ||= await isPaidAt(play.w, trade)
  if (paying.isTold) await noticed(play, order, trade, 1)
}

/** The buyer types his password, perhaps while his time runs out; whether he comes to an end of it, other steps say. */
async function begun(play: Play, order: ModelOrder, isLate: boolean): Promise<void> {
  const { w } = play
  const paying = { at: 'wechat', isFirst: false } as const
  if (!tradeAt(order, paying)) await opened(play, order, 'wechat')
  const trade = tradeAt(order, paying)
  if (!trade || (await atCompany(w, trade, 'begin_paying')).statusCode !== 200) return
  trade.isBusy = true
  if (!isLate || order.expiresAt < w.deps.now().getTime()) return
  w.setNow(new Date(order.expiresAt + 20_000))
  await expired(play)
}

async function noticed({ w, model }: Play, order: ModelOrder, trade: ModelTrade | undefined, times: number) {
  if (!trade?.isPaid) return
  await sendNotices(w, trade, times)
  hear(model, order, trade)
}

async function paidByBank({ w, model }: Play, order: ModelOrder): Promise<void> {
  const { number: tradeNumber, payableFen: amountFen } = order
  const tradeId = `bank-${tradeNumber}`
  await w.inTx((tx) => settlePaidTrade(tx, { method: 'bank', tradeNumber, tradeId, amountFen, at: w.deps.now() }))
  hear(model, order, tradeOf(order, 'bank', tradeNumber))
}

async function cancelled({ w, ann }: Play, order: ModelOrder): Promise<void> {
  const answer = await call(w, ann, 'PATCH', `/api/orders/${order.number}/cancel/`, {})
  expect(answer.statusCode).toBe(cancel(order, 'buyer') ? 200 : 400)
}

async function refunded({ w }: Play, order: ModelOrder, amountFen: number): Promise<void> {
  const asking = w.inTx((tx) => refundPayment(tx, { orderId: order.id, amountFen, reason: '', at: w.deps.now() }))
  const answer = await asking.catch((thrown: unknown) => thrown)
  if (!order.paidBy) return expect(answer).toBeNull()
  if (amountFen > order.payableFen - backFenOf(order)) return expect(answer).toBeInstanceOf(Refusal)
  expect(answer).toMatchObject({ amountFen, state: 'pending' })
  order.refunds.push({ payer: order.paidBy.payer, fen: amountFen, isFailed: false })
}

async function expired({ w, model }: Play): Promise<void> {
  await runJob(w, 'expire-unpaid-orders')
  expire(model, model.orders, w.deps.now().getTime())
}

/** The companies are asked at growing intervals: only about what is due. */
async function asked({ w, model }: Play): Promise<void> {
  const due = await w.db.selectFrom('payments.payments').select(['order_id', 'method', 'trade_number'])
    .where('state', '=', 'processing').where('next_ask_at', '<=', w.deps.now()).execute()
  await runJob(w, 'ask-alipay-payments')
  await runJob(w, 'ask-wechat-payments')
  for (const order of model.orders) {
    const isDue = (trade: ModelTrade) => due.some((each) => (
      each.order_id === order.id && each.method === trade.payer && each.trade_number === trade.number))
    close(model, order, order.trades.filter(isDue))
  }
}

/** The job that closes what can no longer be paid; it fails, to come again, while the buyer is paying. */
async function closed({ w, model }: Play, order: ModelOrder): Promise<void> {
  const live = order.state === 'pending' ? order.trades.at(-1) : null
  const job = w.deps.jobs.find(({ name }) => name === 'close-trades')
  const end = await Promise.allSettled([job?.run({ orderId: order.id })])
  const ended = atCompanies(order).filter((trade) => trade !== live)
  if (!ended.some(({ isBusy }) => isBusy)) expect(end[0].status).toBe('fulfilled')
  close(model, order, ended)
}

async function refundsSent({ w }: Play, afterMinutes: number): Promise<void> {
  w.advanceMinutes(afterMinutes)
  await runJob(w, 'redeliver-simulated-notices')
  await runJob(w, 'finish-refunds')
}

/** Everything that is under way comes to its end: trades are closed, notices arrive, time passes. */
async function settleAll(play: Play): Promise<void> {
  const { w, model } = play
  for (const order of model.orders) {
    await closed(play, order)
    for (const trade of atCompanies(order)) await noticed(play, order, trade, 1)
  }
  w.advanceMinutes(30)
  await expired(play)
  for (const order of model.orders) {
    for (const trade of order.trades) trade.isBusy = false
    await closed(play, order)
  }
  for (let n = 0; n < 2; n += 1) await refundsSent(play, 61)
  await payOutWhatIsStuck(w, play.sue)
}

async function compare({ w, fan, model }: Play): Promise<void> {
  const rows = await w.db.selectFrom('orders.orders').select(['number', 'state']).orderBy('id')
    .where('number', 'in', ['', ...model.orders.map(({ number }) => number)]).execute()
  expect(rows).toEqual(model.orders.map(({ number, state }) => ({ number, state })))
  expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: ON_HAND, held_qty: ON_HAND - freeQty(model) })
  await compareRefunds(w, model)
  expect(await violations(w.db)).toEqual([])
}

async function compareRefunds(w: World, { orders }: Model): Promise<void> {
  const rows = await w.db.selectFrom('payments.refunds').select(['order_id', 'provider', 'amount_fen', 'state', 'paid_from'])
    .where('payment_id', 'is not', null).where('order_id', 'in', [0, ...orders.map(({ id }) => id)]).orderBy('id').execute()
  for (const { id, refunds } of orders) {
    const mine = rows.filter((row) => row.order_id === id)
    expect(mine.map((row) => ({ payer: row.provider, fen: row.amount_fen })))
      .toEqual(refunds.map(({ payer, fen }) => ({ payer, fen })))
    for (const [nth, refund] of refunds.entries()) {
      const { state, paid_from: paidFrom } = mine[nth] ?? { state: '', paid_from: null }
      expect(refundStates(refund, paidFrom === 'bank')).toContain(state)
      refund.isFailed = state === 'failed'
    }
  }
}
