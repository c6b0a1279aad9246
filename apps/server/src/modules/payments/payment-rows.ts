import type { Selectable } from 'kysely'
import type { PaymentsPayments } from '../../platform/tables.ts'
import type { Payment, PaymentMethod, PaymentState } from './payment.ts'
import type { PayChannel } from './payment-provider.ts'

/** A row of the table as the rules know it. */
export function toPayment(row: Selectable<PaymentsPayments>): Payment {
  return {
    id: row.id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    userId: row.user_id,
    method: row.method as PaymentMethod,
    channel: row.channel as PayChannel | null,
    tradeNumber: row.trade_number,
    amountFen: row.amount_fen,
    state: row.state as PaymentState,
    tradeId: row.trade_id,
    asks: row.asks,
    closedAt: row.closed_at,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
