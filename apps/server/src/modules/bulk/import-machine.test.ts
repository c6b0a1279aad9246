import { nextState } from '@hearth/kernel/machine'
import { expect, test } from 'vitest'
import { importMachine } from './import-machine.ts'

const table = {
  checking: { check: 'checked', apply: null, finish: null, give_back: null, discard: 'discarded' },
  checked: { check: null, apply: 'applying', finish: null, give_back: null, discard: 'discarded' },
  applying: { check: null, apply: null, finish: 'done', give_back: 'checked', discard: null },
  done: { check: null, apply: null, finish: null, give_back: null, discard: null },
  discarded: { check: null, apply: null, finish: null, give_back: null, discard: null },
} as const
const moves = ['check', 'apply', 'finish', 'give_back', 'discard'] as const

test.each(Object.entries(table))('an import that is %s', (state, ends) => {
  expect(Object.keys(importMachine.moves)).toEqual(moves)
  const found = moves.map((move) => [move, nextState(importMachine, state as keyof typeof table, move)])
  expect(Object.fromEntries(found)).toEqual(ends)
})
