import { dayOf } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { inTransaction } from '../../platform/db.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { isProviderDown, isProviderSaidNo } from '../../platform/provider-faults.ts'
import type { CompanyBill, PaymentProviders, ProviderName } from '../payments/index.ts'
import { keepBill, lockProvider } from './bills.sql.ts'
import { bookFees } from './book-fees.ts'
import { putCases, resolveCases } from './cases.sql.ts'
import { boundsOf, sumsOf } from './reconciliation.ts'
import type { Difference, Run } from './reconciliation.ts'
import { endRun, insertRun, selectRun } from './runs.sql.ts'

/** What a comparison asks of the tables of payments and of the book. */
export type CompareAsk = { provider: ProviderName; billId: number; from: Date; to: Date; feeBasisPoints: number }
export type FindDifferences = (tx: Tx, ask: CompareAsk) => Promise<Difference[]>

export type Reconciler = {
  db: Db
  providers: PaymentProviders
  now(): Date
  /** What was agreed that a company takes, in hundredths of a percent. */
  feeBasisPoints: Record<ProviderName, number>
  findDifferences: FindDifferences
}

export type DayToCompare = { provider: ProviderName; day: string; actorId: number | null }

/**
 * Compares a day with the company's bill, line by line: keeps the bill, opens and resolves cases, books fees. Safe to
 * repeat. The bill is fetched outside any transaction; that it cannot be had ends the run, it is not thrown.
 * Throws reconciliation.no_company, reconciliation.day_not_over.
 */
export async function reconcileDay(parts: Reconciler, { provider: name, day, actorId }: DayToCompare): Promise<Run> {
  const { db, now } = parts
  const provider = parts.providers[name]
  if (!provider) throw new Refusal('reconciliation.no_company')
  if (Number.isNaN(boundsOf(day).from.getTime()) || day >= dayOf(now())) throw new Refusal('reconciliation.day_not_over')
  const runId = await inTransaction(db, (tx) => insertRun(tx, { provider: name, day, actorId, at: now() }))
  const bill = await provider.fetchBill(day).catch((fault: unknown) => {
    if (!isProviderDown(fault) && !isProviderSaidNo(fault)) throw fault
    return { problem: fault.answer }
  })
  await inTransaction(db, async (tx) => {
    if (bill === null) return endRun(tx, runId, { state: 'no_bill', problem: '' }, now())
    if ('problem' in bill) return endRun(tx, runId, { state: 'failed', problem: bill.problem.slice(0, 500) }, now())
    return compare(tx, parts, { provider: name, runId, bill })
  })
  const run = await selectRun(db, runId)
  if (!run) throw new Error(`Run ${runId} is gone`)
  return run
}

type ToCompare = { provider: ProviderName; runId: number; bill: CompanyBill }

async function compare(tx: Tx, parts: Reconciler, { provider, runId, bill }: ToCompare): Promise<void> {
  const at = parts.now()
  const { day } = bill
  await lockProvider(tx, provider)
  const billId = await keepBill(tx, provider, bill, at)
  const ask = { provider, billId, ...boundsOf(day), feeBasisPoints: parts.feeBasisPoints[provider] }
  const differences = await parts.findDifferences(tx, ask)
  await putCases(tx, { provider, day, runId, differences, at })
  await resolveCases(tx, { provider, day, runId, at })
  await bookFees(tx, provider, day, at)
  await endRun(tx, runId, { state: 'compared', billId, sums: sumsOf(bill.lines), differenceCount: differences.length }, at)
}
