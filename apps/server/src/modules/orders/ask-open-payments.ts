import type { JobReport } from '../../platform/jobs.ts'
import { inTransaction } from '../../platform/db.ts'
import { isProviderDown } from '../../platform/provider-faults.ts'
import { nextAskAt, noteAsked, paymentsToAsk } from '../payments/index.ts'
import type { Payment } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { AskDeps } from './ask-payment-company.ts'

/** So many questions run at once, and after so many without an answer the rest waits for the next run. */
const AT_ONCE = 8
const FAILURES_TO_STOP = 8

/**
 * Finds payments at one company whose notice was lost: asks about every started attempt that is due to be asked. A
 * company that does not answer is left alone until the next run.
 */
export async function askOpenPayments(deps: AskDeps): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  const due = await paymentsToAsk(deps.db, deps.provider.name, deps.now())
  for (let from = 0; from < due.length && report.failed < FAILURES_TO_STOP; from += AT_ONCE) {
    const ends = await Promise.allSettled(due.slice(from, from + AT_ONCE).map((payment) => askOne(deps, payment)))
    for (const end of ends) {
      if (end.status === 'fulfilled') report[end.value] += 1
      else if (isProviderDown(end.reason)) report.failed += 1
      else throw end.reason
    }
  }
  return report
}

/** The next question is written before this one is asked: one that always fails does not stand before the others. */
async function askOne(deps: AskDeps, payment: Payment): Promise<'done' | 'skipped'> {
  await inTransaction(deps.db, (tx) => noteAsked(tx, payment.id, nextAskAt(payment.asks + 1, deps.now())))
  return (await askPaymentCompany(deps, payment)).settlement ? 'done' : 'skipped'
}
