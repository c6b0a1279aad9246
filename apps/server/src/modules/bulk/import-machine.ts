import { defineMachine } from '@hearth/kernel/machine'

/** An import's life. `give_back`: all lines were to be applied, one was refused, and nothing was written. */
export const importMachine = defineMachine({
  code: 'imports',
  initial: 'checking',
  moves: {
    check: { from: ['checking'], to: 'checked' },
    apply: { from: ['checked'], to: 'applying' },
    finish: { from: ['applying'], to: 'done' },
    give_back: { from: ['applying'], to: 'checked' },
    discard: { from: ['checking', 'checked'], to: 'discarded' },
  },
})
export type ImportState = 'checking' | 'checked' | 'applying' | 'done' | 'discarded'
export type ImportMove = keyof typeof importMachine.moves
