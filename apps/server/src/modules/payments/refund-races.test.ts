import { expect, test } from 'vitest'
import { aPaidPayment, senderOf } from '../../../tests/support/payments.ts'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { providerDown, providerSaidNo } from '../../platform/provider-faults.ts'
import { giveUpRefund, payOutRefund, refundPayment, refundsOfOrder, retryRefund, selectRefund, sendRefund } from './index.ts'
import type { Payment, Refund } from './index.ts'

const no = { refund: async () => { throw providerSaidNo({ provider: 'alipay', action: 'refund', answer: 'no' }) } }
const down = { refund: async () => { throw providerDown({ provider: 'alipay', action: 'refund', answer: 'lost' }) } }

/** 600.00 of a payment of 1,000.00 that the company refused to send back. */
async function aFailedRefund(w: World): Promise<{ paid: Payment; refund: Refund }> {
  const paid = await aPaidPayment(w)
  const made = await w.inTx((tx) => refundPayment(tx, {
    orderId: paid.orderId, amountFen: 60_000, reason: 'r', at: w.deps.now(),
  }))
  await sendRefund(senderOf(w, no), made?.id ?? 0)
  const refund = await selectRefund(w.db, made?.id ?? 0)
  if (refund?.state !== 'failed') throw new Error('it did not fail')
  return { paid, refund }
}

test('a failed refund that is sent again and a new one: the second waits, and together they stay below what was paid', async () => {
  await using w = await openWorld({ listen: true })
  const { paid, refund } = await aFailedRefund(w)
  const at = w.deps.now()
  const race = await whileFirstIsOpen(w,
    (tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 60_000, reason: 'new', at }),
    () => w.inTx((tx) => retryRefund(tx, { refundId: refund.id, actorId: null, at })))
  expect([race.rivalWaited, race.rival]).toMatchObject([true, { reason: { key: 'payments.refund_too_much' } }])
  expect((await refundsOfOrder(w.db, paid.orderId)).map(({ state }) => state)).toEqual(['failed', 'pending'])
})

test('who pays a refund out by hand, or gives it up, has seen it as it is: a try in between refuses both', async () => {
  await using w = await openWorld({ listen: true })
  const { refund: seen } = await aFailedRefund(w)
  const at = w.deps.now()
  await w.inTx((tx) => retryRefund(tx, { refundId: seen.id, actorId: null, at }))
  await sendRefund(senderOf(w, no), seen.id)
  const now = await selectRefund(w.db, seen.id)
  expect([now?.state, now?.attempts]).toEqual(['failed', seen.attempts + 2])
  const deed = { refundId: seen.id, actorId: null, note: 'n', at }
  const refused = { key: 'payments.refund_moved_on' }
  await expect(w.inTx((tx) => payOutRefund(tx, { ...deed, seen, paidFrom: 'bank', transactionId: 'B1' }))).rejects.toMatchObject(refused)
  await expect(w.inTx((tx) => giveUpRefund(tx, { ...deed, seen }))).rejects.toMatchObject(refused)
  expect(await selectRefund(w.db, seen.id)).toEqual(now)
})

test('a call whose answer was lost is not given up while it may still be on its way', async () => {
  await using w = await openWorld({ listen: true })
  const paid = await aPaidPayment(w)
  const made = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, reason: 'r', at: w.deps.now() }))
  await expect(sendRefund(senderOf(w, down), made?.id ?? 0)).rejects.toMatchObject({ name: 'ProviderDown' })
  const seen = await selectRefund(w.db, made?.id ?? 0) as Refund
  const giveUp = () => w.inTx((tx) => giveUpRefund(tx, { refundId: seen.id, actorId: null, seen, at: w.deps.now() }))
  await expect(giveUp()).rejects.toMatchObject({ key: 'payments.refund_under_way' })
  w.advanceMinutes(1)
  expect(await giveUp()).toMatchObject({ state: 'failed', problem: 'stopped' })
})
