import { expect, test } from 'vitest'
import { Refusal } from '@hearth/kernel/errors'
import { isProviderDown } from '../../platform/provider-faults.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import {
  finishRefunds, refundPayment, refundableFenOf, refundsOfOrder, retryRefund, selectProviderCalls,
  selectRefund, sendRefund,
} from './index.ts'
import { aPaidPayment, aPaidTrade, aPayment, jobsSent, senderOf, simulatorOf } from '../../../tests/support/payments.ts'

function refusalOf(thrown: unknown) {
  return thrown instanceof Refusal ? { key: thrown.key, facts: thrown.facts } : thrown
}

test('a refund of an unpaid order is none; of a paid one it is all that is left, once', async () => {
  await using w = await openWorld()
  const at = w.deps.now()
  const unpaid = await aPayment(w)
  expect(await w.inTx((tx) => refundPayment(tx, { orderId: unpaid.orderId, reason: 'r', at }))).toBe(null)
  const paid = await aPaidPayment(w)
  const part = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 30_000, reason: 'r', at }))
  const rest = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: 'r', at }))
  expect([part?.amountFen, rest?.amountFen]).toEqual([30_000, 70_000])
  expect(rest?.refundNumber).toMatch(/^R20261120100000[A-Z2-9]{10}$/)
  expect(await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: 'r', at }))).toBe(null)
  expect(await w.inTx((tx) => refundableFenOf(tx, paid.orderId))).toBe(0)
  expect(await jobsSent(w, 'send-refund')).toBe(2)
})

test.each([0, -1, 100_001])('a refund of %i fen is refused', async (amountFen) => {
  await using w = await openWorld()
  const paid = await aPaidPayment(w)
  const ask = w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen, reason: 'r', at: w.deps.now() }))
  expect(refusalOf(await ask.catch((thrown: unknown) => thrown)))
    .toEqual({ key: 'payments.refund_too_much', facts: { refundable: '1000.00' } })
  expect(await countOf(w, 'payments.refunds')).toBe(0)
  expect(await jobsSent(w, 'send-refund')).toBe(0)
})

test('two people refunding at once never send back more than was paid', async () => {
  await using w = await openWorld()
  const { orderId } = await aPaidPayment(w)
  const ask = { orderId, amountFen: 60_000, reason: 'r', at: w.deps.now() }
  const written = Promise.withResolvers<void>()
  const mayCommit = Promise.withResolvers<void>()
  const first = w.inTx(async (tx) => {
    const refund = await refundPayment(tx, ask)
    written.resolve()
    await mayCommit.promise
    return refund
  })
  await written.promise
  let isThrough = false
  const rival = w.inTx((tx) => refundPayment(tx, ask)).catch((thrown: unknown) => refusalOf(thrown))
    .finally(() => (isThrough = true))
  await new Promise((go) => setTimeout(go, 200))
  const wasThrough = isThrough
  mayCommit.resolve()
  expect(wasThrough).toBe(false)
  expect((await first)?.amountFen).toBe(60_000)
  expect(await rival).toEqual({ key: 'payments.refund_too_much', facts: { refundable: '400.00' } })
  expect(await countOf(w, 'payments.refunds')).toBe(1)
  expect(await jobsSent(w, 'send-refund')).toBe(1)
})

test('a refund goes to the company once, whoever sends it how often', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: '不要了', at: w.deps.now() }))
  const said = await Promise.all([1, 2, 3].map(() => sendRefund(senderOf(w), refund?.id ?? 0)))
  expect(said).toEqual(['succeeded', 'succeeded', 'succeeded'])
  expect(await selectRefund(w.db, refund?.id ?? 0)).toMatchObject({ state: 'succeeded', succeededAt: w.deps.now() })
  expect(await simulatorOf(w).desk.view(paid.orderNumber)).toMatchObject({
    trade_status: 'TRADE_CLOSED', refunded_amount: '1000.00',
    refunds: [{ out_request_no: refund?.refundNumber, amount: '1000.00', status: 'REFUND_SUCCESS' }],
  })
  const events = await w.db.selectFrom('platform.events').select(['type', 'body']).execute()
  expect(events.filter((event) => event.type === 'payments.refund_succeeded.v1')).toHaveLength(1)
})

test('an answer that is lost is asked for under the same number, and nothing goes back twice', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const refund = await w.inTx((tx) =>
    refundPayment(tx, { orderId: paid.orderId, amountFen: 10_002, reason: 'r', at: w.deps.now() }))
  const id = refund?.id ?? 0
  const fault: unknown = await sendRefund(senderOf(w), id).catch((thrown: unknown) => thrown)
  expect(isProviderDown(fault)).toBe(true)
  expect(await selectRefund(w.db, id)).toMatchObject({ state: 'processing', attempts: 1 })
  expect(await finishRefunds(senderOf(w))).toEqual({ done: 0, failed: 0, skipped: 0 })
  w.advanceMinutes(2)
  expect(await finishRefunds(senderOf(w))).toEqual({ done: 1, failed: 0, skipped: 0 })
  expect(await selectRefund(w.db, id)).toMatchObject({ state: 'succeeded', attempts: 2 })
  const calls = await selectProviderCalls(w.db, refund?.refundNumber ?? '')
  expect(calls.map((call) => [call.action, call.outcome]))
    .toEqual([['refund', 'ProviderDown'], ['find_refund', 'succeeded']])
  expect(await simulatorOf(w).desk.view(paid.orderNumber)).toMatchObject({
    refunded_amount: '100.02', refunds: [{ amount: '100.02' }],
  })
})

