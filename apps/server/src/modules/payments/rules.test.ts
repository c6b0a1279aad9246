import { describe, expect, test } from 'vitest'
import { nextState } from '@hearth/kernel/machine'
import { isOpen, paymentMachine } from './payment.ts'
import { redactFields } from './redact.ts'
import { newRefundNumber, nextAskAt, refundMachine } from './refund.ts'
import { suspenseMachine } from './suspense.ts'

// Every pair of state and move of the three machines of money (contract §3.4, §3.6): what is not here is refused.
const machines = [
  {
    machine: paymentMachine, initial: 'init', states: ['init', 'processing', 'succeeded', 'failed', 'cancelled', 'expired'],
    allowed: {
      start: { init: 'processing' }, succeed: { init: 'succeeded', processing: 'succeeded' },
      fail: { init: 'failed', processing: 'failed' }, cancel: { init: 'cancelled', processing: 'cancelled' },
      expire: { init: 'expired', processing: 'expired' },
    },
  },
  {
    machine: refundMachine, initial: 'pending',
    states: ['pending', 'processing', 'succeeded', 'failed', 'abnormal', 'no_balance'],
    allowed: {
      start: { pending: 'processing', failed: 'processing', abnormal: 'processing', no_balance: 'processing' },
      succeed: { processing: 'succeeded' }, fail: { pending: 'failed', processing: 'failed', no_balance: 'failed' },
      get_stuck: { processing: 'abnormal' }, lack_balance: { processing: 'no_balance' },
    },
  },
  {
    machine: suspenseMachine, initial: 'open', states: ['open', 'refunding', 'refunded', 'revived', 'matched'],
    allowed: {
      refund: { open: 'refunding' }, arrive: { refunding: 'refunded' }, give_back: { refunding: 'open' },
      revive: { open: 'revived' }, match: { open: 'matched' },
    },
  },
]

describe.each(machines)('the machine of $machine.code', ({ machine, initial, states, allowed }) => {
  test('begins where everything begins, and knows these moves', () => {
    expect(machine.initial).toBe(initial)
    expect(Object.keys(machine.moves)).toEqual(Object.keys(allowed))
  })
  const rows = Object.entries(allowed as unknown as Record<string, Record<string, string>>)
  test.each(rows.flatMap(([move, ends]) => states.map((state) => [state, move, ends[state] ?? null] as const)))(
    'from %s by %s to %s', (state, move, to) => expect(nextState(machine as never, state as never, move as never)).toBe(to))
})

test.each([
  ['init', true], ['processing', true], ['succeeded', false], ['failed', false], ['cancelled', false], ['expired', false],
] as const)('an attempt that is %s can be paid: %s', (state, answer) => expect(isOpen({ state })).toBe(answer))

test('a refund has a number of its own: the second in Shanghai and ten letters or digits', () => {
  const numbers = Array.from({ length: 200 }, () => newRefundNumber(new Date('2026-11-20T02:00:00Z')))
  for (const number of numbers) expect(number).toMatch(/^R20261120100000[A-HJ-NP-Z2-9]{10}$/)
  expect(new Set(numbers).size).toBe(200)
})

test('a company is asked again after a minute, then ever rarer, at least once an hour', () => {
  const at = new Date('2026-11-20T02:00:00Z')
  const minutes = [0, 1, 2, 3, 4, 6, 7, 40].map((tries) => (nextAskAt(tries, at).getTime() - at.getTime()) / 60_000)
  expect(minutes).toEqual([1, 1, 2, 4, 8, 32, 60, 60])
})

test('what a company said is kept without signatures and without the buyer', () => {
  const said = {
    sign: 'abc', SIGNATURE: 'abc', access_token: 't', auth_code: 'c', sign_type: 'RSA2', my_auth_code: '4',
    buyer_id: '2088123', buyer: '王小明', seller_email: 'me@example.cn', open_id: 'o-123', subject: '冰箱 王小明', body: '全文',
    subjects: 'no', buyers: '4', body_of: 'all', trade_no: '2026', is_open_id: 'x1', long: 'x'.repeat(3_000),
  }
  expect(redactFields(said)).toEqual({
    sign: '***', SIGNATURE: '***', access_token: '***', auth_code: '***', sign_type: 'RSA2', my_auth_code: '4',
    buyer_id: '20***', buyer: '王小***', seller_email: 'me***', open_id: 'o-***', subject: '冰箱***', body: '全文***',
    subjects: 'no', buyers: '4', body_of: 'all', trade_no: '2026', is_open_id: 'x1', long: 'x'.repeat(2_000),
  })
})
