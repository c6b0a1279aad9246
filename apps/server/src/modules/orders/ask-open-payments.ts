import type { JobReport } from '../../platform/jobs.ts'
import { isProviderDown } from '../../platform/provider-faults.ts'
import { openPaymentsToAsk } from '../payments/index.ts'
import { askPaymentCompany } from './ask-payment-company.ts'
import type { AskDeps } from './ask-payment-company.ts'

/** Finds payments whose notice was lost: asks the company about every started attempt that is due to be asked. */
export async function askOpenPayments(deps: AskDeps): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  for (const payment of await openPaymentsToAsk(deps.db, deps.now())) {
    try {
      report[(await askPaymentCompany(deps, payment.tradeNumber)) ? 'done' : 'skipped'] += 1
    } catch (fault) {
      if (!isProviderDown(fault)) throw fault
      report.failed += 1
    }
  }
  return report
}
