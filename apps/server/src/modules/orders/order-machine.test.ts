import { describe, expect, test } from 'vitest'
import { nextState } from '@hearth/kernel/machine'
import { orderStatuses } from '@hearth/kernel/order-status'
import { orderMachine } from './order-machine.ts'
import type { OrderMove } from './order-machine.ts'
import { freightFor, newOrderNumber } from './place-order.ts'

// Every pair of state and move (contract §3.1): what is not here is refused.
const allowed: Record<OrderMove, Partial<Record<(typeof orderStatuses)[number], string>>> = {
  pay: { pending: 'paid' },
  expire: { pending: 'cancelled' },
  cancel: { pending: 'cancelled', paid: 'cancelled' },
  revive: { cancelled: 'paid' },
  ship: { paid: 'shipped' },
  complete: { shipped: 'completed' },
  confirm_receipt: { shipped: 'completed' },
  send_back: { paid: 'returning', shipped: 'returning', completed: 'returning' },
  start_refund: { paid: 'refunding', shipped: 'refunding', completed: 'refunding', returning: 'refunding' },
  finish_refund: { refunding: 'refunded', returning: 'refunded' },
  withdraw_refund: { refunding: 'paid' },
  withdraw_to_shipped: { refunding: 'shipped' },
  withdraw_to_completed: { refunding: 'completed' },
  withdraw_to_returning: { refunding: 'returning' },
}

describe('the order machine', () => {
  const moves = Object.keys(orderMachine.moves) as OrderMove[]
  const pairs = moves.flatMap((move) =>
    orderStatuses.map((state) => [state, move, allowed[move][state] ?? null] as const))
  test.each(pairs)(
    'from %s by %s to %s', (state, move, to) => expect(nextState(orderMachine, state, move)).toBe(to))
})

test('freight is charged below the threshold only', () => {
  const terms = { freightFen: 1000, freeShippingFen: 9900 }
  expect([9899, 9900, 9901].map((goods) => freightFor(goods, terms))).toEqual([1000, 0, 0])
})

test('order numbers are digits, 22 of them, and begin with the second in Shanghai', () => {
  expect(newOrderNumber(new Date('2026-11-20T02:00:00Z'))).toMatch(/^20261120100000\d{8}$/)
})
