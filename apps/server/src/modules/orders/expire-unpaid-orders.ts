import { Refusal } from '@hearth/kernel/errors'
import type { JobReport } from '../../platform/jobs.ts'
import { inTransaction } from '../../platform/db.ts'
import { isProviderDown, isProviderSaidNo } from '../../platform/provider-faults.ts'
import { hasStartedPayment } from '../payments/index.ts'
import type { PaymentProvider } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { AskDeps } from './ask-payment-company.ts'
import { cancelOrder } from './cancel-order.ts'
import { selectExpired } from './orders.sql.ts'

const REASON = '超时未支付，订单自动取消'
const BATCH = 500

export type ExpireDeps = Omit<AskDeps, 'provider'> & { provider: PaymentProvider | null }

/**
 * Cancels pending orders past their time. Where a payment was started the company is asked first: paid settles the
 * order, unpaid is closed there before it is cancelled here. A company that does not answer leaves the order for the
 * next run.
 */
export async function expireUnpaidOrders(deps: ExpireDeps): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  for (const order of await selectExpired(deps.db, deps.now(), BATCH)) {
    try {
      report[await expireOne(deps, order)] += 1
    } catch (fault) {
      if (isProviderDown(fault) || isProviderSaidNo(fault)) report.failed += 1
      else throw fault
    }
  }
  return report
}

async function expireOne(deps: ExpireDeps, order: { id: number; number: string }): Promise<'done' | 'skipped'> {
  const { db, provider, now } = deps
  if (provider && (await hasStartedPayment(db, order.id))) {
    const asked = await askPaymentCompany({ db, provider, now }, order.number)
    if (asked && asked.settlement !== 'wrong_amount') return 'skipped'
    // A wrong amount is on record as a case and never pays this order; there is nothing left to close.
    if (!asked) await provider.close(order.number)
  }
  try {
    await inTransaction(db, (tx) => cancelOrder(tx, {
      orderId: order.id, actorId: null, by: 'timeout', reason: REASON, note: REASON, at: now(),
    }))
    return 'done'
  } catch (fault) {
    if (fault instanceof Refusal) return 'skipped'
    throw fault
  }
}
