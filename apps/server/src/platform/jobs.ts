import { CronExpressionParser } from 'cron-parser'
import { sql } from 'kysely'
import { PgBoss, fromKysely } from 'pg-boss'
import type { Db, Tx } from './db.ts'
import { inTransaction } from './db.ts'

/** What a run did, in pieces of work. */
export type JobReport = { done: number; failed: number; skipped: number }

/** A job by its imperative name. With `cron` (Asia/Shanghai) it also runs by itself, once for all processes. */
export type Job = {
  name: string
  cron?: string
  run(body: Record<string, unknown>): Promise<JobReport | void>
}

export type JobQueue = {
  /** Starts doing the jobs of this process. */
  work(jobs: readonly Job[], onFault: OnJobFault): Promise<void>
  stop(): Promise<void>
}

const QUEUE = { retryLimit: 12, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600, deadLetter: 'dead-letters' }

// One queue per process: use cases record jobs with nothing but their transaction in hand.
let boss: PgBoss | null = null

/** Opens the queue: its tables, one queue per name. Nothing runs before `work`. */
export async function openJobs(
  url: string, names: readonly string[], onFault: (fault: unknown) => void,
): Promise<JobQueue> {
  const opened = new PgBoss({ connectionString: url, max: 3, schedule: false, useListenNotify: true, reindex: false })
  opened.on('error', onFault)
  await opened.start()
  await createQueues(opened, names)
  boss = opened
  return {
    work: (jobs, heard) => work(opened, jobs, heard),
    stop: () => opened.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function createQueues(opened: PgBoss, names: readonly string[]): Promise<void> {
  const known = new Set((await opened.getQueues()).map((queue) => queue.name))
  if (!known.has('dead-letters')) await opened.createQueue('dead-letters', { retryLimit: 0 })
  for (const name of names.filter((each) => !known.has(each))) {
    await opened.createQueue(name, { ...QUEUE, notify: true })
  }
}

type OnJobFault = (job: string, fault: unknown) => void

/** Sent jobs wake their worker; jobs that wait for their time, or to be tried again, are looked for this often. */
const LOOKS = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 }

async function work(opened: PgBoss, jobs: readonly Job[], onFault: OnJobFault): Promise<void> {
  for (const job of jobs) {
    const working = opened.work<Record<string, unknown>>(job.name, LOOKS, async ([taken]) => {
      try {
        return await job.run(taken?.data ?? {})
      } catch (fault) {
        onFault(job.name, fault)
        throw fault
      } finally {
        // Of jobs that came while this one ran it hears once; so it looks for another until there is none.
        void working.then((worker) => opened.notifyWorker(worker))
      }
    })
    await working
  }
}

/** Sends a job in the caller's transaction: it exists if and only if that commits. `afterMs` delays it. */
export async function sendJob(tx: Tx, name: string, body: Record<string, unknown>, afterMs = 0): Promise<void> {
  if (!boss) throw new Error('The job queue is not open')
  const options = afterMs > 0 ? { startAfter: Math.ceil(afterMs / 1000) } : {}
  await boss.send(name, body, { ...options, db: fromKysely(tx) })
}

/**
 * Sends every cron job whose newest due moment has not been sent yet. All processes may call it at any time: a row per
 * job and moment decides. It follows the application's clock, so a leap forward runs each passed job once.
 */
export async function sendDueCronJobs(db: Db, jobs: readonly Job[], now: Date): Promise<number> {
  let sent = 0
  for (const job of jobs) {
    if (!job.cron) continue
    const dueAt = CronExpressionParser.parse(job.cron, { currentDate: new Date(now.getTime() + 1), tz: 'Asia/Shanghai' })
      .prev().toDate()
    sent += await inTransaction(db, (tx) => sendOnce(tx, job.name, dueAt))
  }
  return sent
}

async function sendOnce(tx: Tx, name: string, dueAt: Date): Promise<number> {
  const slot = await tx.insertInto('platform.cron_slots').values({ job: name, due_at: dueAt })
    .onConflict((on) => on.doNothing()).returning('job').executeTakeFirst()
  if (!slot) return 0
  await sendJob(tx, name, {})
  return 1
}

/** Jobs that are due or running now, and how many have run to their end so far. */
export async function countJobs(db: Db): Promise<{ open: number; ended: number }> {
  const { rows } = await sql<{ open: number; ended: number }>`
    select count(*) filter (where state in ('created', 'retry') and start_after <= pg_catalog.now() or state = 'active') as open,
           count(*) filter (where state in ('completed', 'failed')) as ended
    from pgboss.job where name <> 'dead-letters'`.execute(db)
  return rows[0] ?? { open: 0, ended: 0 }
}

/** When each job last ended, for the developer desk. */
export async function lastRuns(db: Db): Promise<Map<string, Date>> {
  const { rows } = await sql<{ name: string; at: Date }>`
    select name, max(completed_on) as at from pgboss.job where completed_on is not null group by name`.execute(db)
  return new Map(rows.map((row) => [row.name, row.at]))
}
