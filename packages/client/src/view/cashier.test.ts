import { expect, test } from 'vitest'
import type { CashierView } from '@hearth/contracts/cashier'
import { askAgainMs, begunAttempt, cashierMark, minutesToSay, orderNumberIn, payChannelOf, payPlaceOf, standingOf, transferOf } from './cashier.ts'
import type { Attempt, PayMethod, PayPlace } from './cashier.ts'

const NOW = new Date('2026-11-20T06:00:00Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()

const order = (over: Partial<CashierView> = {}): CashierView => ({
  order_id: 1, order_number: '2026112000000001', amount: '4299.00', status: 'pending', expires_at: at(15), attempts: [],
  bank_account: null, late_money: null, ...over,
})
const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  id: 1, method: 'alipay', status: 'processing', created_at: at(-1), updated_at: at(-1), expires_at: at(15), reason: '',
  proof: null, ...over,
})
const proof = { has_picture: true, note: '', sent_at: at(-1) }

test.each<[string, PayPlace]>([
  ['Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36', 'desk'],
  ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Safari/605.1', 'desk'],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/140.0 Mobile Safari/537.36', 'phone'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/605.1', 'phone'],
  ['Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.50', 'wechat'],
  ['Mozilla/5.0 (Windows NT 10.0) WindowsWechat MicroMessenger/7.0', 'wechat'],
  ['Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.50 miniProgram/wx0', 'miniprogram'],
  ['', 'desk'],
])('%s is a %s', (userAgent, place) => {
  expect(payPlaceOf(userAgent)).toBe(place)
})

test.each<[PayMethod, PayPlace, string | null]>([
  ['alipay', 'desk', 'page'], ['alipay', 'phone', 'wap'], ['alipay', 'wechat', 'wap'],
  ['wechat', 'desk', 'native'], ['wechat', 'phone', 'h5'], ['wechat', 'wechat', 'jsapi'], ['wechat', 'miniprogram', 'jsapi'],
  ['bank', 'desk', null], ['bank', 'phone', null],
])('%s on a %s goes by %s', (method, place, channel) => {
  expect(payChannelOf(method, place)).toBe(channel)
})

test.each([
  [order(), 'open'],
  [order({ expires_at: at(0) }), 'over'],
  [order({ expires_at: at(-1) }), 'over'],
  [order({ expires_at: null }), 'open'],
  [order({ status: 'paid', expires_at: null }), 'paid'],
  [order({ status: 'shipped' }), 'paid'],
  [order({ status: 'completed' }), 'paid'],
  [order({ status: 'returning' }), 'paid'],
  [order({ status: 'paid', late_money: { status: 'on_its_way', amount: '1.00' } }), 'paid'],
  [order({ status: 'cancelled' }), 'cancelled'],
  [order({ status: 'cancelled', late_money: { status: 'kept', amount: '1.00' } }), 'late'],
  [order({ status: 'refunding' }), 'refunding'],
  [order({ status: 'refunded' }), 'refunded'],
] as const)('an order stands as it is: %#', (given, standing) => {
  expect(standingOf(given, NOW)).toBe(standing)
})

test('the attempt that was begun counts, not one that only waits or has ended', () => {
  expect(begunAttempt([])).toBeNull()
  expect(begunAttempt([attempt({ status: 'init' }), attempt({ status: 'expired' })])).toBeNull()
  expect(begunAttempt([attempt({ id: 2, status: 'cancelled' }), attempt({ id: 1 })])?.id).toBe(1)
})

test('a transfer is asked for, proven, refused, and asked for anew', () => {
  const bank = attempt({ method: 'bank' })
  const refused = attempt({ method: 'bank', status: 'failed', reason: '没有查到', proof })
  expect(transferOf([]).state).toBe('none')
  expect(transferOf([bank]).state).toBe('asked')
  expect(transferOf([attempt({ method: 'bank', proof })]).state).toBe('sent')
  expect(transferOf([refused])).toEqual({ state: 'refused', attempt: refused })
  expect(transferOf([attempt({ id: 2, method: 'bank' }), refused]).state).toBe('asked')
  expect(transferOf([attempt({ id: 2 }), refused]).state).toBe('none')
  expect(transferOf([attempt({ id: 2, status: 'cancelled' }), refused]).state).toBe('none')
  expect(transferOf([attempt({ status: 'failed', method: 'wechat' })]).state).toBe('none')
})

test('asking again takes longer and longer, up to a quarter of a minute', () => {
  const waits = Array.from({ length: 12 }, (_, asked) => askAgainMs(asked))
  expect(waits).toEqual([2, 2, 3, 3, 4, 5, 6, 8, 10, 15, 15, 15].map((seconds) => seconds * 1_000))
})

test('the time left is said at its marks only, and each once', () => {
  expect(minutesToSay(15 * 60_000, 14 * 60_000)).toBeNull()
  expect(minutesToSay(10 * 60_000 + 1, 10 * 60_000)).toBe(10)
  expect(minutesToSay(10 * 60_000, 10 * 60_000 - 500)).toBeNull()
  expect(minutesToSay(60_200, 59_700)).toBe(1)
  // A page that was asleep says where it is now, not what it missed.
  expect(minutesToSay(12 * 60_000, 40_000)).toBe(1)
  expect(minutesToSay(500, 0)).toBeNull()
})

test.each([
  ['2026112000000001', '2026112000000001'], ['2026112000000001_42', '2026112000000001'],
  ['2026112000000001_', null], ['12345', null], ['', null], [null, null], ['2026112000000001<x>', null],
])('the trade %s is of the order %s', (trade, number) => {
  expect(orderNumberIn(trade)).toBe(number)
})

test('a page is out of date when anything it shows of the money has changed', () => {
  const shown = order({ attempts: [attempt()] })
  expect(cashierMark(order({ attempts: [attempt()] }))).toBe(cashierMark(shown))
  const changed = [
    order({ status: 'paid', attempts: [attempt()] }), order({ expires_at: at(60), attempts: [attempt()] }),
    order({ attempts: [attempt({ status: 'failed' })] }), order({ attempts: [attempt({ proof })] }),
    order({ attempts: [attempt({ id: 2 }), attempt()] }),
    order({ attempts: [attempt()], late_money: { status: 'kept', amount: '1.00' } }),
  ]
  for (const each of changed) expect(cashierMark(each)).not.toBe(cashierMark(shown))
})
