import { expect, test } from 'vitest'
import type { CashierView } from '@hearth/contracts/cashier'
import { payResultOf } from './pay-result.ts'
import type { PayResult, Said } from './pay-result.ts'

const NOW = new Date('2026-11-20T06:00:00Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
type Attempt = CashierView['attempts'][number]

const begun: Attempt = {
  id: 1, method: 'alipay', status: 'processing', created_at: at(-1), updated_at: at(-1), expires_at: at(9), reason: '', proof: null,
}
const order = (over: Partial<CashierView> = {}): CashierView => ({
  order_id: 1, order_number: '2026112000000001', amount: '4299.00', status: 'pending', expires_at: at(9), attempts: [begun],
  bank_account: null, late_money: null, ...over,
})
const late = { status: 'on_its_way', amount: '4299.00' } as const

test.each<[string, Said | null, CashierView | null, PayResult]>([
  ['nothing to go by', null, null, 'unknown'],
  ['an order that is not ours, with an invented signature', 'unknown', null, 'unknown'],
  ['proven, and nobody is signed in', 'done', null, 'paid'],
  ['not confirmed, and nobody is signed in', 'waiting', null, 'waiting'],
  ['an invented signature, and nobody is signed in', 'refused', null, 'refused'],
  ['too late, and nobody is signed in', 'late', null, 'late'],
  ['begun and not told yet', null, order(), 'waiting'],
  ['begun, and the company is silent', 'waiting', order(), 'waiting'],
  ['confirmed, and the order is read a moment too early', 'done', order(), 'waiting'],
  ['an invented signature for an unpaid order', 'refused', order(), 'refused'],
  ['an invented signature for a paid order', 'refused', order({ status: 'paid' }), 'paid'],
  ['paid, found by asking again', null, order({ status: 'paid' }), 'paid'],
  ['paid and on its way', null, order({ status: 'shipped' }), 'paid'],
  ['nothing begun', null, order({ attempts: [] }), 'unpaid'],
  ['every attempt has ended', null, order({ attempts: [{ ...begun, status: 'cancelled' }] }), 'unpaid'],
  ['the account was shown, no proof sent', null, order({ attempts: [{ ...begun, method: 'bank' }] }), 'unpaid'],
  ['a proof was sent', null, order({ attempts: [{ ...begun, method: 'bank', proof: { has_picture: true, note: '', sent_at: at(-1) } }] }), 'transfer'],
  ['its time is up, an attempt still open', null, order({ expires_at: at(-1) }), 'waiting'],
  ['its time is up, nothing begun', null, order({ expires_at: at(-1), attempts: [] }), 'closed'],
  ['cancelled without money', 'waiting', order({ status: 'cancelled' }), 'closed'],
  ['cancelled, and the company says paid', 'late', order({ status: 'cancelled' }), 'late'],
  ['cancelled, and money came', null, order({ status: 'cancelled', late_money: late }), 'late'],
  ['going back', 'done', order({ status: 'refunding' }), 'refunding'],
  ['gone back', 'done', order({ status: 'refunded' }), 'refunded'],
])('%s', (_, said, cashier, result) => {
  expect(payResultOf(said, cashier, NOW)).toBe(result)
})
