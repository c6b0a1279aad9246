import { describe, expect, test } from 'vitest'
import {
  anOrder, atAlipay, call, openShopWorld, orderState, paymentRows, runJob, suspenseRows,
} from '../../../tests/support/order-builders.ts'
import { fakeCompany, tradeIdOf } from '../../../tests/support/fake-company.ts'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import type { World } from '../../../tests/support/world.ts'
import { paymentsOfOrder } from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { closeTrades } from './close-trades.ts'
import { endClosedAttempt } from './ask-payment-company.ts'
import { settlePaidTrade } from './settle-payment.ts'
import { startOrderPayment } from './start-order-payment.ts'

type Way = Pick<Payment, 'method' | 'channel'>
const native: Way = { method: 'wechat', channel: 'native' }
const page: Way = { method: 'alipay', channel: 'page' }

/** Both companies in memory, an order of Ann's, and starting it by any way. */
async function aStage(w: World) {
  const { ann, number, id: orderId } = await anOrder(w)
  const [alipay, wechat] = [fakeCompany(w, 'alipay'), fakeCompany(w, 'wechat')]
  const start = async (way: Way): Promise<Payment> => {
    const payment = await w.inTx((tx) => startOrderPayment(tx, {
      orderId, userId: ann.userId, paymentId: null, ...way, maxFen: null, at: w.deps.now(),
    }))
    if (!payment?.channel) throw new Error('not started')
    const { id: paymentId, tradeNumber, amountFen, expiresAt, channel } = payment
    const rest = { subject: '', openId: null, clientIp: '', returnUrl: '', notifyUrl: '', expiresAt }
    await (way.method === 'wechat' ? wechat : alipay).start({ paymentId, tradeNumber, amountFen, channel, ...rest })
    return payment
  }
  const settle = ({ method, tradeNumber }: Payment) => w.inTx((tx) =>
    settlePaidTrade(tx, { method, tradeNumber, tradeId: tradeIdOf(tradeNumber), amountFen: 499900, at: w.deps.now() }))
  const states = async () => (await paymentsOfOrder(w.db, orderId)).map(({ method, state }) => `${method} ${state}`).toReversed()
  return { ann, number, orderId, alipay, wechat, start, settle, states }
}

describe('switching', () => {
  test('another method or channel ends the attempt before; the job closes it at its company, which is told once', async () => {
    await using w = await openShopWorld()
    const { orderId, alipay, wechat, start, states } = await aStage(w)
    const first = await start(page)
    expect((await start({ method: 'alipay', channel: 'wap' })).id).toBe(first.id)
    const code = await start(native)
    expect((await start(native)).id).toBe(code.id)
    const inPhone = await start({ method: 'wechat', channel: 'h5' })
    expect(inPhone.id).not.toBe(code.id)
    expect(new Set([first, code, inPhone].map((each) => each.tradeNumber)).size).toBe(3)
    expect(await states()).toEqual(['alipay cancelled', 'wechat cancelled', 'wechat processing'])
    await closeTrades(w.deps, { orderId })
    expect(alipay.trades.get(first.tradeNumber)?.status).toBe('closed')
    expect([code, inPhone].map((each) => wechat.trades.get(each.tradeNumber)?.status)).toEqual(['closed', 'waiting'])
    alipay.isDown = wechat.isDown = true
    await closeTrades(w.deps, { orderId })
  })

  test('a company that is down holds up only its own trades, and the job comes again', async () => {
    await using w = await openShopWorld()
    const { orderId, alipay, wechat, start } = await aStage(w)
    const first = await start(page)
    const code = await start(native)
    await start({ method: 'wechat', channel: 'h5' })
    alipay.isDown = true
    await expect(closeTrades(w.deps, { orderId })).rejects.toMatchObject({ name: 'ProviderDown' })
    expect(wechat.trades.get(code.tradeNumber)?.status).toBe('closed')
    alipay.isDown = false
    await closeTrades(w.deps, { orderId })
    expect(alipay.trades.get(first.tradeNumber)?.status).toBe('closed')
  })

  test('an attempt that was paid before it could be closed pays the order, and the newer one ends', async () => {
    await using w = await openShopWorld()
    const { number, orderId, wechat, start, states } = await aStage(w)
    const code = await start(native)
    await start({ method: 'wechat', channel: 'h5' })
    wechat.pay(code.tradeNumber)
    await closeTrades(w.deps, { orderId })
    expect(await orderState(w, number)).toBe('paid')
    expect(await states()).toEqual(['alipay cancelled', 'wechat cancelled', 'wechat cancelled', 'wechat succeeded'])
    const { tradeNumber } = code
    expect((await paymentsOfOrder(w.db, orderId))[0]).toMatchObject({ tradeNumber, tradeId: tradeIdOf(tradeNumber) })
  })
})

