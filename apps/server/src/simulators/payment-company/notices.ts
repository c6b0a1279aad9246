import { inTransaction } from '../../platform/db.ts'
import type { Db } from '../../platform/db.ts'
import type { JobReport } from '../../platform/jobs.ts'
import type { CompanyName } from './books.ts'
import { insertNotice, scheduleNotice, selectDueNotices, takeNotice } from './books.sql.ts'
import type { Notice } from './books.sql.ts'

const TIMEOUT_MS = 10_000

/** What the merchant answered; status 0 when he could not be reached. */
export type Delivered = { status: number; body: string }

/** How a company tells its merchant what happened. */
export type Notifier = {
  db: Db
  now(): Date
  company: CompanyName
  /** The waits after an unanswered notice, one after the other. */
  redeliveryMs: readonly number[]
  /** Sends once; null when there is nothing to say (yet). */
  send(notice: Notice): Promise<Delivered | null>
  isUnderstood(answer: Delivered): boolean
}

/** Keeps a notice, to be sent now by `deliver` or at `nextAt` by `redeliver`. @returns its number */
export async function keepNotice(
  { db, company }: Notifier, notice: Omit<Notice, 'attempts'>, nextAt: Date | null,
): Promise<string> {
  await inTransaction(db, (tx) => insertNotice(tx, { ...notice, company, nextAt }))
  return notice.id
}

/** Sends a kept notice once. Unless the merchant understands, it comes again on the schedule. */
export async function deliver(notifier: Notifier, id: string): Promise<Delivered | null> {
  const { db, company, now } = notifier
  const notice = await inTransaction(db, async (tx) => {
    const taken = await takeNotice(tx, company, id, now())
    const waitMs = taken ? notifier.redeliveryMs[taken.attempts - 1] : undefined
    const nextAt = waitMs === undefined ? null : new Date(now().getTime() + waitMs)
    if (taken) await scheduleNotice(tx, company, id, nextAt)
    return taken
  })
  const answer = notice && await notifier.send(notice)
  if (answer && notifier.isUnderstood(answer)) {
    await inTransaction(db, (tx) => scheduleNotice(tx, company, id, null))
  }
  return answer
}

/** Sends every notice that is due by the application's clock. */
export async function redeliver(notifier: Notifier, now: Date): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  for (const id of await selectDueNotices(notifier.db, notifier.company, now)) {
    const answer = await deliver(notifier, id)
    if (answer && notifier.isUnderstood(answer)) report.done += 1
    else report.failed += 1
  }
  return report
}

/** Posts once and says what was answered. */
export async function post(url: string, body: string, headers: Record<string, string>): Promise<Delivered> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal })
    return { status: answer.status, body: await answer.text() }
  } catch (fault) {
    return { status: 0, body: fault instanceof Error ? fault.message : String(fault) }
  }
}
