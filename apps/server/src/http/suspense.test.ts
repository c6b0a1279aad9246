import { describe, expect, test } from 'vitest'
import { aBuyer, anOrder, call, finishRefundsOf, levelOf, openShopWorld, orderState, place } from '../../tests/support/order-builders.ts'
import { aPayment } from '../../tests/support/payments.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { isSound } from '../cli/verify-book.ts'
import { cancelOrder, matchToOrder, settlePaidTrade } from '../modules/orders/index.ts'
import { keepInSuspense, noteNotice, paymentsOfOrder, refundSuspense } from '../modules/payments/index.ts'
import { selectBookFindings } from '../reads/verify-book.sql.ts'

const NOBODYS = '9'.repeat(22)

/** Money under a number that nobody knows. */
const aStray = (w: World, amountFen = 499_900) => w.inTx((tx) => keepInSuspense(tx, {
  provider: 'alipay', tradeNumber: NOBODYS, tradeId: 'T9', orderNumber: NOBODYS, orderId: null, amountFen,
  reason: 'unknown_order', at: w.deps.now(),
}))
const act = (w: World, by: SignedIn, id: number, move: string, body: object = { reason: '核对过流水' }) =>
  call(w, by, 'POST', `/api/suspense/${id}/${move}/`, body)
const expectSound = async (w: World) => expect(isSound(await selectBookFindings(w.db, 10))).toBe(true)

/** A refund of it that the company refuses for good and a person gives up. */
async function refusedRefund(w: World, by: SignedIn, suspenseId: number) {
  const { alipay } = w.deps.payments
  Object.assign(alipay ?? {}, { refund: async () => ({ status: 'failed', amountFen: 0, answer: 'NO' }), findRefund: async () => null })
  await finishRefundsOf(w)
  const { refund } = (await call(w, by, 'GET', `/api/suspense/${suspenseId}/`)).json()
  await call(w, by, 'POST', `/api/refunds/${refund}/fail/`, { reason: '改为人工处理' })
  return refund as number
}

