import { expect, test } from 'vitest'
import { cartTotal, priceMove } from './cart-total.ts'
import { categoryTree, placeOf } from './category-tree.ts'
import { clockText, minuteText } from './dates.ts'
import { languageOf } from './language.ts'
import { orderSteps } from './order-steps.ts'
import { ownPath, signInPath } from './own-path.ts'
import { pageNumbers, wholeNumber } from './pages.ts'
import { priceText, savedBetween } from './price.ts'
import { repairSteps } from './repair-steps.ts'
import { groupedCode, scanPath } from './scan.ts'
import { wasPaid } from './order-paid.ts'
import { versionText } from './version.ts'
import { warrantyState } from './warranty.ts'

test.each([
  ['/orders?x=1', '/orders?x=1'], ['', '/'], [null, '/'], ['orders', '/'], ['//evil.cn', '/'], ['/\\evil.cn', '/'],
  ['/\t/evil.cn', '/'], ['https://evil.cn', '/'], ['javascript:alert(1)', '/'],
])('after sign-in %j leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path)
})

test('sign-in remembers where one was', () => {
  expect(signInPath('/q/A1?s=x')).toBe('/login?next=%2Fq%2FA1%3Fs%3Dx')
  expect(signInPath('/')).toBe('/login')
})

test.each([
  ['HX7K 2M9Q', '/q/HX7K2M9Q'], [' ab.c-1_2 ', '/q/ab.c-1_2'], ['', null], ['a/b', null], ['编码', null],
  ['https://shop.cn/q/HX7K?s=k1ab', '/q/HX7K?s=k1ab'], ['http://x/q/%E4%BD%A0', null], ['a'.repeat(65), null],
])('what was typed, %j, opens %s', (typed, path) => {
  expect(scanPath(typed)).toBe(path)
})

test('a long code is shown in groups of four, one with signs as it is', () => {
  expect(groupedCode('HX7K2M9QW4')).toBe('HX7K 2M9Q W4')
  expect(groupedCode('HX-7K2M9QW4')).toBe('HX-7K2M9QW4')
})

test('amounts are shown with separators, and what is saved is exact', () => {
  expect(priceText('1234567.80')).toBe('¥1,234,567.80')
  expect(savedBetween('4999.00', '5599.10')).toBe('600.10')
  expect(savedBetween('4999.00', '4999.00')).toBeNull()
  expect(savedBetween('4999.00', null)).toBeNull()
})

const line = {
  id: 1, count: 2, name: '', default_image_url: '', price: '10.10', selected: true, discounted_price: '9.00', stock: 5,
  product_id: 1, specs: {}, is_launched: true, is_available: true, unavailable: null, price_then: null, max_count: 5,
}

test('the cart sums what is ticked; a line that cannot be ordered stays out of it', () => {
  const other = { ...line, id: 2, count: 1, selected: false }
  const gone = { ...line, id: 3, unavailable: 'sold_out' as const }
  expect(cartTotal([line, other])).toEqual({
    pieces: 2, goods: '20.20', saved: '2.20', toPay: '18.00', tickedLines: 1, leftOut: 0, allTicked: false, canCheckOut: true,
  })
  expect(cartTotal([line, gone])).toMatchObject({ pieces: 2, toPay: '18.00', leftOut: 1, allTicked: true, canCheckOut: true })
  expect(cartTotal([gone])).toMatchObject({ pieces: 0, toPay: '0.00', leftOut: 1, canCheckOut: false })
  expect(cartTotal([]).canCheckOut).toBe(false)
})

test('a line says how its price moved since it was put in', () => {
  expect(priceMove(line)).toBeNull()
  expect(priceMove({ ...line, price_then: '9.00' })).toBeNull()
  expect(priceMove({ ...line, price_then: '10.50' })).toEqual({ isCheaper: true, by: '1.50', then: '10.50' })
  expect(priceMove({ ...line, price_then: '8.99' })).toEqual({ isCheaper: false, by: '0.01', then: '8.99' })
})

