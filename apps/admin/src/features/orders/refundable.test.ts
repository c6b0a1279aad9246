import { expect, test } from 'vitest'
import { refundableFen } from './refundable.ts'

const paid = [{ status: 'succeeded', amount: '4299.00' }, { status: 'cancelled', amount: '4299.00' }] as const
const refund = { status: 'processing', amount: '99.10', given_up: false, suspense: null } as const

test('what is on its way counts, what was given up does not', () => {
  expect(refundableFen(paid, [])).toBe(429_900)
  expect(refundableFen(paid, [refund, { ...refund, status: 'succeeded', amount: '0.90' }])).toBe(419_900)
  expect(refundableFen(paid, [{ ...refund, status: 'failed', given_up: true }])).toBe(429_900)
})

test('money from suspense is no part of the order, and nothing goes below nothing', () => {
  expect(refundableFen(paid, [{ ...refund, suspense: 3 }])).toBe(429_900)
  expect(refundableFen([], [refund])).toBe(0)
})