describe('money under a number that nobody knows', () => {
  test('is listed with its age, overdue after some days, and is never sent anywhere by itself', async () => {
    await using w = await openShopWorld({ env: { SUSPENSE_DAYS: '2' } })
    const anna = await w.signIn('anna', { role: 'admin' })
    const { id } = await aStray(w, 100)
    w.advanceMinutes(47 * 60)
    const read = async () => (await call(w, anna, 'GET', '/api/suspense/?status=open&provider=alipay')).json()
    expect((await read()).results).toMatchObject([{
      id, amount: '1.00', reason: 'unknown_order', status: 'open', order: null, order_number: NOBODYS, trade_id: 'T9', age_days: 1,
      is_overdue: false, allowed_moves: ['refund', 'match'], logs: [{ event: 'keep', from: null, to: 'open', operator: null }],
    }])
    w.advanceMinutes(2 * 60)
    await finishRefundsOf(w)
    expect((await read()).results).toMatchObject([{ age_days: 2, is_overdue: true }])
    expect((await call(w, anna, 'GET', '/api/payment-work/')).json()).toMatchObject({ open_suspense: 1, overdue_suspense: 1 })
    expect((await call(w, anna, 'GET', `/api/suspense/?order_number=${NOBODYS}`)).json().count).toBe(1)
    expect((await call(w, anna, 'GET', '/api/suspense/?provider=bank')).json().count).toBe(0)
  })

  test('a person finds its order: paid, booked, written down; the same notice again changes nothing', async () => {
    await using w = await openShopWorld()
    const { number, id: orderId, fan } = await anOrder(w)
    const anna = await w.signIn('anna', { role: 'support' })
    const { id } = await aStray(w)
    const matched = await act(w, anna, id, 'match', { order_number: number, reason: '买家抄错了单号' })
    expect(matched.json()).toMatchObject({
      status: 'matched', order: orderId, order_number: NOBODYS, allowed_moves: [],
      logs: [{ event: 'keep' }, { event: 'match', operator: 'anna', note: '买家抄错了单号' }],
    })
    expect(await orderState(w, number)).toBe('paid')
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 5, held_qty: 1 })
    const [paid] = (await paymentsOfOrder(w.db, orderId)).filter((each) => each.state === 'succeeded')
    expect(paid).toMatchObject({ tradeId: 'T9', tradeNumber: NOBODYS, amountFen: 499_900 })
    const trade = { method: 'alipay', tradeNumber: NOBODYS, tradeId: 'T9', amountFen: 499_900 } as const
    expect(await w.inTx((tx) => settlePaidTrade(tx, { ...trade, at: w.deps.now() }))).toBe('repeated')
    expect((await act(w, anna, id, 'refund')).json()).toMatchObject({ code: 400, facts: { state: 'matched' } })
    const { balances } = (await call(w, await w.signIn('root', { role: 'admin' }), 'GET', '/api/money-book/balances/')).json()
    expect(balances).toMatchObject([
      { account: 'alipay', balance: '4999.00' }, { account: 'bank', balance: '0.00' }, { account: 'wechat', balance: '0.00' },
      { account: 'orders', balance: '-4999.00' }, { account: 'suspense', balance: '0.00' }, { account: 'fees', balance: '0.00' },
    ])
    await expectSound(w)
  })

  test('only a pending order of exactly its amount: a fen off, a paid and an unknown one are refused clearly', async () => {
    await using w = await openShopWorld()
    const { number } = await anOrder(w)
    const anna = await w.signIn('anna', { role: 'admin' })
    const { id } = await aStray(w, 499_899)
    const off = await act(w, anna, id, 'match', { order_number: number, reason: 'x' })
    expect(off.json()).toMatchObject({ code: 400, facts: { amount: '4998.99', due: '4999.00', status: 'pending' } })
    expect(off.json().message).toContain('这笔钱 4998.99 元，那张订单应付 4999.00 元')
    await w.inTx((tx) => settlePaidTrade(tx, { method: 'alipay', tradeNumber: number, tradeId: 'T1', amountFen: 499_900, at: w.deps.now() }))
    expect((await act(w, anna, id, 'match', { order_number: number, reason: 'x' })).json()).toMatchObject({ facts: { status: 'paid' } })
    expect((await act(w, anna, id, 'match', { order_number: '8'.repeat(22), reason: 'x' })).statusCode).toBe(404)
    expect((await act(w, anna, id, 'match', { order_number: number, reason: ' ' })).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
    expect((await act(w, anna, id, 'revive')).statusCode).toBe(400)
    expect((await act(w, anna, 999, 'refund')).statusCode).toBe(404)
    expect((await call(w, anna, 'GET', `/api/suspense/${id}/`)).json()).toMatchObject({ status: 'open' })
    await expectSound(w)
  })

  test('two people at once use it for one order only', async () => {
    await using w = await openShopWorld()
    const { number, ann, fan } = await anOrder(w)
    const other = (await place(w, ann, fan)).json().order_id
    const anna = await w.signIn('anna', { role: 'admin' })
    const { id } = await aStray(w)
    const deed = { suspenseId: id, actorId: anna.userId, note: 'x', at: w.deps.now() }
    const race = await whileFirstIsOpen(w, (tx) => matchToOrder(tx, deed, number), () =>
      w.inTx((tx) => matchToOrder(tx, deed, other)))
    expect([race.rivalWaited, race.rival]).toMatchObject([true, { status: 'rejected', reason: { key: 'payments.suspense_settled' } }])
    expect([await orderState(w, number), await orderState(w, other)]).toEqual(['paid', 'pending'])
    await expectSound(w)
  })

  test('sent back by a person, once per key; shoppers see none of it', async () => {
    await using w = await openShopWorld()
    const [anna, ann] = [await w.signIn('anna', { role: 'admin' }), await aBuyer(w, 'ann')]
    const { id } = await aStray(w)
    const send = () => w.app.inject({
      method: 'POST', url: `/api/suspense/${id}/refund/`, payload: { reason: '付款人要求退回' },
      headers: { ...anna.headers, 'idempotency-key': 'k' },
    })
    const answers = await Promise.all([send(), send()])
    expect(answers.map((answer) => answer.json().status)).toEqual(['refunding', 'refunding'])
    expect(await countOf(w, 'payments.refunds')).toBe(1)
    expect((await act(w, anna, id, 'refund')).statusCode).toBe(400)
    for (const path of ['/api/suspense/', `/api/suspense/${id}/`, '/api/payment-cases/', '/api/payment-work/']) {
      expect((await call(w, ann, 'GET', path)).statusCode).toBe(403)
    }
  })
})

