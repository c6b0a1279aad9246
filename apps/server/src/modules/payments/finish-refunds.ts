import type { JobReport } from '../../platform/jobs.ts'
import { isProviderDown } from '../../platform/provider-faults.ts'
import { selectRefundsToAsk } from './refunds.sql.ts'
import { sendRefund } from './send-refund.ts'
import type { RefundSender } from './send-refund.ts'

/**
 * Asks again about every refund that is under way and whose time has come: the longer it takes, the rarer. One that
 * cannot be finished now does not hold up the others.
 */
export async function finishRefunds(sender: RefundSender): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  const faults: unknown[] = []
  const companies = Object.values(sender.providers).flatMap((provider) => (provider ? [provider.name] : []))
  for (const refundId of await selectRefundsToAsk(sender.db, companies, sender.now())) {
    const state = await sendRefund(sender, refundId).catch((fault: unknown) => {
      if (!isProviderDown(fault)) faults.push(fault)
      return 'failed' as const
    })
    if (state === 'succeeded') report.done += 1
    else if (state === 'processing') report.skipped += 1
    else report.failed += 1
  }
  if (faults.length > 0) throw faults[0]
  return report
}
