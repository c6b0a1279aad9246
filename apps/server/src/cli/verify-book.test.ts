import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPaidPayment, aPaidTrade, senderOf } from '../../tests/support/payments.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { keepInSuspense, refundPayment, refundSuspense, sendRefund } from '../modules/payments/index.ts'
import { selectBookFindings } from '../reads/verify-book.sql.ts'
import { findingLines, isSound } from './verify-book.ts'

const LIMIT = 50
const money = {
  provider: 'alipay', tradeNumber: '9'.repeat(20), tradeId: 't9', orderNumber: '9'.repeat(20), orderId: null,
  amountFen: 7_700, reason: 'unknown_order',
} as const

/** Changes rows as nobody but the database's owner can: past the triggers. */
const tamper = (w: World, statement: string) => w.inTx(async (tx) => {
  await sql`set local session_replication_role = replica`.execute(tx)
  for (const each of statement.split(';')) await sql.raw(each).execute(tx)
})

/** A payment of 1,000.00 of which 300.00 went back, and 77.00 in suspense. */
async function someMoney(w: World) {
  const paid = await aPaidTrade(w)
  const at = w.deps.now()
  const refund = await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 30_000, reason: 'r', at }))
  await sendRefund(senderOf(w), refund?.id ?? 0)
  await w.inTx((tx) => keepInSuspense(tx, { ...money, at }))
  return paid
}

test('what was paid, went back and lies in suspense stands in the book, and nothing else', async () => {
  await using w = await openWorld({ listen: true })
  await someMoney(w)
  const found = await selectBookFindings(w.db, LIMIT)
  expect(found.balances.map(({ account, bookedFen }) => [account, bookedFen])).toEqual([
    ['alipay', 77_700], ['bank', 0], ['wechat', 0], ['orders', -70_000], ['suspense', -7_700], ['fees', 0],
  ])
  expect([found.entries, found.faultCount, isSound(found)]).toEqual([3, 0, true])
  expect(findingLines(found).at(-1)).toContain('账目平衡')
})

test.each([
  ['a posting with another amount', `update book.postings set amount_fen = amount_fen + 1 where account = 'orders' and amount_fen < 0`,
    ['支付 1：分录不平', '支付 1：“订单货款 orders”记了 -999.99，应为 -1000.00']],
  ['a balanced entry of another amount', `update book.postings set amount_fen = amount_fen * 2 where entry_id = 1`,
    ['“支付宝 Alipay”记了 2000.00，应为 1000.00', '“订单货款 orders”记了 -2000.00，应为 -1000.00']],
  ['a payment that is not booked', 'delete from book.postings where entry_id = 1; delete from book.entries where id = 1',
    ['支付 1：“支付宝 Alipay”缺少 1000.00 的记账', '支付 1：“订单货款 orders”缺少 -1000.00']],
  ['a refund that is not booked', `delete from book.postings p using book.entries e where e.id = p.entry_id and e.kind = 'refund';
    delete from book.entries where kind = 'refund'`, ['退款 1：“支付宝 Alipay”缺少 -300.00']],
  ['suspense that is not booked', `delete from book.postings p using book.entries e where e.id = p.entry_id and e.kind = 'suspense_receipt';
    delete from book.entries where kind = 'suspense_receipt'`, ['挂账 1：“挂账 suspense”缺少 -77.00']],
  ['a booking without a payment', `delete from payments.payment_moves; delete from payments.refund_moves;
    delete from payments.refunds; delete from payments.payments`, ['支付 1：“支付宝 Alipay”多记了 1000.00', '退款 1']],
  ['a success taken back', `update payments.refunds set state = 'failed', paid_from = null`, ['退款 1：“支付宝 Alipay”多记了 -300.00']],
  ['a posting gone', `delete from book.postings where account = 'suspense'`, ['挂账 1：分录不平，1 行合计 77.00', '各账户合计应为 0，实为 77.00']],
  ['more refunded than paid', 'update payments.payments set amount_fen = 20000', ['支付 1：收款 200.00，退款已达 300.00']],
])('the verifier finds %s', async (_, statement, said) => {
  await using w = await openWorld({ listen: true })
  await someMoney(w)
  await tamper(w, statement)
  const found = await selectBookFindings(w.db, LIMIT)
  expect(isSound(found)).toBe(false)
  const text = findingLines(found).join('\n')
  for (const words of said) expect(text).toContain(words)
  expect(text).toContain('资金账有误')
})

test('more than is listed is counted, and what was refunded out of suspense is balanced', async () => {
  await using w = await openWorld({ listen: true })
  const { tradeId, tradeNumber, orderNumber, orderId } = await aPaidTrade(w)
  const at = w.deps.now()
  const double = { ...money, tradeId: `${tradeId}`, tradeNumber, orderNumber, orderId, amountFen: 100_000, reason: 'double', at } as const
  const refund = await w.inTx(async (tx) => refundSuspense(tx, await keepInSuspense(tx, double), at))
  await sendRefund(senderOf(w), refund.id)
  for (let n = 0; n < 3; n += 1) await aPaidPayment(w)
  expect(isSound(await selectBookFindings(w.db, 2))).toBe(true)
  await tamper(w, 'delete from book.postings; delete from book.entries')
  const found = await selectBookFindings(w.db, 2)
  expect([found.faults.length, found.faultCount]).toEqual([2, 12])
  expect(findingLines(found).join()).toContain('还有 10 处未列出')
  expect(await countOf(w, 'book.entries')).toBe(0)
})
