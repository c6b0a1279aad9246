import type { Tx } from '../../platform/db.ts'
import type { Entry } from './entry.ts'

/** @returns null when this business key is booked already */
export async function insertEntry(tx: Tx, entry: Entry): Promise<number | null> {
  const row = await tx.insertInto('book.entries')
    .values({
      kind: entry.kind, business_key: entry.key, order_id: entry.orderId ?? null, order_number: entry.orderNumber ?? '',
      payment_id: entry.paymentId ?? null, suspense_id: entry.suspenseId ?? null, refund_id: entry.refundId ?? null,
      reference: entry.reference ?? '', note: entry.note ?? '', actor_id: entry.actorId ?? null, at: entry.at,
    })
    .onConflict((on) => on.column('business_key').doNothing()).returning('id').executeTakeFirst()
  return row?.id ?? null
}

export async function insertPostings(tx: Tx, entryId: number, postings: Entry['postings']): Promise<void> {
  await tx.insertInto('book.postings')
    .values(postings.map(({ account, amountFen }) => ({ entry_id: entryId, account, amount_fen: amountFen })))
    .execute()
}
