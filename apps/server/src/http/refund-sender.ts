import { settleRefund } from '../modules/orders/index.ts'
import type { RefundSender } from '../modules/payments/index.ts'
import type { Deps } from './deps.ts'
import { noticeUrlOf } from './pay-url.ts'

/** What sends refunds to their companies, asks about them, and writes what follows for their orders. */
export function refundSenderOf(deps: Pick<Deps, 'db' | 'payments' | 'config' | 'now'>): RefundSender {
  const { db, payments, now } = deps
  return { db, providers: payments, now, notifyUrlOf: (provider) => noticeUrlOf(deps, provider), settle: settleRefund }
}
