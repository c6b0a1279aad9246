import type { CashierView } from '@hearth/contracts/cashier'
import { begunAttempt, standingOf, transferOf } from './cashier.ts'

/** What the company's answer said: `late` is money for an order that is cancelled, `unknown` no order of ours. */
export type Said = 'done' | 'waiting' | 'late' | 'refused' | 'unknown'
export type PayResult =
  | 'paid' | 'waiting' | 'transfer' | 'unpaid' | 'closed' | 'late' | 'refunding' | 'refunded' | 'refused' | 'unknown'

/**
 * What the result page shows. Where the order can be read its own state counts, whatever the address says; the answer
 * about what the company appended decides only where the order is silent.
 */
export function payResultOf(said: Said | null, cashier: CashierView | null, now: Date): PayResult {
  if (!cashier) return said === null ? 'unknown' : said === 'done' ? 'paid' : said
  const standing = standingOf(cashier, now)
  if (standing === 'cancelled') return said === 'late' ? 'late' : 'closed'
  if (standing !== 'open' && standing !== 'over') return standing
  if (said === 'refused' || said === 'unknown') return 'refused'
  const transfer = transferOf(cashier.attempts).state
  if (transfer === 'sent') return 'transfer'
  const mayStillCome = said !== null || (transfer === 'none' && begunAttempt(cashier.attempts) !== null)
  return mayStillCome ? 'waiting' : standing === 'over' ? 'closed' : 'unpaid'
}
