import { dayOf } from '@hearth/kernel/dates'
import type { JobReport } from '../../platform/jobs.ts'
import type { ProviderName } from '../payments/index.ts'
import { selectDaysToCompare } from './bills.sql.ts'
import { reconcileDay } from './reconcile-day.ts'
import type { Reconciler } from './reconcile-day.ts'

const DAY_MS = 86_400_000
/** A morning that was missed is made up for so many days. */
const DAYS_BACK = [3, 2, 1]

/** Compares yesterday, and the days before that were not compared, with every company. */
export async function reconcileDueDays(parts: Reconciler): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  const days = DAYS_BACK.map((back) => dayOf(new Date(parts.now().getTime() - back * DAY_MS)))
  for (const provider of Object.keys(parts.providers) as ProviderName[]) {
    if (!parts.providers[provider]) continue
    for (const day of await selectDaysToCompare(parts.db, provider, days)) {
      const run = await reconcileDay(parts, { provider, day, actorId: null })
      report[run.state === 'compared' ? 'done' : run.state === 'no_bill' ? 'skipped' : 'failed'] += 1
    }
  }
  return report
}
