import { describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aPaidPayment } from '../../../tests/support/payments.ts'
import { anOrder, atAlipay, call, openShopWorld, orderState } from '../../../tests/support/order-builders.ts'
import { expectSound } from '../../../tests/support/refund-builders.ts'
import { DAY, NEXT_MORNING, aRefundAt, aTradeAt, billsAt, compareDay, openCases } from '../../../tests/support/reconciliation.ts'
import { auditOf, countOf, openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { expireUnpaidOrders } from '../orders/index.ts'
import type { BillLine } from '../payments/index.ts'
import { settlePayment } from '../payments/index.ts'
import { reconcilerOf } from '../../http/reconciler.ts'
import { refundSenderOf } from '../../http/refund-sender.ts'
import { applyCase, dismissCase, reconcileDay, reconcileDueDays, selectCases, selectRuns } from './index.ts'

const applier = (w: World) =>
  ({ ...w.deps, refunds: { ...refundSenderOf(w.deps), settle: undefined } })

async function applyAll(w: World, provider: 'alipay' | 'wechat') {
  const { userId: actorId } = await w.signIn('boss', { role: 'admin' })
  const { rows } = await selectCases(w.db, { provider, day: null, state: 'open' }, { limit: 100, offset: 0 })
  const results: string[] = []
  for (const { id } of rows) results.push((await applyCase(applier(w), { caseId: id, actorId })).result)
  return results
}

async function feesBooked(w: World) {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(amount_fen), 0)::bigint as fen from book.postings
    where account = 'fees'`.execute(w.db)
  return rows[0]?.fen
}

describe.each(['alipay', 'wechat'] as const)('%s', (company) => {
  test('a day on which both sides agree has no case, its bill is kept and its fees are booked, once', async () => {
    await using w = await openWorld({ listen: true })
    const payment = await aTradeAt(w, company)
    await aRefundAt(w, payment, 30_000)
    w.setNow(NEXT_MORNING)
    for (const _ of [1, 2]) {
      expect(await compareDay(w, company)).toMatchObject({
        state: 'compared', day: DAY, paymentCount: 1, paymentFen: 100_000, refundCount: 1, refundFen: 30_000, feeFen: 420,
        differenceCount: 0, hash: expect.any(String),
      })
      expect(await openCases(w, company)).toEqual([])
      expect(await feesBooked(w)).toBe(420)
    }
    const counts = ['bills', 'bill_lines', 'runs'].map((table) => countOf(w, `reconciliation.${table}` as never))
    expect(await Promise.all(counts)).toEqual([1, 2, 2])
  })

  test('what a bill has wrong becomes cases, and applying them makes the next comparison clean', async () => {
    await using w = await openWorld({ listen: true })
    const first = await aTradeAt(w, company, { amountFen: 50_000 })
    await aTradeAt(w, company, { amountFen: 60_000 })
    await aTradeAt(w, company, { amountFen: 70_000 })
    await aRefundAt(w, first, 10_000)
    w.setNow(NEXT_MORNING)
    for (const kind of ['missing_line', 'extra_line', 'wrong_amount', 'wrong_fee', 'refund_missing'] as const) {
      await billsAt(w, company).plant(DAY, kind)
    }
    expect(await compareDay(w, company)).toMatchObject({ state: 'compared', differenceCount: 5 })
    expect(await openCases(w, company)).toEqual(expect.arrayContaining([
      ['company_payment', 12_345, null, 'suspense'], ['our_payment', null, 50_000, 'ask_company'],
      ['our_refund', null, 10_000, 'ask_company'], ['payment_amount', 60_001, 60_000, 'correct'],
      ['fee', 174, 74, 'book_fee'],
    ]))
    const agreedFen = await feesBooked(w)
    expect((await applyAll(w, company)).sort())
      .toEqual(['company_confirms', 'company_confirms', 'corrected', 'fee_booked', 'unknown_order'])
    expect(await w.db.selectFrom('payments.suspense').select(['amount_fen', 'state']).execute())
      .toEqual([{ amount_fen: 12_345, state: 'open' }])
    // The fee that was more than agreed is booked now, and a fen of correction leaves the same account.
    expect(await feesBooked(w)).toBe((agreedFen ?? 0) + 100 - 1)
    await compareDay(w, company)
    expect(await openCases(w, company)).toEqual([])
  })
})

test('what one side dates before midnight and the other after it is no difference once both days are compared', async () => {
  await using w = await openWorld({ listen: true })
  w.setNow('2026-11-20T15:59:59Z')
  const payment = await aTradeAt(w, 'wechat', { isKnown: false })
  const tradeId = (await w.deps.payments.wechat?.find(payment.tradeNumber))?.tradeId ?? ''
  w.setNow('2026-11-20T16:00:03Z')
  await w.inTx((tx) => settlePayment(tx, { payment, tradeId, amountFen: 100_000, at: w.deps.now() }))
  w.setNow('2026-11-22T02:30:00Z')
  await aTradeAt(w, 'wechat')
  await w.db.updateTable('sim.wechat_pay_trades' as never).set({ paid_at: new Date('2026-11-20T17:00:00Z') } as never)
    .where('out_trade_no' as never, '<>', payment.tradeNumber as never).execute()
  expect(await compareDay(w, 'wechat', '2026-11-21')).toMatchObject({ differenceCount: 1 })
  expect(await openCases(w, 'wechat')).toEqual([['our_payment', null, 100_000, 'ask_company']])
  expect(await compareDay(w, 'wechat', DAY)).toMatchObject({ differenceCount: 0 })
  expect(await openCases(w, 'wechat')).toEqual([])
})

test('a bill of twenty thousand lines is compared in a few statements', async () => {
  await using w = await openWorld({ listen: true })
  const { userId } = await w.signIn('ann')
  const at = new Date('2026-11-20T02:00:00Z')
  await sql`insert into payments.payments (order_id, order_number, user_id, method, amount_fen, state, trade_id, expires_at,
      created_at, updated_at)
    select n, n::text, ${userId}, 'wechat', 10000, 'succeeded', 'T' || n, ${at}, ${at}, ${at}
    from generate_series(1, 20000) as n`.execute(w.db)
  // As autovacuum does.
  await sql`analyze payments.payments`.execute(w.db)
  const lines = Array.from({ length: 20_000 }, (_, n): BillLine => ({
    kind: 'payment', tradeNumber: `${n + 1}_1`, tradeId: `T${n + 1}`, refundNumber: null, amountFen: n === 7 ? 9_999 : 10_000, feeFen: 60, at,
  }))
  const { wechat } = w.deps.payments
  const bill = { day: DAY, lines, file: Buffer.from('x'), hash: 'x' }
  const payments = { alipay: null, wechat: wechat && { ...wechat, fetchBill: async () => bill } }
  const reconciler = reconcilerOf({ ...w.deps, payments })
  w.setNow(NEXT_MORNING)
  const sent = await w.statements(async () => {
    expect(await reconcileDay(reconciler, { provider: 'wechat', day: DAY, actorId: null }))
      .toMatchObject({ paymentCount: 20_000, differenceCount: 1, feeFen: 1_200_000 })
  })
  expect(sent).toBeLessThan(30)
})

test('money that only the company knows of pays its attempt, when the company says so too', async () => {
  await using w = await openWorld({ listen: true })
  await aTradeAt(w, 'wechat', { isKnown: false })
  w.setNow(NEXT_MORNING)
  await compareDay(w, 'wechat')
  expect(await openCases(w, 'wechat')).toEqual([['company_payment', 100_000, null, 'settle']])
  // The attempt's order is gone, so the money waits without one; either way it is ours to answer for.
  expect(await applyAll(w, 'wechat')).toEqual(['unknown_order'])
  expect(await compareDay(w, 'wechat')).toMatchObject({ differenceCount: 0 })
})

test.each([['in time', 'settled', 'paid'], ['after its time', 'revived', 'paid']] as const)(
  'an order that was paid %s without our hearing of it is found by the bill, applied and %s', async (when, verdict, state) => {
    await using w = await openShopWorld()
    const { ann, number } = await anOrder(w)
    await call(w, ann, 'GET', `/api/orders/${number}/payment/`)
    await atAlipay(w, number, 'pay_without_notice')
    w.setNow(NEXT_MORNING)
    // The trade cannot be closed at the company any more; asking it there is what finds the money otherwise.
    if (when === 'after its time') {
      const { alipay } = w.deps.payments
      const down = { ...w.deps, payments: { ...w.deps.payments, alipay: null } }
      await expireUnpaidOrders(down)
      expect([await orderState(w, number), alipay?.name]).toEqual(['cancelled', 'alipay'])
    }
    expect(await compareDay(w, 'alipay')).toMatchObject({ differenceCount: 1 })
    expect(await openCases(w, 'alipay')).toEqual([['company_payment', 499_900, null, 'settle']])
    expect(await applyAll(w, 'alipay')).toEqual([verdict])
    expect(await orderState(w, number)).toBe(state)
    const facts = (await auditOf(w)).map((fact) => `${String(fact.event)} ${String(fact.verdict)}`)
    expect(facts.slice(-2)).toEqual([`payment_settled ${verdict}`, `difference_ended ${verdict}`])
    expect(await compareDay(w, 'alipay')).toMatchObject({ differenceCount: 0 })
    await expectSound(w)
  })

test('what the company denies changes nothing, a case is dealt with once, and a reason closes it', async () => {
  await using w = await openWorld({ listen: true })
  const { userId: actorId } = await w.signIn('boss', { role: 'admin' })
  await aTradeAt(w, 'wechat')
  await aPaidPayment(w, { method: 'wechat', amountFen: 5_000 })
  w.setNow(NEXT_MORNING)
  expect(await compareDay(w, 'wechat')).toMatchObject({ differenceCount: 1 })
  const { rows: [found] } = await selectCases(w.db, { provider: 'wechat', day: DAY, state: 'open' }, { limit: 1, offset: 0 })
  const caseId = found?.id ?? 0
  const entries = await countOf(w, 'book.entries')
  await expect(applyCase(applier(w), { caseId, actorId })).rejects.toMatchObject({ key: 'reconciliation.company_denies' })
  expect(await countOf(w, 'book.entries')).toBe(entries)
  const said = { caseId, reason: '测试数据', actorId, at: w.deps.now() }
  expect(await w.inTx((tx) => dismissCase(tx, said))).toMatchObject({ state: 'dismissed', note: '测试数据' })
  await expect(w.inTx((tx) => dismissCase(tx, said))).rejects.toMatchObject({ key: 'reconciliation.case_closed' })
  await expect(applyCase(applier(w), { caseId, actorId })).rejects.toMatchObject({ key: 'reconciliation.case_closed' })
  await compareDay(w, 'wechat')
  expect(await openCases(w, 'wechat')).toEqual([])
})

test('a bill that cannot be had or believed ends the run and changes nothing; the job tries again', async () => {
  await using w = await openWorld({ listen: true })
  await aTradeAt(w, 'wechat')
  await expect(compareDay(w, 'wechat')).rejects.toMatchObject({ key: 'reconciliation.day_not_over' })
  w.setNow('2026-11-21T01:00:00Z')
  expect(await compareDay(w, 'wechat')).toMatchObject({ state: 'no_bill', finishedAt: w.deps.now() })
  w.setNow(NEXT_MORNING)
  await billsAt(w, 'wechat').plant(DAY, 'wrong_hash')
  expect(await reconcileDueDays(reconcilerOf(w.deps))).toEqual({ done: 0, failed: 1, skipped: 5 })
  expect(await countOf(w, 'book.entries')).toBe(1)
  await billsAt(w, 'wechat').clear(DAY)
  expect(await reconcileDueDays(reconcilerOf(w.deps))).toEqual({ done: 1, failed: 0, skipped: 5 })
  expect(await reconcileDueDays(reconcilerOf(w.deps))).toEqual({ done: 0, failed: 0, skipped: 5 })
})

test('days on which nobody could ask are made up for, back to the first that was compared', async () => {
  await using w = await openWorld({ listen: true })
  await aTradeAt(w, 'wechat')
  w.setNow(NEXT_MORNING)
  await compareDay(w, 'wechat')
  w.setNow('2026-11-21T16:30:00Z')
  await aTradeAt(w, 'wechat', { amountFen: 20_000 })
  w.setNow('2026-11-30T02:30:00Z')
  await reconcileDueDays(reconcilerOf(w.deps))
  const daysOf = async (provider: 'alipay' | 'wechat') =>
    (await selectRuns(w.db, { provider, day: null }, { limit: 100, offset: 0 })).rows.map((run) => run.day).toReversed()
  expect(await daysOf('wechat')).toEqual([DAY, ...Array.from({ length: 9 }, (_, n) => `2026-11-${21 + n}`)])
  expect(await daysOf('alipay')).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
  const made = await selectRuns(w.db, { provider: 'wechat', day: '2026-11-22' }, { limit: 1, offset: 0 })
  expect(made.rows).toMatchObject([{ state: 'compared', paymentCount: 1, paymentFen: 20_000 }])
  // Those without a bill are done; those of the last days may still get one.
  await reconcileDueDays(reconcilerOf(w.deps))
  expect((await daysOf('wechat')).slice(10)).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
})
