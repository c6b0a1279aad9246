import { yuanText } from '@hearth/kernel/money'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { noteNotice } from '../payments/index.ts'
import type { PaymentProvider } from '../payments/index.ts'
import { settlePaidTrade } from './settle-payment.ts'
import type { Settlement } from './settle-payment.ts'

export type AskDeps = { db: Db; provider: PaymentProvider; now: () => Date }

/**
 * Asks the company what became of a trade, outside any transaction, and settles it when it was paid. A wrong
 * amount is kept as a case. @returns what the settlement did, or null when the trade was not paid. Throws ProviderDown.
 */
export async function askPaymentCompany(
  { db, provider, now }: AskDeps, tradeNumber: string,
): Promise<{ settlement: Settlement; tradeId: string } | null> {
  const outcome = await provider.find(tradeNumber)
  if (outcome?.status !== 'paid') return null
  const { tradeId, amountFen } = outcome
  const settlement = await inTransaction(db, async (tx) => {
    const at = now()
    const did = await settlePaidTrade(tx, { method: provider.name, tradeNumber, tradeId, amountFen, at })
    if (did === 'wrong_amount') {
      await noteNotice(tx, {
        provider: provider.name, noticeId: `asked-${tradeId}`, orderNumber: tradeNumber, verdict: did, at,
        body: { trade_no: tradeId, total_amount: yuanText(amountFen) },
      })
    }
    return did
  })
  return { settlement, tradeId }
}
