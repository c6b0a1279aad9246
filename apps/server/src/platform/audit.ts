import { appendFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { dayOf } from '@hearth/kernel/dates'
import { inTransaction } from './db.ts'
import type { Db, Tx } from './db.ts'
import type { JobReport } from './jobs.ts'
import { maskText } from './log.ts'

const FILE = 'payment_audit'
const KEPT_DAYS = 90
const DAY_MS = 86_400_000
const AT_ONCE = 500

/**
 * One fact about money: numbers and ids that both sides know, never names, telephone numbers, tokens or signatures.
 * `verdict`: what came of it, in one word of the code. `paidFrom`: whose account a refund left.
 */
export type AuditFact = {
  event: 'payment_started' | 'payment_notice' | 'payment_settled' | 'payment_closed' | 'payment_refused'
    | 'transfer_confirmed' | 'transfer_rejected' | 'refund_sent' | 'refund_ended' | 'suspense_kept' | 'suspense_moved'
    | 'case_closed' | 'difference_ended'
  at: Date
  provider: string
  verdict: string
  orderNumber?: string
  paymentId?: number
  tradeNumber?: string
  tradeId?: string
  refundNumber?: string
  paidFrom?: string
  amountFen?: number
  actorId?: number | null
}

/** Notes a fact in the transaction that makes it true, masked: either both stand, or neither. */
export async function noteAudit(tx: Tx, { at, ...fact }: AuditFact): Promise<void> {
  await tx.insertInto('platform.audit_facts').values({ at, fact: JSON.stringify(masked(fact)) }).execute()
}

function masked(fact: Omit<AuditFact, 'at'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, typeof value === 'string' ? maskText(value) : value]))
}

export type NotedFact = { id: number; at: Date; fact: Record<string, unknown> }

/** Where facts end up; `write` answers once they stand there. */
export type AuditLog = { write(facts: readonly NotedFact[]): Promise<void> }

/**
 * The audit log of payments, apart from the application's log: `payment_audit.<day>.log`, by the day in Shanghai on
 * which a thing happened, for 90 days, one JSON object a line. `fact` is its number, the same if a line should ever
 * stand twice. null: nothing is written (tests).
 */
export async function openAuditLog(folder: string | null): Promise<AuditLog> {
  if (folder === null) return { write: async () => undefined }
  await mkdir(folder, { recursive: true })
  let prunedOn = ''
  return {
    write: async (facts) => {
      const lines = Map.groupBy(facts, ({ at }) => dayOf(at))
      for (const [day, ofDay] of lines) {
        await appendFile(join(folder, `${FILE}.${day}.log`), ofDay.map(lineOf).join(''), { mode: 0o600 })
      }
      const newest = [...lines.keys()].toSorted().at(-1) ?? prunedOn
      if (newest !== prunedOn) await prune(folder, newest)
      prunedOn = newest
    },
  }
}

function lineOf({ id, at, fact }: NotedFact): string {
  return `${JSON.stringify({ time: new Date().toISOString(), audit: true, fact: id, clock: at.toISOString(), ...fact })}\n`
}

async function prune(folder: string, today: string): Promise<void> {
  const firstKept = dayOf(new Date(Date.parse(`${today}T12:00:00+08:00`) - KEPT_DAYS * DAY_MS))
  for (const name of await readdir(folder)) {
    const day = new RegExp(`^${FILE}\\.(\\d{4}-\\d\\d-\\d\\d)\\.log$`).exec(name)?.[1]
    if (day && day < firstKept) await rm(join(folder, name), { force: true })
  }
}

/** Writes the noted facts into the log, the oldest first. One that cannot be written now is written by a later run. */
export async function writeAuditLog(db: Db, log: AuditLog): Promise<JobReport> {
  const report: JobReport = { done: 0, failed: 0, skipped: 0 }
  for (;;) {
    const count = await inTransaction(db, async (tx) => {
      const { rows } = await sql<NotedFact>`with taken as (
          select id from platform.audit_facts order by id limit ${AT_ONCE} for update skip locked),
        gone as (delete from platform.audit_facts f using taken where f.id = taken.id returning f.id, f.at, f.fact)
        select id, at, fact from gone order by id`.execute(tx)
      if (rows.length > 0) await log.write(rows)
      return rows.length
    })
    report.done += count
    if (count < AT_ONCE) return report
  }
}
