import { expect, test } from 'vitest'
import { anOrder, call, finishRefundsOf, openShopWorld } from '../../tests/support/order-builders.ts'
import { aPaidOrder, act, answering, refund } from '../../tests/support/refund-builders.ts'
import { auditOf } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { matchToOrder } from '../modules/orders/index.ts'
import { giveUpRefund, keepInSuspense, noteNotice, refundSuspense, selectRefund } from '../modules/payments/index.ts'

const said = async (w: World) => (await auditOf(w)).map(({ event, verdict }) => `${String(event)} ${String(verdict)}`)
const NOBODYS = '9'.repeat(22)
const aStray = (w: World, tradeId: string) => w.inTx((tx) => keepInSuspense(tx, {
  provider: 'alipay', tradeNumber: NOBODYS, tradeId, orderNumber: NOBODYS, orderId: null, amountFen: 499_900,
  reason: 'unknown_order', at: w.deps.now(),
}))

test('a refund is noted when it goes out and when it has ended, with numbers only', async () => {
  await using w = await openShopWorld()
  const { anna, id, number } = await aPaidOrder(w)
  const made = (await refund(w, anna, id, '20.00')).json()
  await finishRefundsOf(w)
  expect((await said(w)).slice(0, 4)).toEqual([
    'payment_started page', 'payment_notice settled', 'refund_sent first', 'refund_ended succeeded',
  ])
  const facts = (await auditOf(w)).filter(({ event }) => String(event).startsWith('refund_'))
  expect(facts.at(-1)).toEqual({
    event: 'refund_ended', provider: 'alipay', verdict: 'succeeded', orderNumber: number, tradeNumber: number,
    tradeId: expect.any(String), refundNumber: made.refund_number, amountFen: 2_000, paidFrom: 'alipay', actorId: null,
  })
})

test('a refund that is refused, sent again, paid out by hand and done by the company as well is noted each time', async () => {
  await using w = await openShopWorld()
  const { anna, id } = await aPaidOrder(w)
  const before = (await auditOf(w)).length
  const refused = { status: 'failed', amountFen: 2_000, answer: 'ACQ.TRADE_HAS_FINISHED' } as const
  answering(w, { refund: refused, findRefund: null })
  const { id: refundId } = (await refund(w, anna, id, '20.00')).json()
  await finishRefundsOf(w)
  await act(w, anna, refundId, 'start')
  w.advanceMinutes(2)
  await finishRefundsOf(w)
  await act(w, anna, refundId, 'pay_out', { reason: '转账退回', transaction_id: 'ICBC-7788' })
  answering(w, { findRefund: { status: 'succeeded', amountFen: 2_000, answer: 'after all' } })
  await act(w, anna, refundId, 'ask')
  const facts = (await auditOf(w)).slice(before)
  expect(facts.map(({ event, verdict }) => `${String(event)} ${String(verdict)}`)).toEqual([
    'refund_sent first', 'refund_ended refused', 'refund_sent again', 'refund_ended refused', 'refund_ended succeeded',
    'refund_ended paid_twice',
  ])
  expect(facts[4]).toMatchObject({ paidFrom: 'bank', actorId: anna.userId })
})

test('money in suspense is noted when it is kept and at each move: back, given back, matched', async () => {
  await using w = await openShopWorld()
  const { number } = await anOrder(w)
  const anna = await w.signIn('anna', { role: 'admin' })
  const at = w.deps.now()
  const going = await aStray(w, 'T1')
  const { id: refundId } = await w.inTx((tx) => refundSuspense(tx, going, at))
  const seen = await selectRefund(w.db, refundId)
  if (!seen) throw new Error('no refund')
  await w.inTx((tx) => giveUpRefund(tx, { refundId, seen, actorId: anna.userId, note: '改为匹配', at }))
  await w.inTx((tx) => matchToOrder(tx, { suspenseId: going.id, actorId: anna.userId, note: '找到了', at }, number))
  await aStray(w, 'T1')
  expect((await auditOf(w)).map(({ event, verdict, actorId }) => [event, verdict, actorId ?? null])).toEqual([
    ['suspense_kept', 'unknown_order', null], ['suspense_moved', 'refund', null], ['refund_ended', 'stopped', anna.userId],
    ['suspense_moved', 'give_back', anna.userId], ['suspense_moved', 'match', anna.userId],
  ])
  expect((await auditOf(w))[0]).toEqual({
    event: 'suspense_kept', provider: 'alipay', verdict: 'unknown_order', tradeNumber: NOBODYS, tradeId: 'T1',
    orderNumber: NOBODYS, amountFen: 499_900,
  })
})

test('late money that revives its order is noted with it', async () => {
  await using w = await openShopWorld()
  const { number, ann, id } = await anOrder(w)
  await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
  await call(w, ann, 'PATCH', `/api/orders/${number}/cancel/`, {})
  const before = (await auditOf(w)).length
  const anna = await w.signIn('anna', { role: 'admin' })
  const entry = await w.inTx((tx) => keepInSuspense(tx, {
    provider: 'alipay', tradeNumber: number, tradeId: 'T1', orderNumber: number, orderId: id, amountFen: 499_900,
    reason: 'late', at: w.deps.now(),
  }))
  const revived = await call(w, anna, 'POST', `/api/suspense/${entry.id}/revive/`, { reason: '买家仍要' })
  expect(revived.statusCode).toBe(200)
  expect((await said(w)).slice(before)).toEqual(['suspense_kept late', 'suspense_moved revive'])
})

test('a notice that a person has settled by hand is noted, once', async () => {
  await using w = await openShopWorld()
  const anna = await w.signIn('anna', { role: 'admin' })
  await w.inTx((tx) => noteNotice(tx, {
    provider: 'wechat', noticeId: 'n1', orderNumber: '1', verdict: 'wrong_amount', at: w.deps.now(),
    body: { kind: 'payment', amount_fen: '499899', trade_no: 'T1' },
  }))
  const [found] = (await call(w, anna, 'GET', '/api/payment-cases/')).json().results
  expect(found).toMatchObject({ amount: '4998.99', trade_id: 'T1' })
  for (const _ of [1, 2]) await call(w, anna, 'POST', `/api/payment-cases/${found.id}/close/`, { reason: '已原路退回' })
  expect(await auditOf(w)).toEqual([
    { event: 'case_closed', verdict: 'closed', provider: 'wechat', tradeNumber: '1', actorId: anna.userId },
  ])
})
