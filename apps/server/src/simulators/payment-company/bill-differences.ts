import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { CompanyName } from './books.ts'

/** One line of a company's day: money that came, or went back. Amounts are positive; a fee given back is negative. */
export type SimBillRow = {
  kind: 'payment' | 'refund'
  outTradeNo: string
  tradeNo: string
  outRefundNo: string
  refundNo: string
  subject: string
  amountFen: number
  feeFen: number
  at: Date
}

/** What a bill of a day can be made to have wrong: first its lines, then the file. */
export const billDifferences = [
  'missing_line', 'extra_line', 'wrong_amount', 'wrong_fee', 'refund_missing',
  'wrong_hash', 'other_columns', 'cut_short', 'bomb', 'other_host', 'redirect',
] as const
export type BillDifference = (typeof billDifferences)[number]

/** Money that came, or went back, as a company's own books have it. */
export type BilledPayment = Pick<SimBillRow, 'outTradeNo' | 'tradeNo' | 'subject' | 'amountFen' | 'at'>
export type BilledRefund = BilledPayment & Pick<SimBillRow, 'outRefundNo' | 'refundNo'>

const FEE_PER_MILLE = 6
const DAY_MS = 86_400_000

/** What the company takes of a payment: 0.6 %, to the fen. */
function feeOf(amountFen: number): number {
  return Math.round((amountFen * FEE_PER_MILLE) / 1_000)
}

/** The lines of a day: what came, then what went back, and the fees of both. */
export function billRows(payments: readonly BilledPayment[], refunds: readonly BilledRefund[]): SimBillRow[] {
  return [
    ...payments.map((each): SimBillRow => ({
      ...each, kind: 'payment', outRefundNo: '', refundNo: '', feeFen: feeOf(each.amountFen),
    })),
    ...refunds.map((each): SimBillRow => ({ ...each, kind: 'refund', feeFen: -feeOf(each.amountFen) })),
  ]
}

/** A day in Asia/Shanghai from its first instant until before the next. */
export function dayBounds(day: string): { from: Date; to: Date } {
  const from = new Date(`${day}T00:00:00+08:00`)
  return { from, to: new Date(from.getTime() + DAY_MS) }
}

/** Whether the bill of `day` is made by `now`: from `hour` o'clock of the next morning on. */
export function isMade(day: string, hour: number, now: Date): boolean {
  const { from, to } = dayBounds(day)
  return !Number.isNaN(from.getTime()) && now.getTime() >= to.getTime() + hour * 3_600_000
}

export type Planting = { company: CompanyName; day: string; kind: BillDifference }

export async function plantDifference(db: Db, { company, day, kind }: Planting): Promise<void> {
  await sql`insert into sim.bill_differences (company, day, kind) values (${company}, ${day}, ${kind})
    on conflict do nothing`.execute(db)
}

export async function clearDifferences(db: Db, company: CompanyName, day: string): Promise<void> {
  await sql`delete from sim.bill_differences where company = ${company} and day = ${day}`.execute(db)
}

export async function selectDifferences(db: Db, company: CompanyName, day: string): Promise<BillDifference[]> {
  const { rows } = await sql<{ kind: BillDifference }>`select kind from sim.bill_differences
    where company = ${company} and day = ${day} order by kind`.execute(db)
  return rows.map((row) => row.kind)
}

/**
 * The rows as a bill with these differences tells them: the first payment is missing, the amount of the next one is off
 * by a fen, the fee of the last one by a yuan, the first refund is missing. `extra_line` is a real trade in the books.
 */
export function withDifferences(rows: readonly SimBillRow[], kinds: readonly BillDifference[]): SimBillRow[] {
  let told = [...rows]
  const without = (kind: SimBillRow['kind']) => {
    const first = told.findIndex((row) => row.kind === kind)
    told = told.filter((_, at) => at !== first)
  }
  if (kinds.includes('missing_line')) without('payment')
  if (kinds.includes('refund_missing')) without('refund')
  const changed = (at: number, change: (row: SimBillRow) => SimBillRow) => {
    told = told.map((row, index) => (index === at ? change(row) : row))
  }
  const isPayment = (row: SimBillRow) => row.kind === 'payment'
  if (kinds.includes('wrong_amount')) {
    changed(told.findIndex(isPayment), (row) => ({ ...row, amountFen: row.amountFen + 1 }))
  }
  if (kinds.includes('wrong_fee')) {
    changed(told.findLastIndex(isPayment), (row) => ({ ...row, feeFen: row.feeFen + 100 }))
  }
  return told
}

/** The number of the trade that `extra_line` enters into the books: nobody's order. */
export function extraNumber(day: string): string {
  return `EXTRA${day.replaceAll('-', '')}`
}
