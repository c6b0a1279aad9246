import { dayOf } from '@hearth/kernel/dates'
import type { JobReport } from '../../platform/jobs.ts'
import type { ProviderName } from '../payments/index.ts'
import { selectDaysToCompare } from './bills.sql.ts'
import { reconcileDay } from './reconcile-day.ts'
import type { Reconciler } from './reconcile-day.ts'

const DAY_MS = 86_400_000
/** A company that has no bill of a day is asked again for so many days: one without trades never has one. */
const RECENT_DAYS = 3
/** Days on which nobody could ask, or the company did not answer, are made up for as long as this. */
const MADE_UP_DAYS = 30

/** Compares yesterday, and the days before that were not compared since comparing began, with every company. */
export async function reconcileDueDays(parts: Reconciler): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  const back = (days: number) => dayOf(new Date(parts.now().getTime() - days * DAY_MS))
  const days = Array.from({ length: MADE_UP_DAYS }, (_, n) => back(n + 1))
  const recentFrom = back(RECENT_DAYS)
  for (const provider of Object.keys(parts.providers) as ProviderName[]) {
    if (!parts.providers[provider]) continue
    for (const day of await selectDaysToCompare(parts.db, provider, { days, recentFrom })) {
      const run = await reconcileDay(parts, { provider, day, actorId: null })
      report[run.state === 'compared' ? 'done' : run.state === 'no_bill' ? 'skipped' : 'failed'] += 1
    }
  }
  return report
}
