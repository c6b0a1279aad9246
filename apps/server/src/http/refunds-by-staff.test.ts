import { describe, expect, test } from 'vitest'
import {
  anOrder, call, finishRefundsOf, openShopWorld, orderState, runJob, tradeAt,
} from '../../tests/support/order-builders.ts'
import { aPaidOrder, act, answering, expectSound, refund, seen } from '../../tests/support/refund-builders.ts'
import { settlePaidTrade } from '../modules/orders/index.ts'
import { selectBookFindings } from '../reads/verify-book.sql.ts'

describe('what a company leaves to a person', () => {
  const refused = { status: 'failed', amountFen: 2_000, answer: 'ACQ.TRADE_HAS_FINISHED' } as const

  test('refused for good: the order waits, is given up with a reason and is again what it was', async () => {
    await using w = await openShopWorld()
    const { anna, ann, id, number } = await aPaidOrder(w)
    await call(w, anna, 'PATCH', `/api/orders/${number}/ship/`, { tracking_number: 'X1' })
    await call(w, ann, 'PATCH', `/api/orders/${number}/confirm_receipt/`, {})
    const before = (await call(w, anna, 'GET', `/api/orders/${number}/`)).json()
    answering(w, { refund: refused, findRefund: null })
    const { id: refundId } = (await refund(w, anna, id, '20.00')).json()
    await finishRefundsOf(w)
    expect(await seen(w, anna, refundId)).toMatchObject({
      status: 'failed', problem: true, reason_code: 'refused', company_answer: 'ACQ.TRADE_HAS_FINISHED',
      allowed_moves: ['start', 'ask', 'pay_out', 'fail'],
    })
    expect(await orderState(w, number)).toBe('refunding')
    const work = async () => (await call(w, anna, 'GET', '/api/payment-work/')).json().refund_problems
    expect([await work(), (await call(w, anna, 'GET', '/api/refunds/?problem=true')).json().count]).toEqual([1, 1])
    expect((await act(w, anna, refundId, 'fail', { reason: '  ' })).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
    expect((await act(w, anna, refundId, 'fail', { reason: '买家不要了' })).json())
      .toMatchObject({ status: 'failed', problem: false, given_up: true, allowed_moves: ['start'] })
    expect([await orderState(w, number), await work()]).toEqual(['completed', 0])
    expect((await call(w, anna, 'GET', `/api/orders/${number}/`)).json().completed_at).toBe(before.completed_at)
    expect((await act(w, anna, refundId, 'fail', { reason: '再来' })).statusCode).toBe(400)
    expect((await act(w, anna, refundId, 'start')).json()).toMatchObject({ status: 'processing', given_up: false, problem: false })
    expect(await orderState(w, number)).toBe('refunding')
    await expectSound(w)
  })

  test('paid out by hand: booked to the account it left, once, and its money is gone', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    answering(w, { refund: { ...refused, amountFen: 499_900, status: 'abnormal', answer: 'ABNORMAL' }, findRefund: null })
    const { id: refundId } = (await refund(w, anna, id)).json()
    await finishRefundsOf(w)
    expect(await seen(w, anna, refundId))
      .toMatchObject({ status: 'processing', problem: true, reason_code: 'abnormal', allowed_moves: ['start', 'ask', 'pay_out'] })
    expect((await act(w, anna, refundId, 'fail', { reason: 'x' })).statusCode).toBe(400)
    expect((await act(w, anna, refundId, 'pay_out', { reason: '卡已注销', transaction_id: ' ' })).statusCode).toBe(400)
    const paid = await act(w, anna, refundId, 'pay_out', { reason: '卡已注销，转账退回', transaction_id: 'ICBC-7788' })
    expect(paid.json()).toMatchObject({ status: 'succeeded', problem: false, paid_from: 'bank', transaction_id: 'ICBC-7788' })
    expect((await act(w, anna, refundId, 'pay_out', { reason: 'x', transaction_id: 'B2' })).statusCode).toBe(400)
    expect(await orderState(w, number)).toBe('refunded')
    const book = (await call(w, anna, 'GET', `/api/money-book/?order_number=${number}`)).json()
    expect(book.results.map((entry: { kind: string; reference: string; operator: string | null; postings: object }) =>
      [entry.kind, entry.operator, entry.postings])).toEqual([
      ['refund', 'anna', [{ account: 'orders', amount: '4999.00' }, { account: 'bank', amount: '-4999.00' }]],
      ['receipt', null, [{ account: 'alipay', amount: '4999.00' }, { account: 'orders', amount: '-4999.00' }]],
    ])
    await expectSound(w)
    answering(w, { findRefund: { status: 'succeeded', amountFen: 499_900, answer: 'after all' } })
    expect((await act(w, anna, refundId, 'ask')).json()).toMatchObject({
      status: 'succeeded', problem: true, reason_code: 'paid_twice', company_answer: 'after all',
    })
    const again = (await act(w, anna, refundId, 'ask')).json()
    expect([again.allowed_moves, again.logs.filter((log: { event: string }) => log.event === 'paid_twice').length])
      .toEqual([['settle_repeat'], 1])
    const held = async () => Object.fromEntries(
      (await selectBookFindings(w.db, 1)).balances.map((each) => [each.account, each.bookedFen]))
    expect(await held(), 'both accounts have paid').toMatchObject({ alipay: 0, bank: -499_900, orders: 499_900 })
    await expectSound(w)
    const settle = (body: object) => act(w, anna, refundId, 'settle_repeat', body)
    expect((await settle({ outcome: 'returned', reason: '买家退回' })).statusCode, 'no number').toBe(400)
    expect((await settle({ outcome: 'returned', transaction_id: 'ICBC-9', reason: '买家退回' })).json()).toMatchObject({
      status: 'succeeded', problem: false, reason_code: null, allowed_moves: [],
    })
    expect(await held()).toMatchObject({ alipay: 0, bank: 0, orders: 0, fees: 0 })
    expect((await settle({ outcome: 'written_off', reason: '再来' })).statusCode).toBe(400)
    expect((await act(w, anna, refundId, 'ask')).json(), 'the company says it once more').toMatchObject({ problem: false })
    expect((await call(w, anna, 'GET', '/api/payment-work/')).json().refund_problems).toBe(0)
    await expectSound(w)
  })

  test('money that went twice and does not come back is written off as a cost', async () => {
    await using w = await openShopWorld()
    const { anna, id } = await aPaidOrder(w)
    answering(w, { refund: { ...refused, amountFen: 499_900, status: 'abnormal', answer: 'ABNORMAL' }, findRefund: null })
    const { id: refundId } = (await refund(w, anna, id)).json()
    await finishRefundsOf(w)
    expect((await act(w, anna, refundId, 'settle_repeat', { outcome: 'written_off', reason: 'x' })).statusCode).toBe(400)
    await act(w, anna, refundId, 'pay_out', { reason: '转账退回', transaction_id: 'ICBC-7788' })
    answering(w, { findRefund: { status: 'succeeded', amountFen: 499_900, answer: 'after all' } })
    await act(w, anna, refundId, 'ask')
    expect((await act(w, anna, refundId, 'settle_repeat', { outcome: 'written_off', reason: '联系不上' })).statusCode).toBe(200)
    const { balances } = await selectBookFindings(w.db, 1)
    expect(Object.fromEntries(balances.map((each) => [each.account, each.bookedFen])))
      .toMatchObject({ alipay: 0, bank: -499_900, orders: 0, fees: 499_900 })
    await expectSound(w)
  })

  test('too little in our account: its money stays reserved, and it goes out again under its number', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    const made = (await refund(w, anna, id, '50.97')).json()
    await finishRefundsOf(w)
    expect(await seen(w, anna, made.id)).toMatchObject({ status: 'processing', problem: true, reason_code: 'no_balance' })
    expect((await refund(w, anna, id, '4949.00')).json()).toMatchObject({ facts: { refundable: '4948.03' } })
    expect((await act(w, anna, made.id, 'start', { reason: '已充值' })).json()).toMatchObject({ status: 'processing', problem: false })
    answering(w, { refund: { status: 'succeeded', amountFen: 5_097, answer: 'fine' } })
    await finishRefundsOf(w)
    expect(await seen(w, anna, made.id)).toMatchObject({ status: 'succeeded', refund_number: made.refund_number })
    expect(await orderState(w, number)).toBe('paid')
  })

  test('given up while it arrived after all: the order is refunded all the same', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    answering(w, { refund: { ...refused, amountFen: 499_900 }, findRefund: null })
    const { id: refundId } = (await refund(w, anna, id)).json()
    await finishRefundsOf(w)
    await act(w, anna, refundId, 'fail', { reason: 'x' })
    expect(await orderState(w, number)).toBe('paid')
    answering(w, { findRefund: { status: 'succeeded', amountFen: 499_900, answer: 'late' } })
    expect((await act(w, anna, refundId, 'ask')).json()).toMatchObject({ status: 'succeeded', given_up: false })
    expect(await orderState(w, number)).toBe('refunded')
    await expectSound(w)
  })

  test('a refund that was never sent is stopped, and nothing is sent afterwards', async () => {
    await using w = await openShopWorld()
    const { anna, id, number } = await aPaidOrder(w)
    const { id: refundId } = (await refund(w, anna, id, '20.00')).json()
    expect((await act(w, anna, refundId, 'fail', { reason: '点错了' })).json()).toMatchObject({ status: 'failed', reason_code: 'stopped', given_up: true })
    await finishRefundsOf(w)
    expect(await tradeAt(w, number)).toMatchObject({ refunded_amount: '0.00' })
    expect(await orderState(w, number)).toBe('paid')
  })
})

