import type { PaymentView } from '@hearth/contracts/payments'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { Payment } from '../modules/payments/index.ts'

/** Payment with what happened to it so far. */
export function paymentView(payment: Payment, logs: readonly { event: string; at: Date }[]): PaymentView {
  return {
    id: payment.id, order: payment.orderId, amount: yuanText(payment.amountFen), method: payment.method,
    status: payment.state, trade_id: payment.tradeId, created_at: isoShanghai(payment.createdAt),
    updated_at: isoShanghai(payment.updatedAt), expires_at: isoShanghai(payment.expiresAt),
    logs: logs.map((log) => ({ t: isoShanghai(log.at), event: log.event })),
  }
}
