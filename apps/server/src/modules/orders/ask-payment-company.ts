import { yuanText } from '@hearth/kernel/money'
import { noteAudit } from '../../platform/audit.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { endPayment, noteNotice } from '../payments/index.ts'
import type { Payment, PaymentOutcome, PaymentProvider, PaymentProviders } from '../payments/index.ts'
import { lockOrder } from './orders.sql.ts'
import { settlePaidTrade } from './settle-payment.ts'
import type { Settlement } from './settle-payment.ts'

/** What talking to payment companies works with. */
export type CompanyDeps = { db: Db; payments: PaymentProviders; now: () => Date }
/** The same, with one of the companies. */
export type AskDeps = Omit<CompanyDeps, 'payments'> & { provider: PaymentProvider }

/** What a company said of a trade, and what the settlement did when it was paid. */
export type Asked = { status: PaymentOutcome['status'] | 'unknown'; tradeId: string; settlement: Settlement | null }

/**
 * Asks the company what became of an attempt, outside any transaction. Paid money is settled, a wrong amount is kept as
 * a case, and an attempt whose trade is closed there ends here too. Throws ProviderDown.
 */
export async function askPaymentCompany(
  deps: AskDeps, payment: Pick<Payment, 'id' | 'orderId' | 'tradeNumber' | 'expiresAt'>,
): Promise<Asked> {
  const outcome = await deps.provider.find(payment.tradeNumber)
  if (!outcome) return { status: 'unknown', tradeId: '', settlement: null }
  const { status, tradeId } = outcome
  if (status === 'closed') await endClosed(deps, payment)
  return { status, tradeId, settlement: status === 'paid' ? await settleAsked(deps, outcome) : null }
}

async function settleAsked({ db, provider, now }: AskDeps, outcome: PaymentOutcome): Promise<Settlement> {
  const { tradeNumber, tradeId, amountFen } = outcome
  const at = now()
  return inTransaction(db, async (tx) => {
    const settlement = await settlePaidTrade(tx, { method: provider.name, tradeNumber, tradeId, amountFen, at })
    if (settlement === 'wrong_amount') {
      await noteNotice(tx, {
        provider: provider.name, noticeId: `asked-${tradeId}`, orderNumber: tradeNumber, verdict: settlement, at,
        body: { trade_no: tradeId, total_amount: yuanText(amountFen) },
      })
    }
    if (settlement !== 'repeated') {
      const trade = { provider: provider.name, tradeNumber, tradeId, amountFen }
      await noteAudit(tx, { event: 'payment_settled', verdict: settlement, ...trade, at })
    }
    return settlement
  })
}

async function endClosed({ db, provider, now }: AskDeps, payment: Parameters<typeof askPaymentCompany>[1]) {
  const at = now()
  await inTransaction(db, async (tx) => {
    const ended = await endClosedAttempt(tx, payment, at)
    if (!ended) return
    const attempt = { provider: provider.name, paymentId: ended.id, tradeNumber: ended.tradeNumber }
    await noteAudit(tx, { event: 'payment_closed', verdict: 'closed_by_company', ...attempt, at })
  })
}

/**
 * A company has closed a trade: before its time the attempt was cancelled there, after its time it has expired. An
 * attempt that was paid or has ended stays as it is. @returns the attempt that ended
 */
export async function endClosedAttempt(
  tx: Tx, payment: Pick<Payment, 'id' | 'orderId' | 'expiresAt'>, at: Date,
): Promise<Payment | null> {
  await lockOrder(tx, payment.orderId)
  const move = payment.expiresAt > at ? 'cancel' : 'expire'
  return endPayment(tx, { paymentId: payment.id, move, event: 'closed_by_company', isClosed: true, at })
}
