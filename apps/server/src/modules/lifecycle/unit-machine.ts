import { defineMachine } from '@hearth/kernel/machine'

/** A unit's life (contract §3.7). That it is in repair is derived from an open repair and no state of its own. */
export const unitMachine = defineMachine({
  code: 'units',
  initial: 'created',
  moves: {
    ship: { from: ['created'], to: 'shipped' },
    activate: { from: ['shipped'], to: 'activated' },
  },
})
export type UnitState = 'created' | 'shipped' | 'activated'
export type UnitMove = keyof typeof unitMachine.moves