describe('by bank', () => {
  test('a person pays it out and says under which number; no job touches it', async () => {
    await using w = await openShopWorld()
    const { ann, id, number } = await anOrder(w)
    const anna = await w.signIn('anna', { role: 'admin' })
    const trade = { method: 'bank', tradeNumber: number, tradeId: 'IN-1', amountFen: 499_900, at: w.deps.now() } as const
    await w.inTx((tx) => settlePaidTrade(tx, trade))
    const made = (await refund(w, anna, id)).json()
    expect(made).toMatchObject({ provider: 'bank', status: 'pending', allowed_moves: ['succeed', 'fail'] })
    w.advanceMinutes(90)
    expect(await runJob(w, 'finish-refunds')).toEqual({ done: 0, failed: 0, skipped: 0 })
    expect((await call(w, anna, 'GET', '/api/payment-work/')).json()).toMatchObject({ bank_refunds: 1 })
    expect((await act(w, anna, made.id, 'ask')).statusCode).toBe(400)
    expect((await act(w, anna, made.id, 'succeed')).statusCode).toBe(400)
    expect((await act(w, ann, made.id, 'succeed', { transaction_id: 'OUT-1' })).statusCode).toBe(403)
    expect((await act(w, anna, made.id, 'succeed', { transaction_id: 'OUT-1' })).json())
      .toMatchObject({ status: 'succeeded', transaction_id: 'OUT-1', paid_from: 'bank' })
    expect(await orderState(w, number)).toBe('refunded')
    const balances = (await call(w, anna, 'GET', '/api/money-book/balances/')).json().balances
    expect(balances.map((each: { balance: string }) => each.balance)).toEqual(Array.from({ length: 6 }, () => '0.00'))
    await expectSound(w)
  })
})
