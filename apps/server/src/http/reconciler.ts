import type { Reconciler } from '../modules/reconciliation/index.ts'
import { selectBillDifferences } from '../reads/bill-differences.sql.ts'
import type { Deps } from './deps.ts'

/** What compares days with the bills of the payment companies. */
export function reconcilerOf({ db, payments, now, config }: Pick<Deps, 'db' | 'payments' | 'now' | 'config'>): Reconciler {
  return { db, providers: payments, now, feeBasisPoints: config.feeBasisPoints, findDifferences: selectBillDifferences }
}
