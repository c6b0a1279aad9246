import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { BillLine, CompanyBill, ProviderName } from '../payments/index.ts'

const LINES_AT_ONCE = 2_000
const packed = promisify(gzip)

/** Comparisons of one company stand in line. */
export async function lockProvider(tx: Tx, provider: ProviderName): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('reconciliation'), hashtext(${provider}))`.execute(tx)
}

/** Keeps a bill with its lines, once per content, and makes it the one that counts for its day. @returns its id */
export async function keepBill(tx: Tx, provider: ProviderName, bill: CompanyBill, at: Date): Promise<number> {
  await sql`update reconciliation.bills set is_current = false
    where provider = ${provider} and day = ${bill.day} and is_current and hash <> ${bill.hash}`.execute(tx)
  const known = await sql<{ id: number }>`update reconciliation.bills set is_current = true
    where provider = ${provider} and day = ${bill.day} and hash = ${bill.hash} returning id`.execute(tx)
  if (known.rows[0]) return known.rows[0].id
  const { rows } = await sql<{ id: number }>`
    insert into reconciliation.bills (provider, day, hash, file, line_count, fetched_at)
    values (${provider}, ${bill.day}, ${bill.hash}, ${await packed(bill.file)}, ${bill.lines.length}, ${at}) returning id`.execute(tx)
  const billId = rows[0]?.id ?? 0
  for (let from = 0; from < bill.lines.length; from += LINES_AT_ONCE) {
    await insertLines(tx, billId, { from, lines: bill.lines.slice(from, from + LINES_AT_ONCE) })
  }
  return billId
}

async function insertLines(tx: Tx, billId: number, part: { from: number; lines: readonly BillLine[] }): Promise<void> {
  const { from, lines } = part
  const of = <T>(value: (line: BillLine) => T) => lines.map(value)
  await sql`insert into reconciliation.bill_lines
      (bill_id, line_no, kind, trade_number, trade_id, refund_number, amount_fen, fee_fen, at)
    select ${billId}, ${from} + n, kind, trade_number, trade_id, refund_number, amount_fen, fee_fen, at
    from unnest(${of((line) => line.kind)}::text[], ${of((line) => line.tradeNumber)}::text[],
      ${of((line) => line.tradeId)}::text[], ${of((line) => line.refundNumber ?? '')}::text[],
      ${of((line) => line.amountFen)}::bigint[], ${of((line) => line.feeFen)}::bigint[], ${of((line) => line.at)}::timestamptz[])
      with ordinality as l (kind, trade_number, trade_id, refund_number, amount_fen, fee_fen, at, n)`.execute(tx)
}

/** The fees of a day as its bill tells them, without what is disputed; and what the book holds of them. */
export async function selectFees(
  tx: Tx, provider: ProviderName, day: string,
): Promise<{ dueFen: number; bookedFen: number; times: number }> {
  const { rows } = await sql<{ dueFen: number; bookedFen: number; times: number }>`
    select (coalesce((select sum(l.fee_fen) from reconciliation.bill_lines l join reconciliation.bills b on b.id = l.bill_id
        where b.provider = ${provider} and b.day = ${day} and b.is_current), 0)
      - coalesce((select sum(company_fen - our_fen) from reconciliation.cases
        where provider = ${provider} and day = ${day} and kind = 'fee' and state in ('open', 'dismissed')), 0))::bigint as "dueFen",
      coalesce(f.fee_fen, 0)::bigint as "bookedFen", coalesce(f.times, 0) as times
    from (select 1) as one
    left join reconciliation.booked_fees f on f.provider = ${provider} and f.day = ${day}`.execute(tx)
  return rows[0] ?? { dueFen: 0, bookedFen: 0, times: 0 }
}

export async function putFees(
  tx: Tx, provider: ProviderName, day: string, fees: { feeFen: number; times: number },
): Promise<void> {
  await sql`insert into reconciliation.booked_fees (provider, day, fee_fen, times)
    values (${provider}, ${day}, ${fees.feeFen}, ${fees.times})
    on conflict (provider, day) do update set fee_fen = excluded.fee_fen, times = excluded.times`.execute(tx)
}

/**
 * Of these days those that were not compared yet. Before `recentFrom` a day without a bill is done, and days before the
 * first comparison are nobody's business.
 */
export async function selectDaysToCompare(
  db: Db, provider: ProviderName, { days, recentFrom }: { days: readonly string[]; recentFrom: string },
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`select d.day::date as day from unnest(${days}::text[]) as d (day)
    where not exists (select from reconciliation.runs r where r.provider = ${provider} and r.day = d.day::date
        and (r.state = 'compared' or (r.state = 'no_bill' and d.day < ${recentFrom})))
      and (d.day >= ${recentFrom} or exists (select from reconciliation.runs r
        where r.provider = ${provider} and r.day <= d.day::date))
    order by 1`.execute(db)
  return rows.map((row) => row.day)
}
