import type { JobReport } from '../../platform/jobs.ts'
import { isProviderDown } from '../../platform/provider-faults.ts'
import { selectIdleRefunds } from './refunds.sql.ts'
import { sendRefund } from './send-refund.ts'
import type { RefundSender } from './send-refund.ts'

/** Asks again about every refund that has been under way for more than a minute. */
export async function finishRefunds(sender: RefundSender): Promise<JobReport> {
  const now = sender.now()
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  for (const refundId of await selectIdleRefunds(sender.db, sender.provider.name, now)) {
    const state = await sendRefund(sender, refundId).catch((fault: unknown) => {
      if (isProviderDown(fault)) return 'down' as const
      throw fault
    })
    if (state === 'succeeded') report.done += 1
    else if (state === 'failed' || state === 'down') report.failed += 1
    else report.skipped += 1
  }
  return report
}
