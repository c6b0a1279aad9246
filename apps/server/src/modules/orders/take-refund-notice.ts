import type { Tx } from '../../platform/db.ts'
import { selectRefundByNumber, sendToCompany } from '../payments/index.ts'
import type { RefundNotice } from '../payments/index.ts'
import { settleRefund } from './settle-refund.ts'

/**
 * `refund_settled`: the money has gone back. `refund_noted`: the notice says something else, which is written.
 * `refund_asked`: it names another amount (some count up what went back of the trade), so the company is asked.
 * `repeated`: known already. `unknown_refund`: not one of ours; kept for a person, since money has left.
 */
export type RefundVerdict = 'refund_settled' | 'refund_noted' | 'refund_asked' | 'repeated' | 'unknown_refund'

/** A notice of a refund, proved to come from its company; it may come before the answer to the call. */
export async function takeRefundNotice(tx: Tx, notice: RefundNotice, at: Date): Promise<RefundVerdict> {
  const refund = await selectRefundByNumber(tx, notice.refundNumber)
  if (!refund || refund.tradeId !== notice.tradeId) return 'unknown_refund'
  const { outcome } = notice
  if (outcome.status === 'succeeded' && outcome.amountFen !== refund.amountFen && refund.state !== 'succeeded') {
    await sendToCompany(tx, refund)
    return 'refund_asked'
  }
  const isNews = refund.state !== 'succeeded'
  const { state } = await settleRefund(tx, refund.id, outcome, at)
  if (!isNews) return 'repeated'
  return state === 'succeeded' ? 'refund_settled' : 'refund_noted'
}
