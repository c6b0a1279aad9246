import type { Db, Tx } from '../../platform/db.ts'
import type { Payment } from './payment.ts'
import { toPayment } from './payment-rows.ts'
import type { ProviderName } from './payment-provider.ts'

const COMPANIES = ['alipay', 'wechat'] as const
const ASKED_AT_ONCE = 500
/** No attempt waits longer than this for its next question; one that seems to was noted before the clock went back. */
export const LONGEST_WAIT_MS = 6 * 60_000

/** Attempts at one company that were started, have not ended, and are due to be asked about; the longest due first. */
export async function paymentsToAsk(db: Db, provider: ProviderName, now: Date): Promise<Payment[]> {
  const rows = await db.selectFrom('payments.payments').selectAll()
    .where('state', '=', 'processing').where('method', '=', provider)
    .where((eb) => eb.or([
      eb('next_ask_at', '<=', now), eb('next_ask_at', '>', new Date(now.getTime() + LONGEST_WAIT_MS)),
    ]))
    .orderBy('next_ask_at').orderBy('id').limit(ASKED_AT_ONCE).execute()
  return rows.map(toPayment)
}

/** Counts a question about an attempt and when the next is due. */
export async function noteAsked(tx: Tx, id: number, nextAskAt: Date): Promise<void> {
  await tx.updateTable('payments.payments').set((eb) => ({ asks: eb('asks', '+', 1), next_ask_at: nextAskAt }))
    .where('id', '=', id).execute()
}

/** Notes that the trade can no longer be paid at the company. */
export async function noteClosed(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('payments.payments').set({ closed_at: at }).where('id', '=', id).where('closed_at', 'is', null)
    .execute()
}

/** Attempts of the order that a company may know as payable: started there, not paid, not known to be closed. */
export async function payableTrades(db: Db, orderId: number): Promise<Payment[]> {
  const rows = await db.selectFrom('payments.payments').selectAll()
    .where('order_id', '=', orderId).where('method', 'in', COMPANIES).where('channel', 'is not', null)
    .where('closed_at', 'is', null).where('state', '<>', 'succeeded').orderBy('id').execute()
  return rows.map(toPayment)
}
