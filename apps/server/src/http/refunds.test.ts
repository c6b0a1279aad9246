import { describe, expect, test } from 'vitest'
import { anOrder, call, finishRefundsOf, levelOf, onSale, openShopWorld, orderState, pay, place, runJob, tradeAt } from '../../tests/support/order-builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { isSound } from '../cli/verify-book.ts'
import { refundOrder, settlePaidTrade, takeRefundNotice } from '../modules/orders/index.ts'
import type { RefundOutcome } from '../modules/payments/index.ts'
import { selectBookFindings } from '../reads/verify-book.sql.ts'

/** Ann's paid order of 4,999.00 and an administrator. */
async function aPaidOrder(w: World) {
  const order = await anOrder(w)
  await pay(w, order.ann, order.number)
  return { ...order, anna: await w.signIn('anna', { role: 'admin' }) }
}

const refund = (w: World, by: SignedIn, order: number, amount?: string) =>
  call(w, by, 'POST', '/api/refunds/', { order, reason: '少发一件', ...(amount ? { amount } : {}) })
const act = (w: World, by: SignedIn, id: number, move: string, body: object = {}) =>
  call(w, by, 'POST', `/api/refunds/${id}/${move}/`, body)
const seen = async (w: World, by: SignedIn, id: number) => (await call(w, by, 'GET', `/api/refunds/${id}/`)).json()

/** Lets the simulated Alipay answer something that it never does by itself. */
function answering(w: World, answers: { refund?: RefundOutcome; findRefund?: RefundOutcome | null }): void {
  const { alipay } = w.deps.payments
  if (alipay && answers.refund) Object.assign(alipay, { refund: async () => answers.refund })
  if (alipay && answers.findRefund !== undefined) Object.assign(alipay, { findRefund: async () => answers.findRefund })
}

const expectSound = async (w: World) => expect(isSound(await selectBookFindings(w.db, 10))).toBe(true)

describe('refunds by hand', () => {
  test('parts add up: refunding while one is under way, as before in between, refunded when all is back', async () => {
    await using w = await openShopWorld()
    const { anna, number, id, fan } = await aPaidOrder(w)
    const first = await refund(w, anna, id, '1000.00')
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
    expect(await tradeAt(w, number)).toMatchObject({ refunded_amount: '1500.00' })
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
    expect((await act(w, anna, refundId, 'ask')).json()).toMatchObject({ status: 'succeeded', problem: true, reason_code: 'paid_twice' })
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

test('the book is read by day, account and order; support does not see it', async () => {
  await using w = await openShopWorld()
  const { anna, ann, number } = await aPaidOrder(w)
  const fan = await onSale(w, { priceFen: 100 })
  w.advanceMinutes(24 * 60)
  const other = (await place(w, ann as never, fan)).json().order_id
  await pay(w, ann, other)
  const read = async (query: string) => (await call(w, anna, 'GET', `/api/money-book/?${query}`)).json()
  expect((await read('')).count).toBe(2)
  expect((await read(`order_number=${number}`)).results).toMatchObject([{ kind: 'receipt', order_number: number }])
  expect([(await read('from=2026-11-21')).count, (await read('to=2026-11-20')).count, (await read('from=2026-11-20&to=2026-11-21')).count])
    .toEqual([1, 1, 2])
  expect([(await read('account=alipay')).count, (await read('account=bank')).count, (await read('kind=fee')).count]).toEqual([2, 0, 0])
  const suzy = await w.signIn('suzy', { role: 'support' })
  for (const path of ['/api/money-book/', '/api/money-book/balances/']) expect((await call(w, suzy, 'GET', path)).statusCode).toBe(403)
})
