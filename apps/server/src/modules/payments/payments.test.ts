import { expect, test } from 'vitest'
import { Refusal } from '@hearth/kernel/errors'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import {
  closePayments, nextAskAt, noteAsked, noteClosed, noteNotice, openPayment, payableTrades, paymentsOfOrder,
  paymentsToAsk, selectPaymentMoves, settlePayment, startPayment,
} from './index.ts'
import { aPaidPayment, aPayment } from '../../../tests/support/payments.ts'

const plain = { provider: 'alipay', noticeId: 'n1', orderNumber: '1', verdict: 'settled', body: {} }

function keyOf(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.key : String(thrown)
}

test('an attempt is opened once per order and method, and its history says so', async () => {
  await using w = await openWorld()
  const payment = await aPayment(w)
  expect(payment).toMatchObject({ state: 'init', amountFen: 100_000, tradeId: null })
  const again = w.inTx((tx) => openPayment(tx, { ...payment, at: w.deps.now() }))
  expect(keyOf(await again.catch((thrown: unknown) => thrown))).toBe('payments.already_open')
  expect(await countOf(w, 'payments.payments')).toBe(1)
  await w.inTx((tx) => startPayment(tx, { paymentId: payment.id, channel: 'page', at: w.deps.now() }))
  await w.inTx((tx) => startPayment(tx, { paymentId: payment.id, channel: 'page', at: w.deps.now() }))
  const moves = (await selectPaymentMoves(w.db, [payment.id])).get(payment.id)
  expect(moves?.map((move) => [move.event, move.from, move.to])).toEqual([
    ['open', null, 'init'], ['start', 'init', 'processing'],
  ])
})

test('the same success sixteen times at once settles once', async () => {
  await using w = await openWorld()
  const payment = await aPayment(w)
  const success = { payment, tradeId: 't1', amountFen: 100_000, at: w.deps.now() }
  const said = await Promise.all(Array.from({ length: 16 }, () => w.inTx((tx) => settlePayment(tx, success))))
  expect(said.toSorted()).toEqual([...Array.from({ length: 15 }, () => 'repeated'), 'settled'])
  expect((await paymentsOfOrder(w.db, payment.orderId))[0]).toMatchObject({ state: 'succeeded', tradeId: 't1' })
  const moves = (await selectPaymentMoves(w.db, [payment.id])).get(payment.id)
  expect(moves?.map((move) => move.event)).toEqual(['open', 'succeed'])
})

test('an order is paid once: another trade, another attempt and another amount are refused', async () => {
  await using w = await openWorld()
  const payment = await aPayment(w)
  const at = w.deps.now()
  const settle = (tradeId: string, amountFen: number, id = payment.id) =>
    w.inTx((tx) => settlePayment(tx, { payment: { id, orderId: payment.orderId }, tradeId, amountFen, at }))
      .catch((thrown: unknown) => keyOf(thrown))
  expect(await settle('t1', 99_999)).toBe('payments.wrong_notice')
  const other = await w.inTx((tx) => openPayment(tx, { ...payment, method: 'wechat', at }))
  expect(await settle('t1', 100_000)).toBe('settled')
  expect(await settle('t2', 100_000)).toBe('payments.duplicate')
  expect(await settle('t3', 100_000, other.id)).toBe('payments.duplicate')
  const attempts = await paymentsOfOrder(w.db, payment.orderId)
  expect(attempts.map((each) => [each.method, each.state, each.tradeId])).toEqual([
    ['wechat', 'init', null], ['alipay', 'succeeded', 't1'],
  ])
})

test('a rival success waits for the first one and is then refused', async () => {
  await using w = await openWorld()
  const payment = await aPayment(w)
  const at = w.deps.now()
  const written = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const first = w.inTx(async (tx) => {
    await settlePayment(tx, { payment, tradeId: 't1', amountFen: 100_000, at })
    written.resolve()
    await mayCommit.promise
  })
  await written.promise
  let isThrough = false
  const rival = w.inTx((tx) => settlePayment(tx, { payment, tradeId: 't2', amountFen: 100_000, at }))
    .catch((thrown: unknown) => keyOf(thrown)).finally(() => (isThrough = true))
  await new Promise((go) => setTimeout(go, 200))
  const wasThrough = isThrough
  mayCommit.resolve()
  expect(wasThrough).toBe(false)
  await first
  expect(await rival).toBe('payments.duplicate')
})

