import { Refusal } from '@hearth/kernel/errors'
import { noteAudit } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/db.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { accountOf, bookEntry, moved } from '../book/index.ts'
import { settlePaidTrade } from '../orders/index.ts'
import { askRefund, selectRefundByNumber } from '../payments/index.ts'
import type { PaymentProvider, RefundSender } from '../payments/index.ts'
import { lockProvider } from './bills.sql.ts'
import { bookFees } from './book-fees.ts'
import { endCase, selectCase } from './cases.sql.ts'
import { auditCase, lockOpenCase } from './dismiss-case.ts'
import type { Case } from './reconciliation.ts'

/** `refunds` asks companies about refunds and writes what they say. */
export type CaseApplier = { db: Db; now(): Date; refunds: RefundSender }
export type ApplyCase = { caseId: number; actorId: number }

/**
 * Does what a case proposes. Companies are asked first, outside any transaction; what they deny changes nothing.
 * Throws reconciliation.not_found, .case_closed, .by_hand, .company_denies, .no_company, ProviderDown.
 */
export async function applyCase(parts: CaseApplier, { caseId, actorId }: ApplyCase): Promise<Case> {
  const found = await selectCase(parts.db, caseId)
  if (!found) throw new Refusal('reconciliation.not_found')
  if (found.state !== 'open') throw new Refusal('reconciliation.case_closed')
  if (found.proposal === 'by_hand') throw new Refusal('reconciliation.by_hand')
  const asked = await askAbout(parts, found)
  await inTransaction(parts.db, async (tx) => {
    const at = parts.now()
    await lockProvider(tx, found.provider)
    const open = await lockOpenCase(tx, caseId)
    const result = asked ?? await bookDifference(tx, open, { actorId, at })
    await endCase(tx, caseId, { state: 'applied', result, note: '', actorId, at })
    await auditCase(tx, open, { verdict: result, actorId, at })
    if (open.kind === 'fee') await bookFees(tx, open.provider, open.day, at)
  })
  return await selectCase(parts.db, caseId) ?? found
}

/** What came of asking the company, in a word; null for what is only booked. */
async function askAbout(parts: CaseApplier, found: Case): Promise<string | null> {
  if (found.kind === 'fee' || found.kind.endsWith('_amount')) return null
  const provider = parts.refunds.providers[found.provider]
  if (!provider) throw new Refusal('reconciliation.no_company')
  if (found.kind === 'company_payment') return settleFromCompany(parts, provider, found)
  return found.kind === 'our_payment' ? confirmPayment(provider, found) : askAboutRefund(parts, found)
}

async function settleFromCompany(parts: CaseApplier, provider: PaymentProvider, found: Case): Promise<string> {
  const { tradeNumber, tradeId, companyFen } = found
  const outcome = await provider.find(tradeNumber)
  if (outcome?.status !== 'paid' || outcome.tradeId !== tradeId || outcome.amountFen !== companyFen) {
    throw new Refusal('reconciliation.company_denies', { said: outcome?.status ?? 'not_there' })
  }
  const trade = { method: provider.name, tradeNumber, tradeId, amountFen: outcome.amountFen }
  const at = parts.now()
  const settlement = await inTransaction(parts.db, async (tx) => {
    const verdict = await settlePaidTrade(tx, { ...trade, at })
    const { method, ...facts } = trade
    await noteAudit(tx, { event: 'payment_settled', provider: method, verdict, ...facts, at })
    return verdict
  })
  if (settlement === 'wrong_amount') throw new Refusal('reconciliation.by_hand', { said: settlement })
  return settlement
}

async function confirmPayment(provider: PaymentProvider, { tradeNumber, tradeId, ourFen }: Case): Promise<string> {
  const outcome = await provider.find(tradeNumber)
  if (outcome?.status === 'paid' && outcome.tradeId === tradeId && outcome.amountFen === ourFen) return 'company_confirms'
  throw new Refusal('reconciliation.company_denies', { said: outcome?.status ?? 'not_there' })
}

async function askAboutRefund(parts: CaseApplier, found: Case): Promise<string> {
  const refund = await selectRefundByNumber(parts.db, found.refundNumber)
  if (!refund) throw new Refusal('reconciliation.by_hand')
  const { heard } = await askRefund(parts.refunds, refund.id)
  if (heard === 'succeeded') return found.kind === 'our_refund' ? 'company_confirms' : 'refund_written'
  throw new Refusal('reconciliation.company_denies', { said: heard ?? 'not_there' })
}

/** Brings the company's account in the book to what the company says; the other side is what companies cost. */
async function bookDifference(tx: Tx, found: Case, said: { actorId: number; at: Date }): Promise<string> {
  if (found.kind === 'fee') return 'fee_booked'
  const moreFen = (found.companyFen ?? 0) - (found.ourFen ?? 0)
  const heldFen = found.kind === 'refund_amount' ? -moreFen : moreFen
  const isNew = await bookEntry(tx, {
    kind: 'correction', key: `reconciliation:${found.id}:${found.companyFen}:${found.ourFen}`,
    postings: moved(heldFen, { from: 'fees', to: accountOf(found.provider) }), reference: found.tradeId, ...said,
  })
  return isNew ? 'corrected' : 'corrected_before'
}
