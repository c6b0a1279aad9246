import type { PaymentView } from '@hearth/contracts/payments'
import type { RefundView } from '@hearth/contracts/refunds'
import { fenFromText } from '@hearth/kernel/money'

const fenOf = (amount: string) => fenFromText(amount) ?? 0

/**
 * What can still go back, in fen: what was paid, less what has gone back and what is on its way. A refund that was
 * given up no longer takes its part.
 */
export function refundableFen(
  payments: readonly Pick<PaymentView, 'status' | 'amount'>[],
  refunds: readonly Pick<RefundView, 'status' | 'amount' | 'given_up' | 'suspense'>[],
): number {
  const paid = payments.filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amount }) => sum + fenOf(amount), 0)
  const gone = refunds.filter(({ suspense, given_up: isGivenUp }) => suspense === null && !isGivenUp)
    .reduce((sum, { amount }) => sum + fenOf(amount), 0)
  return Math.max(0, paid - gone)
}