test('a call that never reached the company is made again under the same number', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: 'r', at: w.deps.now() }))
  await simulatorOf(w).desk.trouble({ method: 'alipay.trade.refund', kind: 'http_500', times: 1 })
  await expect(sendRefund(senderOf(w), refund?.id ?? 0)).rejects.toMatchObject({ name: 'ProviderDown' })
  expect(await sendRefund(senderOf(w), refund?.id ?? 0)).toBe('succeeded')
  const calls = await selectProviderCalls(w.db, refund?.refundNumber ?? '')
  expect(calls.map((call) => [call.action, call.outcome])).toEqual([
    ['refund', 'ProviderDown'], ['find_refund', 'unknown'], ['refund', 'succeeded'],
  ])
  expect(await simulatorOf(w).desk.view(paid.orderNumber))
    .toMatchObject({ refunds: [{ out_request_no: refund?.refundNumber }] })
})

test('a refund that the company is slow about stays under way until it has arrived', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const refund = await w.inTx((tx) =>
    refundPayment(tx, { orderId: paid.orderId, amountFen: 5_098, reason: 'r', at: w.deps.now() }))
  expect(await sendRefund(senderOf(w), refund?.id ?? 0)).toBe('processing')
  expect(await w.inTx((tx) => refundableFenOf(tx, paid.orderId))).toBe(94_902)
  w.advanceMinutes(2)
  expect(await finishRefunds(senderOf(w))).toEqual({ done: 1, failed: 0, skipped: 0 })
})

const refusing = { refund: async () => ({ status: 'failed', amountFen: 5_000, answer: 'TRADE_HAS_FINISHED' }) as const }

test('a refund that the company refuses fails with its words, frees the money and can be started again', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const at = w.deps.now()
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 5_000, reason: 'r', at }))
  const id = refund?.id ?? 0
  expect(await sendRefund(senderOf(w, refusing), id)).toBe('failed')
  expect(await selectRefund(w.db, id)).toMatchObject({ problem: 'refused', lastAnswer: 'TRADE_HAS_FINISHED' })
  expect(await w.inTx((tx) => refundableFenOf(tx, paid.orderId))).toBe(100_000)
  const { userId: actorId } = await w.signIn('anna', { role: 'admin' })
  await w.inTx((tx) => retryRefund(tx, { refundId: id, actorId, note: '再试一次', at }))
  expect(await selectRefund(w.db, id)).toMatchObject({ state: 'processing', refundNumber: refund?.refundNumber, problem: '' })
  const again = w.inTx((tx) => retryRefund(tx, { refundId: id, actorId, at }))
  expect(refusalOf(await again.catch((thrown: unknown) => thrown))).toMatchObject({ key: 'payments.refund_moved_on' })
  expect(await sendRefund(senderOf(w), id)).toBe('succeeded')
  const moves = await w.db.selectFrom('payments.refund_moves').select(['event', 'from_state', 'to_state', 'actor_id', 'note'])
    .where('refund_id', '=', id).orderBy('id').execute()
  expect(moves.map((move) => [move.event, move.from_state, move.to_state, move.actor_id, move.note])).toEqual([
    ['make', null, 'pending', null, 'r'], ['start', 'pending', 'processing', null, ''],
    ['fail', 'processing', 'failed', null, ''], ['start', 'failed', 'processing', actorId, '再试一次'],
    ['succeed', 'processing', 'succeeded', null, ''],
  ])
})

test('with too little in our account the refund waits, its money reserved, and is sent again under its number', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const at = w.deps.now()
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 5_097, reason: 'r', at }))
  const id = refund?.id ?? 0
  expect(await sendRefund(senderOf(w), id)).toBe('no_balance')
  expect((await selectRefund(w.db, id))?.lastAnswer).toContain('ACQ.SELLER_BALANCE_NOT_ENOUGH')
  expect(await w.inTx((tx) => refundableFenOf(tx, paid.orderId))).toBe(94_903)
  w.advanceMinutes(300)
  expect(await finishRefunds(senderOf(w))).toEqual({ done: 0, failed: 0, skipped: 0 })
  await w.inTx((tx) => retryRefund(tx, { refundId: id, actorId: null, at: w.deps.now() }))
  const full = { refund: async () => ({ status: 'succeeded', amountFen: 5_097, answer: 'fine' }) as const }
  expect(await sendRefund(senderOf(w, full), id)).toBe('succeeded')
  expect((await selectRefund(w.db, id))?.refundNumber).toBe(refund?.refundNumber)
})

test('a failed refund cannot be started again once others have used up what was paid', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidTrade(w)
  const at = w.deps.now()
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 5_000, reason: 'r', at }))
  await sendRefund(senderOf(w, refusing), refund?.id ?? 0)
  await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: 'r', at }))
  const again = w.inTx((tx) => retryRefund(tx, { refundId: refund?.id ?? 0, actorId: null, at }))
  expect(refusalOf(await again.catch((thrown: unknown) => thrown)))
    .toEqual({ key: 'payments.refund_too_much', facts: { refundable: '0.00' } })
  expect((await refundsOfOrder(w.db, paid.orderId)).map((each) => each.state)).toEqual(['failed', 'pending'])
})

test('an answer about another amount is not believed: a person has to look at it', async () => {
  await using w = await openWorld()
  const paid = await aPaidPayment(w)
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: 'r', at: w.deps.now() }))
  const odd = { refund: async () => ({ status: 'succeeded', amountFen: 99_999, answer: 'odd' }) as const }
  expect(await sendRefund(senderOf(w, odd), refund?.id ?? 0)).toBe('abnormal')
  expect(await selectRefund(w.db, refund?.id ?? 0))
    .toMatchObject({ state: 'abnormal', problem: 'amount_differs', lastAnswer: 'odd' })
  expect(await w.inTx((tx) => refundableFenOf(tx, paid.orderId))).toBe(0)
})
