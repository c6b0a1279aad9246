import { defineMachine } from '@hearth/kernel/machine'

/** The order's life (contract §3.1). `revive` is decision 5: late money found its stock again. */
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
  },
})

export type OrderMove = keyof typeof orderMachine.moves
