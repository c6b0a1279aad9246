import { describe, expect, test } from 'vitest'
import {
  anOrder, call, finishRefundsOf, levelOf, openShopWorld, orderState, runJob, tradeAt,
} from '../../tests/support/order-builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { aPaidOrder, act, expectSound, refund, seen } from '../../tests/support/refund-builders.ts'
import { countOf } from '../../tests/support/world.ts'
import { refundOrder, takeRefundNotice } from '../modules/orders/index.ts'

describe('refunds by hand', () => {
  test('parts add up: refunding while one is under way, as before in between, refunded when all is back', async () => {
    await using w = await openShopWorld()
    const { anna, number, id, fan } = await aPaidOrder(w)
    const back = async () => (await call(w, anna, 'GET', `/api/orders/${number}/`)).json().refunded_amount
    const first = await refund(w, anna, id, '1000.00')
    expect(await back()).toBe('0.00')
    expect([first.statusCode, first.json()]).toMatchObject([201, {
      order: id, amount: '1000.00', status: 'pending', problem: false, reason_code: null, operator: 'anna',
      allowed_moves: ['start', 'fail'], logs: [{ event: 'make', from: null, to: 'pending', operator: 'anna', note: '少发一件' }],
    }])
    expect(await orderState(w, number)).toBe('refunding')
    const second = await refund(w, anna, id, '500.00')
    expect(second.statusCode).toBe(201)
    expect((await call(w, anna, 'PATCH', `/api/orders/${number}/ship/`, { tracking_number: 'X1' })).statusCode).toBe(400)
    await finishRefundsOf(w)
    expect(await orderState(w, number)).toBe('paid')
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 1 })
    expect([await tradeAt(w, number), await back()]).toMatchObject([{ refunded_amount: '1500.00' }, '1500.00'])
    const rest = await refund(w, anna, id)
    expect(rest.json().amount).toBe('3499.00')
    await finishRefundsOf(w)
    expect(await orderState(w, number)).toBe('refunded')
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 0 })
    const detail = (await call(w, anna, 'GET', `/api/orders/${number}/`)).json()
    expect(detail.status_history.map((move: { to_status: string }) => move.to_status))
      .toEqual(['pending', 'paid', 'refunding', 'paid', 'refunding', 'refunded'])
    await expectSound(w)
  })

  test('never above what is left, those under way counted; a wrong amount or payment is refused', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    for (const amount of ['0.00', '-1.00', 'abc', '1.005']) {
      expect((await refund(w, anna, id, amount)).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
    }
    expect((await refund(w, anna, id, '4999.01')).json()).toMatchObject({ code: 400, facts: { refundable: '4999.00' } })
    expect((await refund(w, anna, id, '4000.00')).statusCode).toBe(201)
    expect((await refund(w, anna, id, '999.01')).json()).toMatchObject({ code: 400, facts: { refundable: '999.00' } })
    const foreign = await call(w, anna, 'POST', '/api/refunds/', { order: id, payment: 99, reason: 'x' })
    expect(foreign.json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
    expect((await refund(w, anna, 99_999, '1.00')).statusCode).toBe(404)
    expect([await countOf(w, 'payments.refunds'), await orderState(w, number)]).toEqual([1, 'refunding'])
  })

  test('an unpaid order has nothing to refund, and stays what it is', async () => {
    await using w = await openShopWorld()
    const { id, number } = await anOrder(w)
    const anna = await w.signIn('anna', { role: 'admin' })
    expect((await refund(w, anna, id, '1.00')).json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
    expect([await orderState(w, number), await countOf(w, 'payments.refunds')]).toEqual(['pending', 0])
  })

  test('two people at once: the second waits, and is told what is left', async () => {
    await using w = await openShopWorld()
    const { id, anna } = await aPaidOrder(w)
    const ask = { orderId: id, amountFen: 300_000, reason: 'r', actorId: anna.userId, at: w.deps.now() }
    const race = await whileFirstIsOpen(w, (tx) => refundOrder(tx, ask), () => w.inTx((tx) => refundOrder(tx, ask)))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ status: 'rejected', reason: { key: 'payments.refund_too_much', facts: { refundable: '1999.00' } } })
    expect(await countOf(w, 'payments.refunds')).toBe(1)
  })

  test('one Idempotency-Key makes one refund; shoppers neither make nor see any', async () => {
    await using w = await openShopWorld()
    const { anna, ann, id } = await aPaidOrder(w)
    const send = () => w.app.inject({
      method: 'POST', url: '/api/refunds/', payload: { order: id, amount: '10.00', reason: 'r' },
      headers: { ...anna.headers, 'idempotency-key': 'k1' },
    })
    const [one, two] = await Promise.all([send(), send()])
    expect(one.json()).toEqual(two.json())
    expect(await countOf(w, 'payments.refunds')).toBe(1)
    expect((await refund(w, ann, id, '1.00')).statusCode).toBe(403)
    expect((await call(w, ann, 'GET', '/api/refunds/')).statusCode).toBe(403)
    const suzy = await w.signIn('suzy', { role: 'support' })
    expect((await refund(w, suzy, id, '1.00')).statusCode).toBe(201)
    const listed = await call(w, suzy, 'GET', `/api/refunds/?order_id=${id}&status=pending`)
    expect(listed.json()).toMatchObject({ count: 2, results: [{ amount: '1.00' }, { amount: '10.00' }] })
  })
})

