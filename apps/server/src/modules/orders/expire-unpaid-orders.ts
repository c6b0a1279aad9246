import { Refusal } from '@hearth/kernel/errors'
import { orderNotes } from '@hearth/kernel/order-notes'
import type { JobReport } from '../../platform/jobs.ts'
import { inTransaction } from '../../platform/db.ts'
import type { Tx } from '../../platform/db.ts'
import { isProviderDown, isProviderSaidNo } from '../../platform/provider-faults.ts'
import { payableTrades } from '../payments/index.ts'
import type { ProviderName } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { CompanyDeps } from './ask-payment-company.ts'
import { cancelOrder } from './cancel-order.ts'
import { closeTrade } from './close-trades.ts'
import { lockOrder, selectExpired } from './orders.sql.ts'

const REASON = orderNotes.expired.zh
const BATCH = 5_000
/** A company that gave no answer so often is not asked again in this run. */
const FAILURES_TO_STOP = 3

type Failures = Map<ProviderName, number>

/**
 * Cancels pending orders past their time. Where a payment was started its company is asked first: paid settles the
 * order, unpaid is closed there before it is cancelled here. A company that does not answer leaves its orders for the
 * next run and does not hold up those of the other; nor does an order that cannot be cancelled.
 */
export async function expireUnpaidOrders(deps: CompanyDeps): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  const failures: Failures = new Map()
  const faults: unknown[] = []
  for (const order of await selectExpired(deps.db, deps.now(), BATCH)) {
    try {
      report[await expireOrder(deps, order, failures)] += 1
    } catch (fault) {
      report.failed += 1
      if (!isProviderDown(fault) && !isProviderSaidNo(fault)) faults.push(fault)
    }
  }
  if (faults.length > 0) throw faults[0]
  return report
}

/**
 * Lets one order expire whose time has come, its companies asked first. Throws ProviderDown: nothing is cancelled.
 * @returns `skipped` when it was paid after all, or is no longer pending
 */
export async function expireOrder(
  deps: CompanyDeps, order: { id: number }, failures: Failures = new Map(),
): Promise<'done' | 'skipped' | 'failed'> {
  for (const payment of await payableTrades(deps.db, order.id)) {
    const provider = payment.method === 'bank' ? null : deps.payments[payment.method]
    if (!provider) continue
    if ((failures.get(provider.name) ?? 0) >= FAILURES_TO_STOP) return 'failed'
    try {
      const asked = await askPaymentCompany({ ...deps, provider }, payment)
      if (asked.settlement && asked.settlement !== 'wrong_amount') return 'skipped'
      // A wrong amount is on record as a case and never pays this order; there is nothing left to close.
      if (!asked.settlement && asked.status !== 'closed') await closeTrade({ ...deps, provider }, payment)
    } catch (fault) {
      if (isProviderDown(fault)) failures.set(provider.name, (failures.get(provider.name) ?? 0) + 1)
      throw fault
    }
  }
  try {
    return await inTransaction(deps.db, (tx) => cancelExpired(tx, order.id, deps.now()))
  } catch (fault) {
    if (fault instanceof Refusal) return 'skipped'
    throw fault
  }
}

/** Cancels the order unless it was given more time while its companies were asked. */
async function cancelExpired(tx: Tx, orderId: number, at: Date): Promise<'done' | 'skipped'> {
  const order = await lockOrder(tx, orderId)
  if (!order || order.expiresAt > at) return 'skipped'
  await cancelOrder(tx, { orderId, actorId: null, by: 'timeout', reason: REASON, note: REASON, at })
  return 'done'
}