test('a category knows its way, and a last one offers its neighbours', () => {
  const kind = (id: number, children: { id: number }[]) =>
    ({ id, name: `c${id}`, order: 0, logo: '', level: 'major' as const, parent_id: null, children: children as never })
  const named = (id: number) => ({ id, name: `c${id}`, logo: '' })
  const tree = categoryTree([kind(1, [named(2)])], [kind(2, [named(3), named(4)])])
  expect(placeOf(tree, 3)?.trail.map((node) => node.id)).toEqual([1, 2, 3])
  expect(placeOf(tree, 3)?.chips.map((node) => node.id)).toEqual([3, 4])
  expect(placeOf(tree, 1)?.chips.map((node) => node.id)).toEqual([2])
  expect(placeOf(tree, 9)).toBeNull()
})

test('an order is on its road, or shows where it left it', () => {
  const told = (status: string, ...to: string[]) => orderSteps({
    status, created_at: 't0',
    status_history: to.map((to_status, at) => ({ from_status: null, to_status, operator: null, note: '', created_at: `t${at + 1}` })),
  } as never).map((step) => `${step.key}:${step.state}:${step.at ?? ''}`)
  expect(told('pending')).toEqual(['placed:now:t0', 'paid:ahead:', 'shipped:ahead:', 'completed:ahead:'])
  expect(told('completed', 'paid', 'shipped', 'completed').at(-1)).toBe('completed:done:t3')
  expect(told('cancelled', 'paid', 'cancelled')).toEqual(['placed:done:t0', 'paid:done:t1', 'cancelled:now:t2'])
})

test('a cancelled repair ends after its report', () => {
  const times = { created_at: 'a', repair_time: null, updated_at: 'b', completed_at: null }
  expect(repairSteps({ status: 'cancelled', ...times }).map((step) => step.key)).toEqual(['reported', 'cancelled'])
  expect(repairSteps({ status: 'in_progress', ...times }).map((step) => step.state)).toEqual(['done', 'now', 'ahead'])
})

test('a warranty counts its last day as covered', () => {
  const unit = { warranty_start: '2025-01-01', warranty_end: '2026-01-01', in_warranty: true, days_left: 0 }
  expect(warrantyState(unit)).toEqual({ kind: 'ending', leftPct: 1, daysLeft: 0 })
  expect(warrantyState({ ...unit, days_left: 365 })).toEqual({ kind: 'running', leftPct: 100, daysLeft: 365 })
  expect(warrantyState({ ...unit, in_warranty: false }).kind).toBe('over')
  expect(warrantyState({ ...unit, warranty_start: null }).kind).toBe('not_started')
})

test('times, page numbers and language', () => {
  expect(minuteText('2026-11-20T14:05:09.000+08:00')).toBe('2026-11-20 14:05')
  expect(minuteText(null)).toBe('')
  expect([clockText(899_001), clockText(3_723_000), clockText(-5)]).toEqual(['15:00', '1:02:03', '00:00'])
  expect(pageNumbers(6, 12)).toEqual([1, null, 5, 6, 7, null, 12])
  expect([wholeNumber('0', 7), wholeNumber('x', 7), wholeNumber('12', 7)]).toEqual([1, 7, 12])
  const at = (address: string, cookie: string | null) => languageOf(new URL(address), cookie)
  expect([at('http://x/', null), at('http://x/', 'a=1; hearth_lang=en'), at('http://x/?lang=zh', 'hearth_lang=en')])
    .toEqual(['zh', 'en', 'zh'])
})

test('an order says that it was paid only when money came in', () => {
  expect(wasPaid({ status: 'cancelled', refund_info: null })).toBe(false)
  expect(wasPaid({ status: 'cancelled', refund_info: { status: 'succeeded', amount: '2699.00' } })).toBe(true)
  expect(wasPaid({ status: 'pending', refund_info: null })).toBe(false)
  expect(wasPaid({ status: 'shipped', refund_info: null })).toBe(true)
})

test('a version is told once', () => {
  expect(versionText({ 颜色: '云雾白', 容量: '3升' }, '禾檐 电饭煲 3升')).toBe('云雾白')
  expect(versionText({ 颜色: '云雾白', 容量: '3升' })).toBe('云雾白 · 3升')
})
