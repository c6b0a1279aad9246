import type { Db, Tx } from '../../platform/db.ts'

export type NewNotice = {
  provider: string
  noticeId: string
  orderNumber: string
  verdict: string
  body: Record<string, string>
  at: Date
}

/** @returns false when this notice is stored already */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const row = await tx.insertInto('payments.notices')
    .values({
      provider: notice.provider, notice_id: notice.noticeId, order_number: notice.orderNumber, verdict: notice.verdict,
      body: JSON.stringify(notice.body), received_at: notice.at,
    })
    .onConflict((on) => on.columns(['provider', 'notice_id']).doNothing())
    .returning('id').executeTakeFirst()
  return row !== undefined
}

export type ProviderCall = {
  provider: string
  action: string
  /** Our number of what it was about: an order's or a refund's. */
  reference: string
  request: Record<string, unknown>
  answer: unknown
  outcome: string
  at: Date
}

export async function insertProviderCall(tx: Tx, call: ProviderCall): Promise<void> {
  await tx.insertInto('payments.provider_calls')
    .values({
      provider: call.provider, action: call.action, reference: call.reference, request: JSON.stringify(call.request),
      answer: JSON.stringify(call.answer ?? null), outcome: call.outcome, at: call.at,
    }).execute()
}

/** What was asked of companies about one of our numbers, oldest first. */
export async function selectProviderCalls(db: Db, reference: string) {
  return db.selectFrom('payments.provider_calls').select(['action', 'request', 'answer', 'outcome', 'at'])
    .where('reference', '=', reference).orderBy('id').execute()
}
