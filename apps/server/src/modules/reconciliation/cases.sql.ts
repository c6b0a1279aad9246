import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { ProviderName } from '../payments/index.ts'
import type { Case, CaseState, Difference } from './reconciliation.ts'
import type { RowsAsked } from './runs.sql.ts'

const CASE = sql`id, provider, day, kind, trade_number as "tradeNumber", trade_id as "tradeId", refund_number as "refundNumber",
  company_fen as "companyFen", our_fen as "ourFen", proposal, state, result, note, actor_id as "actorId",
  created_at as "createdAt", updated_at as "updatedAt"`
const AT_ONCE = 5_000

export type Found = { provider: ProviderName; day: string; runId: number; differences: readonly Difference[]; at: Date }

/**
 * Keeps what a comparison found. A case that was dealt with opens again when its figures are others, or when something
 * that only the company had is still only the company's.
 */
export async function putCases(tx: Tx, found: Found): Promise<void> {
  for (let from = 0; from < found.differences.length; from += AT_ONCE) {
    await putSome(tx, { ...found, differences: found.differences.slice(from, from + AT_ONCE) })
  }
}

async function putSome(tx: Tx, { provider, day, runId, differences, at }: Found): Promise<void> {
  const of = <T>(value: (each: Difference) => T) => differences.map(value)
  await sql`insert into reconciliation.cases as c (provider, day, kind, trade_number, trade_id, refund_number, company_fen,
      our_fen, proposal, state, run_id, created_at, updated_at)
    select distinct on (kind, trade_id, refund_number) ${provider}, ${day}::date, kind, trade_number, trade_id, refund_number,
      company_fen, our_fen, proposal, 'open', ${runId}::bigint, ${at}::timestamptz, ${at}::timestamptz
    from unnest(${of((each) => each.kind)}::text[], ${of((each) => each.tradeNumber)}::text[], ${of((each) => each.tradeId)}::text[],
      ${of((each) => each.refundNumber)}::text[], ${of((each) => each.companyFen)}::bigint[], ${of((each) => each.ourFen)}::bigint[],
      ${of((each) => each.proposal)}::text[]) as d (kind, trade_number, trade_id, refund_number, company_fen, our_fen, proposal)
    on conflict (provider, kind, trade_id, refund_number) do update set run_id = excluded.run_id, day = excluded.day,
      company_fen = excluded.company_fen, our_fen = excluded.our_fen, proposal = excluded.proposal,
      updated_at = excluded.updated_at,
      state = case when c.state = 'resolved' or (c.state = 'applied' and c.kind in ('company_payment', 'company_refund'))
        or (c.company_fen, c.our_fen) is distinct from (excluded.company_fen, excluded.our_fen) then 'open' else c.state end`.execute(tx)
}

/** Open cases of a day that this comparison did not find are over; so are those of ours that another day's bill has. */
export async function resolveCases(tx: Tx, { provider, day, runId, at }: Omit<Found, 'differences'>): Promise<void> {
  await sql`update reconciliation.cases c set state = 'resolved', result = 'no_longer_found', updated_at = ${at}
    where c.provider = ${provider} and c.state = 'open' and (
      (c.day = ${day}::date and c.run_id <> ${runId})
      or (c.kind in ('our_payment', 'our_refund') and exists (
        select from reconciliation.bill_lines l join reconciliation.bills b on b.id = l.bill_id
        where l.trade_id = c.trade_id and l.refund_number = c.refund_number and b.provider = c.provider and b.is_current)))`.execute(tx)
}

export async function lockCase(tx: Tx, id: number): Promise<Case | null> {
  const { rows } = await sql<Case>`select ${CASE} from reconciliation.cases where id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

export async function selectCase(db: Db, id: number): Promise<Case | null> {
  const { rows } = await sql<Case>`select ${CASE} from reconciliation.cases where id = ${id}`.execute(db)
  return rows[0] ?? null
}

export type CaseFilter = { provider: ProviderName | null; day: string | null; state: CaseState | null }

/** Cases, the newest day first, and how many there are in all. */
export async function selectCases(db: Db, filter: CaseFilter, asked: RowsAsked): Promise<{ rows: Case[]; total: number }> {
  const { provider, day, state } = filter
  const where = sql`(${provider}::text is null or provider = ${provider}) and (${day}::date is null or day = ${day}::date)
    and (${state}::text is null or state = ${state})`
  const { rows } = await sql<Case>`select ${CASE} from reconciliation.cases where ${where}
    order by day desc, id limit ${asked.limit} offset ${asked.offset}`.execute(db)
  const counted = await sql<{ n: number }>`select count(*) as n from reconciliation.cases where ${where}`.execute(db)
  return { rows, total: Number(counted.rows[0]?.n ?? 0) }
}

export type CaseEnd = { state: 'applied' | 'dismissed'; result: string; note: string; actorId: number; at: Date }

export async function endCase(tx: Tx, id: number, end: CaseEnd): Promise<void> {
  await sql`update reconciliation.cases set state = ${end.state}, result = ${end.result}, note = ${end.note},
      actor_id = ${end.actorId}, updated_at = ${end.at}
    where id = ${id}`.execute(tx)
}