describe('late money', () => {
  async function lateMoney(w: World) {
    const order = await anOrder(w, { onHandQty: 1 })
    const at = w.deps.now()
    await w.inTx((tx) => cancelOrder(tx, { orderId: order.id, actorId: null, by: 'buyer', reason: '', note: '', at }))
    const trade = { method: 'alipay', tradeNumber: order.number, tradeId: 'T1', amountFen: 499_900, at } as const
    expect(await w.inTx((tx) => settlePaidTrade(tx, trade))).toBe('refunded')
    const { id } = await w.db.selectFrom('payments.suspense').select('id').executeTakeFirstOrThrow()
    return { ...order, suspenseId: id, anna: await w.signIn('anna', { role: 'admin' }) }
  }

  test('whose refund was given up waits again, and revives its order when its stock is there', async () => {
    await using w = await openShopWorld()
    const { anna, suspenseId, number, fan } = await lateMoney(w)
    expect((await act(w, anna, suspenseId, 'revive')).statusCode).toBe(400)
    const refundId = await refusedRefund(w, anna, suspenseId)
    expect((await call(w, anna, 'GET', `/api/suspense/${suspenseId}/`)).json()).toMatchObject({ status: 'open', allowed_moves: ['refund', 'revive'] })
    const revived = await act(w, anna, suspenseId, 'revive', { reason: '与买家电话确认继续购买' })
    expect(revived.json()).toMatchObject({ status: 'revived', logs: [{ event: 'keep' }, { event: 'refund' }, { event: 'give_back' }, { event: 'revive', operator: 'anna' }] })
    expect(await orderState(w, number)).toBe('paid')
    expect(await levelOf(w, fan.skuId)).toEqual({ on_hand_qty: 1, held_qty: 1 })
    expect((await call(w, anna, 'POST', `/api/refunds/${refundId}/start/`, {})).statusCode).toBe(400)
    await expectSound(w)
  })

  test('whose refund was given up is not used by itself either when the company tells of it again', async () => {
    await using w = await openShopWorld()
    const { ann, fan, number, id } = await anOrder(w, { onHandQty: 1 })
    const [bob, anna] = [await aBuyer(w, 'bob'), await w.signIn('anna', { role: 'admin' })]
    await w.inTx((tx) => cancelOrder(tx, { orderId: id, actorId: ann.userId, by: 'timeout', reason: '', note: '', at: w.deps.now() }))
    const rival = (await place(w, bob, fan)).json().order_id
    const hear = () => w.inTx((tx) => settlePaidTrade(tx, {
      method: 'alipay', tradeNumber: number, tradeId: 'T-late', amountFen: 499_900, at: w.deps.now(),
    }))
    expect(await hear()).toBe('refunded')
    await refusedRefund(w, anna, 1)
    await call(w, bob, 'PATCH', `/api/orders/${rival}/cancel/`, {})
    expect(await hear()).toBe('refunded')
    expect([await orderState(w, number), await levelOf(w, fan.skuId)]).toEqual(['cancelled', { on_hand_qty: 1, held_qty: 0 }])
    expect((await call(w, anna, 'GET', '/api/suspense/1/')).json()).toMatchObject({ status: 'open', allowed_moves: ['refund', 'revive'] })
  })

  test('cannot revive an order whose stock is gone; it goes back under the same number', async () => {
    await using w = await openShopWorld()
    const { anna, suspenseId, fan, number } = await lateMoney(w)
    await place(w, await aBuyer(w, 'bob'), fan)
    const refundId = await refusedRefund(w, anna, suspenseId)
    expect((await act(w, anna, suspenseId, 'revive')).json()).toMatchObject({ code: 400, error_code: 'BUSINESS_ERROR' })
    expect(await orderState(w, number)).toBe('cancelled')
    expect((await act(w, anna, suspenseId, 'refund')).json()).toMatchObject({ status: 'refunding', refund: refundId })
    Object.assign(w.deps.payments.alipay ?? {}, { refund: async () => ({ status: 'succeeded', amountFen: 499_900, answer: 'ok' }) })
    await finishRefundsOf(w)
    expect((await call(w, anna, 'GET', `/api/suspense/${suspenseId}/`)).json()).toMatchObject({ status: 'refunded' })
    expect(await countOf(w, 'payments.refunds')).toBe(1)
    await expectSound(w)
  })
})

