import { expect, test } from 'vitest'
import { Refusal } from '@hearth/kernel/errors'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import { keepInSuspense, openSuspense, refundSuspense, reviveSuspense, selectRefund, sendRefund } from './index.ts'
import { aPaidTrade, jobsSent, senderOf, simulatorOf } from '../../../tests/support/payments.ts'

const money = {
  provider: 'alipay', tradeNumber: '20261120000000000001', tradeId: 't1', orderNumber: '20261120000000000001', orderId: 1, amountFen: 100_000,
  reason: 'late',
} as const

test('money is kept once per trade and sent back once, also when sixteen try at once', async () => {
  await using w = await openWorld()
  const at = w.deps.now()
  const refunds = await Promise.all(Array.from({ length: 16 }, () => w.inTx(async (tx) =>
    refundSuspense(tx, await keepInSuspense(tx, { ...money, at }), at))))
  expect(new Set(refunds.map((refund) => refund.refundNumber)).size).toBe(1)
  expect(await countOf(w, 'payments.suspense')).toBe(1)
  expect(await countOf(w, 'payments.refunds')).toBe(1)
  expect(await jobsSent(w, 'send-refund')).toBe(1)
  expect(await openSuspense(w.db)).toEqual([])
})

test('money that revived its order does not go back, and the other way round', async () => {
  await using w = await openWorld()
  const at = w.deps.now()
  const revived = await w.inTx((tx) => keepInSuspense(tx, { ...money, at }))
  expect((await w.inTx((tx) => reviveSuspense(tx, revived, at))).state).toBe('revived')
  const gone = await w.inTx((tx) => keepInSuspense(tx, { ...money, tradeId: 't2', reason: 'double', at }))
  await w.inTx((tx) => refundSuspense(tx, gone, at))
  const keys = await Promise.all([
    w.inTx((tx) => refundSuspense(tx, revived, at)), w.inTx((tx) => reviveSuspense(tx, gone, at)),
  ].map((each) => each.catch((thrown: unknown) => (thrown instanceof Refusal ? thrown.key : thrown))))
  expect(keys).toEqual(['payments.suspense_settled', 'payments.suspense_settled'])
  expect(await countOf(w, 'payments.refunds')).toBe(1)
})

test('when the company has sent it back, the entry is closed', async () => {
  await using w = await openWorld({ listen: true })
  const at = w.deps.now()
  const { orderNumber, orderId, tradeId } = await aPaidTrade(w)
  const kept = { ...money, tradeNumber: orderNumber, orderNumber, orderId, tradeId: tradeId ?? '', reason: 'double', at } as const
  const refund = await w.inTx(async (tx) => refundSuspense(tx, await keepInSuspense(tx, kept), at))
  expect(await sendRefund(senderOf(w), refund.id)).toBe('succeeded')
  expect(await selectRefund(w.db, refund.id)).toMatchObject({ state: 'succeeded', paymentId: null })
  expect((await w.inTx((tx) => keepInSuspense(tx, kept))).state).toBe('refunded')
  expect(await simulatorOf(w).desk.view(orderNumber)).toMatchObject({ refunded_amount: '1000.00' })
})
