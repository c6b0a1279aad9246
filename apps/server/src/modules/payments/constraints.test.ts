import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqlState } from '../../platform/db.ts'
import { aPaidPayment, aPayment } from '../../../tests/support/payments.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { openPayment, refundPayment, settlePayment } from './index.ts'
import type { Payment } from './index.ts'
import { insertRefund } from './refunds.sql.ts'
import { insertPayment } from './payments.sql.ts'

const [TWICE, REFUSED] = ['23505', '23514']

describe('what no rule above lets through, the database refuses by itself', () => {
  let w: World
  let [paid, open]: Payment[] = []
  beforeAll(async () => {
    w = await openWorld()
    paid = await aPaidPayment(w)
    open = await aPayment(w)
  })
  afterAll(async () => w[Symbol.asyncDispose]())

  /** What the database says to a statement that goes past every rule. */
  const said = (change: () => Promise<unknown>) => change().then(() => null, sqlState)
  const payments = (id: number, change: object) =>
    said(() => w.db.updateTable('payments.payments').set(change).where('id', '=', id).execute())
  const idOf = (payment: Payment | undefined) => payment?.id ?? 0

  test('a second success of one order', async () => {
    const second = await w.inTx((tx) => openPayment(tx, { ...paid as Payment, method: 'bank', at: w.deps.now() }))
    expect(await payments(second.id, { state: 'succeeded', trade_id: 'other' })).toBe(TWICE)
  })

  test('one trade of a company paying two orders', async () => {
    expect(await payments(idOf(open), { state: 'succeeded', trade_id: paid?.tradeId })).toBe(TWICE)
    expect(await payments(idOf(open), { state: 'succeeded' })).toBe(REFUSED)
  })

  test('two open attempts of one order by one method', async () => {
    const ended = await aPayment(w, { method: 'wechat' })
    await payments(ended.id, { state: 'cancelled' })
    await w.inTx((tx) => openPayment(tx, { ...ended, tradeNumber: 'another', at: w.deps.now() }))
    expect(await payments(ended.id, { state: 'init' })).toBe(TWICE)
    const again = { ...ended, tradeNumber: 'a third', at: w.deps.now() }
    expect(await w.inTx((tx) => insertPayment(tx, again))).toBe(null)
  })

  test('two attempts under one number that both can be paid, or were', async () => {
    const other = await aPayment(w)
    expect(await payments(other.id, { trade_number: open?.tradeNumber })).toBe(TWICE)
    await w.inTx((tx) => settlePayment(tx, { payment: other, tradeId: 'mine', amountFen: 100_000, at: w.deps.now() }))
    expect(await payments(other.id, { trade_number: paid?.tradeNumber })).toBe(TWICE)
  })

  test('a refund number twice, a refund of nothing, and one of both a payment and odd money', async () => {
    const refund = await w.inTx((tx) => refundPayment(tx, {
      orderId: paid?.orderId ?? 0, amountFen: 1, reason: 'one', at: w.deps.now(),
    }))
    if (!refund) throw new Error('no refund')
    const at = w.deps.now()
    const another = (over: object) => said(() => w.inTx((tx) => insertRefund(tx, { ...refund, at, ...over })))
    expect(await another({})).toBe(TWICE)
    expect(await another({ refundNumber: 'R2', amountFen: 0 })).toBe(REFUSED)
    expect(await another({ refundNumber: 'R3', paymentId: null })).toBe(REFUSED)
  })

  test('a success without whose account it left, and stock held that is not there', async () => {
    const refunds = w.db.updateTable('payments.refunds').set({ state: 'succeeded' })
    expect(await said(() => refunds.execute())).toBe(REFUSED)
    const levels = w.db.insertInto('stock.levels').values({ sku_id: 1, on_hand_qty: 1, held_qty: 2 })
    expect(await said(() => levels.execute())).toBe(REFUSED)
  })
})
