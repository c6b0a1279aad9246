import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { ProviderName } from '../payments/index.ts'
import type { Run, Sums } from './reconciliation.ts'

const RUN = sql`r.id, r.provider, r.day, r.state, b.hash, r.payment_count as "paymentCount", r.payment_fen as "paymentFen",
  r.refund_count as "refundCount", r.refund_fen as "refundFen", r.fee_fen as "feeFen",
  r.difference_count as "differenceCount", r.problem, r.actor_id as "actorId", r.started_at as "startedAt",
  r.finished_at as "finishedAt"`
const RUNS = sql`reconciliation.runs r left join reconciliation.bills b on b.id = r.bill_id`

export type NewRun = { provider: ProviderName; day: string; actorId: number | null; at: Date }

export async function insertRun(tx: Tx, run: NewRun): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into reconciliation.runs (provider, day, state, actor_id, started_at)
    values (${run.provider}, ${run.day}, 'running', ${run.actorId}, ${run.at}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export type Ending =
  | { state: 'compared'; billId: number; sums: Sums; differenceCount: number }
  | { state: 'no_bill' | 'failed'; problem: string }

export async function endRun(tx: Tx, runId: number, ending: Ending, at: Date): Promise<void> {
  if (ending.state !== 'compared') {
    await sql`update reconciliation.runs set state = ${ending.state}, problem = ${ending.problem}, finished_at = ${at}
      where id = ${runId}`.execute(tx)
    return
  }
  const { sums } = ending
  await sql`update reconciliation.runs set state = 'compared', bill_id = ${ending.billId}, finished_at = ${at},
      payment_count = ${sums.paymentCount}, payment_fen = ${sums.paymentFen}, refund_count = ${sums.refundCount},
      refund_fen = ${sums.refundFen}, fee_fen = ${sums.feeFen}, difference_count = ${ending.differenceCount}
    where id = ${runId}`.execute(tx)
}

export async function selectRun(db: Db, id: number): Promise<Run | null> {
  const { rows } = await sql<Run>`select ${RUN} from ${RUNS} where r.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type RunFilter = { provider: ProviderName | null; day: string | null }
export type RowsAsked = { limit: number; offset: number }

/** Comparisons, the newest first, and how many there are in all. */
export async function selectRuns(db: Db, filter: RunFilter, asked: RowsAsked): Promise<{ rows: Run[]; total: number }> {
  const { provider, day } = filter
  const where = sql`(${provider}::text is null or r.provider = ${provider}) and (${day}::date is null or r.day = ${day}::date)`
  const { rows } = await sql<Run>`select ${RUN} from ${RUNS} where ${where}
    order by r.id desc limit ${asked.limit} offset ${asked.offset}`.execute(db)
  const counted = await sql<{ n: number }>`select count(*) as n from reconciliation.runs r where ${where}`.execute(db)
  return { rows, total: Number(counted.rows[0]?.n ?? 0) }
}
