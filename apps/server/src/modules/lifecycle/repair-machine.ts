import { allowedMoves, defineMachine } from '@hearth/kernel/machine'

/** A repair's life (contract §3.7): completed and cancelled are its ends. */
export const repairMachine = defineMachine({
  code: 'repairs',
  initial: 'pending',
  moves: {
    take: { from: ['pending'], to: 'in_progress' },
    complete: { from: ['pending', 'in_progress'], to: 'completed' },
    cancel: { from: ['pending'], to: 'cancelled' },
  },
})
export type RepairState = 'pending' | 'in_progress' | 'completed' | 'cancelled'
export type RepairMove = keyof typeof repairMachine.moves

/** The moves that staff may make with a repair in this state. */
export function repairMoves(state: RepairState): RepairMove[] {
  return allowedMoves(repairMachine, state)
}
