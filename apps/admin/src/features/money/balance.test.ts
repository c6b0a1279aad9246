import { expect, test } from 'vitest'
import { isBalanced, signedFen } from './balance.ts'

test('amounts of the wire become whole fen with their sign', () => {
  expect(signedFen('-4299.10')).toBe(-429_910)
  expect(signedFen('0.07')).toBe(7)
  expect(signedFen('4e3')).toBeNull()
})

test('the book is balanced to the fen or not at all', () => {
  const of = (...amounts: string[]) => amounts.map((balance) => ({ balance }))
  expect(isBalanced(of('100.10', '-100.00', '-0.10'))).toBe(true)
  expect(isBalanced(of('100.10', '-100.09'))).toBe(false)
  expect(isBalanced(of('x'))).toBe(false)
})