describe('two attempts', () => {
  test('both paid: one pays the order, the second goes back once, however often it is told', async () => {
    await using w = await openShopWorld()
    const { number, start, settle } = await aStage(w)
    const [first, second] = [await start(page), await start(native)]
    expect(await settle(second)).toBe('settled')
    expect(await Promise.all(Array.from({ length: 8 }, () => settle(first)))).toEqual(Array.from({ length: 8 }, () => 'refunded'))
    expect(await settle(second)).toBe('repeated')
    expect(await suspenseRows(w)).toEqual([{ reason: 'double', state: 'refunding', amount_fen: 499900 }])
    const refunds = await w.db.selectFrom('payments.refunds').select(['provider', 'trade_number', 'amount_fen']).execute()
    expect(refunds).toEqual([{ provider: 'alipay', trade_number: first.tradeNumber, amount_fen: 499900 }])
    expect(await orderState(w, number)).toBe('paid')
  })

  test('both paid in the same moment: the second waits for the first and then is double money', async () => {
    await using w = await openShopWorld()
    const { start, states } = await aStage(w)
    const [first, second] = [await start(page), await start(native)]
    const trade = ({ method, tradeNumber }: Payment) =>
      ({ method, tradeNumber, tradeId: tradeIdOf(tradeNumber), amountFen: 499900, at: w.deps.now() })
    const race = await whileFirstIsOpen(w, (tx) => settlePaidTrade(tx, trade(first)),
      () => w.inTx((tx) => settlePaidTrade(tx, trade(second))))
    expect([race.rivalWaited, race.first, race.rival]).toEqual([
      true, { status: 'fulfilled', value: 'settled' }, { status: 'fulfilled', value: 'refunded' },
    ])
    expect((await states()).filter((state) => state.endsWith('succeeded'))).toEqual(['alipay succeeded'])
  })

  test('"closed" of an old attempt, or of a paid one, changes nothing; of the live one it ends it', async () => {
    await using w = await openShopWorld()
    const { number, start, settle, states } = await aStage(w)
    const old = await start(page)
    const live = await start(native)
    const close = (payment: Payment) => w.inTx((tx) => endClosedAttempt(tx, payment, w.deps.now()))
    expect(await close(old)).toBe(null)
    expect(await states()).toEqual(['alipay cancelled', 'wechat processing'])
    expect(await settle(live)).toBe('settled')
    expect(await close(live)).toBe(null)
    expect(await close(old)).toBe(null)
    expect([await orderState(w, number), await states()]).toEqual(['paid', ['alipay cancelled', 'wechat succeeded']])
  })
})

describe('asking', () => {
  test('a lost notice is found within eight minutes of the clock, wherever between two questions it was paid', async () => {
    await using w = await openShopWorld({ env: { ORDER_PAYMENT_TIMEOUT_MINUTES: '60' } })
    const { number, wechat, start } = await aStage(w)
    const payment = await start(native)
    const sweep = async () => {
      w.advanceMinutes(1)
      return runJob(w, 'ask-wechat-payments')
    }
    let longest = 0
    for (let minute = 0, last = 0; minute < 30; minute += 1) {
      const before = wechat.asked.length
      await sweep()
      longest = Math.max(longest, minute - last)
      if (wechat.asked.length > before) last = minute
    }
    expect(longest).toBeLessThan(8)
    expect(wechat.asked.length).toBeLessThan(10)
    wechat.pay(payment.tradeNumber)
    for (let minute = 0; minute < 8; minute += 1) await sweep()
    expect(await orderState(w, number)).toBe('paid')
  })

  test('a company that is down is left alone after a few questions and does not touch the other', async () => {
    await using w = await openShopWorld()
    const { number, alipay, wechat, start } = await aStage(w)
    const payment = await start(native)
    wechat.pay(payment.tradeNumber)
    alipay.isDown = true
    w.advanceMinutes(2)
    expect(await runJob(w, 'ask-alipay-payments')).toEqual({ done: 0, failed: 0, skipped: 0 })
    expect(await runJob(w, 'ask-wechat-payments')).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect(await orderState(w, number)).toBe('paid')
  })
})

