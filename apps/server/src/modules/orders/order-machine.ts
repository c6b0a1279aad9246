import { defineMachine } from '@hearth/kernel/machine'

/**
 * The order's life (contract §3.1). `revive` is decision 5: late money found its stock again. An order whose
 * refund was withdrawn, or went back in part, is again what it was.
 */
export const orderMachine = defineMachine({
  code: 'orders',
  initial: 'pending',
  moves: {
    pay: { from: ['pending'], to: 'paid' },
    expire: { from: ['pending'], to: 'cancelled' },
    cancel: { from: ['pending', 'paid'], to: 'cancelled' },
    revive: { from: ['cancelled'], to: 'paid' },
    ship: { from: ['paid'], to: 'shipped' },
    complete: { from: ['shipped'], to: 'completed' },
    confirm_receipt: { from: ['shipped'], to: 'completed' },
    send_back: { from: ['paid', 'shipped', 'completed'], to: 'returning' },
    start_refund: { from: ['paid', 'shipped', 'completed', 'returning'], to: 'refunding' },
    finish_refund: { from: ['refunding', 'returning'], to: 'refunded' },
    withdraw_refund: { from: ['refunding'], to: 'paid' },
    withdraw_to_shipped: { from: ['refunding'], to: 'shipped' },
    withdraw_to_completed: { from: ['refunding'], to: 'completed' },
    withdraw_to_returning: { from: ['refunding'], to: 'returning' },
  },
})

export type OrderMove = keyof typeof orderMachine.moves
