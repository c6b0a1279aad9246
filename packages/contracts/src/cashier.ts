import { Type } from 'typebox'
import type { Static } from 'typebox'
import { orderStatuses } from '@hearth/kernel/order-status'
import { payMethods, paymentStates } from './payments.ts'
import { Id, Instant, Money, oneOf, orNull } from './shared.ts'

/** Which ways to pay this shop has open now. */
export const PayMethodsView = Type.Object({ methods: Type.Array(oneOf(payMethods)) })
export type PayMethodsView = Static<typeof PayMethodsView>

/** Where an order of the caller stands with its money, small enough to be asked for every few seconds. */
export const CashierView = Type.Object({
  order_id: Id,
  order_number: Type.String(),
  amount: Money,
  status: oneOf(orderStatuses),
  expires_at: orNull(Instant),
  attempts: Type.Array(Type.Object({
    id: Id,
    method: oneOf([...payMethods, 'credit']),
    status: oneOf(paymentStates),
    created_at: Instant,
    updated_at: Instant,
    expires_at: Instant,
    reason: Type.String({ description: 'Why staff turned a bank transfer down' }),
    proof: orNull(Type.Object({ has_picture: Type.Boolean(), note: Type.String(), sent_at: Instant })),
  }), { description: 'Newest first' }),
  bank_account: orNull(Type.Object({
    account_name: Type.String(), bank: Type.String(), account_number: Type.String(),
  }, { description: 'Where to transfer to, as long as the order waits for its money' })),
  late_money: orNull(Type.Object({
    status: oneOf(['kept', 'on_its_way', 'returned'] as const), amount: Money,
  }, { description: 'Money that came too late or twice and cannot pay the order' })),
})
export type CashierView = Static<typeof CashierView>