describe('expiry asks every company of the order first', () => {
  test('paid at the one that was left behind: the order is paid, not cancelled', async () => {
    await using w = await openShopWorld()
    const { number, wechat, start } = await aStage(w)
    const code = await start(native)
    await start(page)
    wechat.pay(code.tradeNumber)
    w.advanceMinutes(11)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 0, skipped: 1 })
    expect(await orderState(w, number)).toBe('paid')
  })

  test('unpaid: closed at both before it is cancelled here; while one is silent nothing is cancelled', async () => {
    await using w = await openShopWorld()
    const { number, alipay, wechat, start } = await aStage(w)
    const [code, site] = [await start(native), await start(page)]
    w.advanceMinutes(11)
    wechat.isDown = true
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 1, skipped: 0 })
    expect(await orderState(w, number)).toBe('pending')
    wechat.isDown = false
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect([wechat.trades.get(code.tradeNumber)?.status, alipay.trades.get(site.tradeNumber)?.status]).toEqual(['closed', 'closed'])
    expect(await orderState(w, number)).toBe('cancelled')
  })

  test('paying just now, so that nothing can be closed: nobody says it was, and it is closed or paid later', async () => {
    await using w = await openShopWorld()
    const { ann, number, orderId, wechat, start, states } = await aStage(w)
    const code = await start(native)
    wechat.isBusy = true
    const cancelled = await call(w, ann, 'POST', `/api/payments/${code.id}/cancel/`)
    expect(cancelled.json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT' })
    w.advanceMinutes(11)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 1, skipped: 0 })
    const started = await call(w, ann, 'POST', `/api/payments/${code.id}/start/`, { provider: 'wechat', channel: 'native' })
    expect([started.statusCode, await orderState(w, number), await states()]).toEqual([400, 'pending', ['alipay cancelled', 'wechat processing']])
    await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, {})
    await expect(closeTrades(w.deps, { orderId })).rejects.toMatchObject({ name: 'ProviderSaidNo', answer: 'USERPAYING' })
    wechat.pay(code.tradeNumber)
    await closeTrades(w.deps, { orderId })
    expect(await suspenseRows(w)).toEqual([{ reason: 'late', state: 'refunding', amount_fen: 499900 }])
  })

  test('an order of a company that is down does not hold up those of the other', async () => {
    await using w = await openShopWorld()
    const first = await aStage(w)
    await first.start(native)
    const { number: other } = await anOrder(w)
    first.wechat.isDown = true
    w.advanceMinutes(11)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 1, failed: 1, skipped: 0 })
    expect([await orderState(w, first.number), await orderState(w, other)]).toEqual(['pending', 'cancelled'])
  })
})

test('after Alipay was left and closed there, it is paid again under a number of its own', async () => {
  await using w = await openShopWorld()
  const { ann, number, id: orderId } = await anOrder(w)
  fakeCompany(w, 'wechat')
  const url = `/api/orders/${number}/payment/`
  await call(w, ann, 'GET', url)
  await atAlipay(w, number, 'notify_again')
  await w.inTx((tx) => startOrderPayment(tx, {
    orderId, userId: ann.userId, paymentId: null, ...native, maxFen: null, at: w.deps.now(),
  }))
  await closeTrades(w.deps, { orderId })
  const { alipay_url } = (await call(w, ann, 'GET', url)).json()
  const { out_trade_no } = JSON.parse(new URL(alipay_url).searchParams.get('biz_content') ?? '')
  expect(out_trade_no).toMatch(new RegExp(`^${number}_\\d+$`))
  expect((await atAlipay(w, out_trade_no, 'pay')).json().notice).toEqual({ status: 200, body: 'success' })
  expect(await orderState(w, number)).toBe('paid')
  expect((await paymentRows(w)).map((row) => row.state)).toEqual(['cancelled', 'cancelled', 'succeeded'])
})