test('closing ends the open attempts only, and a closed one cannot be paid', async () => {
  await using w = await openWorld()
  const paid = await aPaidPayment(w)
  const open = await aPayment(w)
  const at = w.deps.now()
  expect(await w.inTx((tx) => closePayments(tx, { orderId: paid.orderId, as: 'cancelled', at }))).toEqual([])
  const closed = await w.inTx((tx) => closePayments(tx, { orderId: open.orderId, as: 'expired', at }))
  expect(closed.map((each) => [each.id, each.state])).toEqual([[open.id, 'expired']])
  const late = w.inTx((tx) => settlePayment(tx, { payment: open, tradeId: 't9', amountFen: 100_000, at }))
  expect(keyOf(await late.catch((thrown: unknown) => thrown))).toBe('payments.closed')
})

test('the company is asked about attempts that were started and have not ended, at growing intervals', async () => {
  await using w = await openWorld()
  const untouched = await aPayment(w)
  const started = await aPayment(w)
  await w.inTx((tx) => startPayment(tx, { paymentId: started.id, channel: 'page', at: w.deps.now() }))
  const due = async () => (await paymentsToAsk(w.db, 'alipay', w.deps.now())).map((each) => each.id)
  expect(await due()).toEqual([])
  w.advanceMinutes(1)
  expect(await due()).toEqual([started.id])
  await w.inTx((tx) => noteAsked(tx, started.id, nextAskAt(2, w.deps.now())))
  w.advanceMinutes(1)
  expect(await due()).toEqual([])
  w.advanceMinutes(1)
  expect(await due()).toEqual([started.id])
  expect(await paymentsToAsk(w.db, 'wechat', w.deps.now())).toEqual([])
  w.advanceMinutes(-60)
  expect(await due(), 'the clock was put back').toEqual([started.id])
  const payable = async (orderId: number) => (await payableTrades(w.db, orderId)).map((each) => each.id)
  expect(await payable(untouched.orderId)).toEqual([])
  await w.inTx((tx) => closePayments(tx, { orderId: started.orderId, as: 'cancelled', at: w.deps.now() }))
  expect(await due()).toEqual([])
  expect(await payable(started.orderId)).toEqual([started.id])
  await w.inTx((tx) => noteClosed(tx, started.id, w.deps.now()))
  expect(await payable(started.orderId)).toEqual([])
})

test('no question waits longer than six minutes, so that a lost notice is found within eight', () => {
  const at = new Date('2026-11-20T02:00:00Z')
  const minutes = Array.from({ length: 12 }, (_, asks) => (nextAskAt(asks, at).getTime() - at.getTime()) / 60_000)
  expect(minutes).toEqual([1, 1, 2, 3, 4, 6, 6, 6, 6, 6, 6, 6])
})

test('each attempt by WeChat has a number of its own; Alipay has the order\'s until a started one has ended', async () => {
  await using w = await openWorld()
  const at = w.deps.now()
  const wechat = await aPayment(w, { method: 'wechat' })
  expect(wechat.tradeNumber).toBe(`${wechat.orderNumber}_${wechat.id}`)
  expect(wechat.tradeNumber).toMatch(/^[\w-]{1,32}$/)
  const { orderId, orderNumber } = wechat
  const opened = () => aPayment(w, { orderId, orderNumber })
  const close = () => w.inTx((tx) => closePayments(tx, { orderId, as: 'cancelled', at }))
  const first = await opened()
  expect(first.tradeNumber).toBe(orderNumber)
  await close()
  const second = await opened()
  expect(second.tradeNumber).toBe(orderNumber)
  await w.inTx((tx) => startPayment(tx, { paymentId: second.id, channel: 'page', at }))
  await close()
  const third = await opened()
  expect(third.tradeNumber).toBe(`${orderNumber}_${third.id}`)
})

test('a notice that comes sixteen times at once is stored once, without signature and names', async () => {
  await using w = await openWorld()
  const body = { out_trade_no: '1', sign: 'secret', buyer_logon_id: 'so@example.com', trade_status: 'TRADE_SUCCESS' }
  const notice = { ...plain, body, at: w.deps.now() }
  const fresh = await Promise.all(Array.from({ length: 16 }, () => w.inTx((tx) => noteNotice(tx, notice))))
  expect(fresh.filter(Boolean)).toHaveLength(1)
  const rows = await w.db.selectFrom('payments.notices').select(['notice_id', 'body']).execute()
  expect(rows).toEqual([{
    notice_id: 'n1',
    body: { out_trade_no: '1', sign: '***', buyer_logon_id: 'so***', trade_status: 'TRADE_SUCCESS' },
  }])
})

test('a notice whose first transaction fails is new to the next', async () => {
  await using w = await openWorld()
  const notice = { ...plain, at: w.deps.now() }
  await expect(w.inTx(async (tx) => {
    await noteNotice(tx, notice)
    throw new Error('the rest failed')
  })).rejects.toThrow('the rest failed')
  expect(await w.inTx((tx) => noteNotice(tx, notice))).toBe(true)
})