test('a revived order stands in the book once, though its money came through suspense', async () => {
  await using w = await openShopWorld()
  const { id, number } = await anOrder(w)
  const at = w.deps.now()
  await w.inTx((tx) => cancelOrder(tx, { orderId: id, actorId: null, by: 'timeout', reason: '', note: '', at }))
  const trade = { method: 'alipay', tradeNumber: number, tradeId: 'T1', amountFen: 499_900, at } as const
  expect(await w.inTx((tx) => settlePaidTrade(tx, trade))).toBe('revived')
  const kinds = await w.db.selectFrom('book.entries').select('kind').orderBy('id').execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(['suspense_receipt', 'revive'])
  await expectSound(w)
})

test('a notice of another amount is a case until a person closes it with a reason', async () => {
  await using w = await openShopWorld()
  const anna = await w.signIn('anna', { role: 'support' })
  const note = (noticeId: string, verdict: string) => w.inTx((tx) => noteNotice(tx, {
    provider: 'alipay', noticeId, orderNumber: '1', verdict, body: { trade_no: 'T1', total_amount: '10.00', sign: 'x' }, at: w.deps.now(),
  }))
  await note('n1', 'wrong_amount')
  await note('n2', 'settled')
  await note('n3', 'wrong_app')
  const read = async (query = '') => (await call(w, anna, 'GET', `/api/payment-cases/${query}`)).json()
  const { results } = await read('?open=true')
  expect(results).toMatchObject([{ verdict: 'wrong_app' }, { verdict: 'wrong_amount', amount: '10.00', trade_id: 'T1', closed_at: null }])
  expect(JSON.stringify(results)).not.toContain('"sign":"x"')
  const [, wrong] = results
  const close = (id: number, reason: string) => call(w, anna, 'POST', `/api/payment-cases/${id}/close/`, { reason })
  expect((await close(wrong.id, ' ')).json()).toMatchObject({ error_code: 'VALIDATION_ERROR' })
  expect((await close(wrong.id, '已在支付宝后台退回')).json()).toMatchObject({ closed_by: 'anna', closed_reason: '已在支付宝后台退回' })
  expect((await close(wrong.id, 'again')).statusCode).toBe(400)
  const settled = await w.db.selectFrom('payments.notices').select('id').where('verdict', '=', 'settled').executeTakeFirstOrThrow()
  expect((await close(settled.id, 'x')).statusCode).toBe(404)
  expect([(await read('?open=true')).count, (await read('?open=false')).count, (await read()).count]).toEqual([1, 1, 2])
  expect((await call(w, anna, 'GET', '/api/payment-work/')).json()).toMatchObject({ open_cases: 1 })
})

test('a case is found by the number of its order, also when the company knows the trade by another number', async () => {
  await using w = await openShopWorld()
  const anna = await w.signIn('anna', { role: 'support' })
  const { orderId, orderNumber, tradeNumber } = await aPayment(w, { method: 'wechat' })
  expect(tradeNumber).not.toBe(orderNumber)
  const note = (noticeId: string, number: string) => w.inTx((tx) => noteNotice(tx, {
    provider: 'wechat', noticeId, orderNumber: number, verdict: 'wrong_amount', body: { amount_fen: '9901' }, at: w.deps.now(),
  }))
  await note('n1', tradeNumber)
  await note('n2', '77')
  const read = async (query: string) => (await call(w, anna, 'GET', `/api/payment-cases/?order_number=${query}`)).json().results
  expect(await read(orderNumber)).toMatchObject([{ order: orderId, order_number: orderNumber, amount: '99.01' }])
  expect(await read(tradeNumber)).toHaveLength(1)
  expect(await read('77')).toMatchObject([{ order: null, order_number: '77' }])
})

test('what a rule has sent back is not sent twice by hand', async () => {
  await using w = await openShopWorld()
  const anna = await w.signIn('anna', { role: 'admin' })
  const entry = await aStray(w)
  await w.inTx((tx) => refundSuspense(tx, entry, w.deps.now()))
  expect((await act(w, anna, entry.id, 'refund')).json()).toMatchObject({ code: 400, facts: { state: 'refunding' } })
  expect(await countOf(w, 'payments.refunds')).toBe(1)
})
