import { allowedMoves, nextState } from '@hearth/kernel/machine'
import { expect, test } from 'vitest'
import { repairMachine } from './repair-machine.ts'
import { unitMachine } from './unit-machine.ts'

test.each([
  ['created', 'ship', 'shipped'], ['created', 'activate', null],
  ['shipped', 'ship', null], ['shipped', 'activate', 'activated'],
  ['activated', 'ship', null], ['activated', 'activate', null],
] as const)('a unit that is %s: %s leads to %s', (state, move, to) => {
  expect(nextState(unitMachine, state, move)).toBe(to)
})

test.each([
  ['pending', 'take', 'in_progress'], ['pending', 'complete', 'completed'], ['pending', 'cancel', 'cancelled'],
  ['in_progress', 'take', null], ['in_progress', 'complete', 'completed'], ['in_progress', 'cancel', null],
  ['completed', 'take', null], ['completed', 'complete', null], ['completed', 'cancel', null],
  ['cancelled', 'take', null], ['cancelled', 'complete', null], ['cancelled', 'cancel', null],
] as const)('a repair that is %s: %s leads to %s', (state, move, to) => {
  expect(nextState(repairMachine, state, move)).toBe(to)
})

test('the tables above hold every pair', () => {
  expect(Object.keys(unitMachine.moves)).toEqual(['ship', 'activate'])
  expect(Object.keys(repairMachine.moves)).toEqual(['take', 'complete', 'cancel'])
  expect(allowedMoves(repairMachine, 'pending')).toEqual(['take', 'complete', 'cancel'])
})