describe('only the company says that money has arrived', () => {
  test('"succeeded" asks it: unknown there is refused, done there is written', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    const { id: refundId } = (await refund(w, anna, id, '20.02')).json()
    expect((await act(w, anna, refundId, 'succeed')).json()).toMatchObject({ code: 400, error_code: 'PAYMENT_VERIFICATION_FAILED' })
    w.advanceMinutes(2)
    await runJob(w, 'finish-refunds') // An amount that ends in .02: the company does it, and its answer is lost.
    expect((await seen(w, anna, refundId)).status).toBe('processing')
    await w.server.desk?.alipay.desk.trouble({ method: 'alipay.trade.fastpay.refund.query', kind: 'http_500', times: 1 })
    expect((await act(w, anna, refundId, 'succeed')).statusCode).toBe(503)
    expect((await act(w, anna, refundId, 'succeed')).json()).toMatchObject({ status: 'succeeded', paid_from: 'alipay', allowed_moves: [] })
    expect(await orderState(w, number)).toBe('paid')
    await expectSound(w)
  })

  test('what it has under way can neither be given up nor paid out by hand', async () => {
    await using w = await openShopWorld()
    const { anna, id } = await aPaidOrder(w)
    const { id: refundId } = (await refund(w, anna, id, '20.98')).json()
    w.advanceMinutes(2)
    await runJob(w, 'finish-refunds')
    expect((await seen(w, anna, refundId)).status).toBe('processing')
    for (const [move, body] of [['fail', { reason: 'x' }], ['pay_out', { reason: 'x', transaction_id: 'B1' }]] as const) {
      expect((await act(w, anna, refundId, move, body)).json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
    }
    expect((await seen(w, anna, refundId)).status).toBe('processing')
  })

  test('a notice that comes before the answer settles it; the answer, a twin and other amounts change nothing', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    const made = (await refund(w, anna, id, '20.00')).json()
    const trade = await w.db.selectFrom('payments.payments').select('trade_id').executeTakeFirstOrThrow()
    const outcome = { status: 'succeeded', amountFen: 2_000, answer: 'notice' } as const
    const notice = {
      kind: 'refund', noticeId: 'n', refundNumber: made.refund_number, tradeNumber: number, tradeId: trade.trade_id ?? '',
      amountFen: 2_000, outcome, appId: null, sellerId: null,
    } as const
    const tell = (over: object = {}) => w.inTx((tx) => takeRefundNotice(tx, { ...notice, ...over }, w.deps.now()))
    expect(await tell({ outcome: { ...outcome, amountFen: 2_001 } })).toBe('refund_asked')
    expect(await tell({ refundNumber: 'R0' })).toBe('unknown_refund')
    expect(await tell({ tradeId: 'other' })).toBe('unknown_refund')
    expect((await seen(w, anna, made.id)).status).toBe('pending')
    expect(await tell()).toBe('refund_settled')
    expect(await Promise.all(Array.from({ length: 8 }, () => tell()))).toEqual(Array.from({ length: 8 }, () => 'repeated'))
    await finishRefundsOf(w)
    expect((await seen(w, anna, made.id)).logs.map((log: { event: string }) => log.event)).toEqual(['make', 'start', 'succeed'])
    expect(await orderState(w, number)).toBe('paid')
    await expectSound(w)
  })
})
