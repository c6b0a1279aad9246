import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

/** What a buyer sent to prove a bank transfer. */
export type BankProof = { paymentId: number; imagePath: string | null; note: string; uploadedAt: Date }

/** Keeps the proof of an attempt instead of an earlier one; a part that is not given stays. */
export async function upsertBankProof(tx: Tx, proof: BankProof): Promise<void> {
  const { paymentId, imagePath, note, uploadedAt } = proof
  await tx.insertInto('payments.bank_proofs')
    .values({ payment_id: paymentId, image_path: imagePath, note, uploaded_at: uploadedAt })
    .onConflict((on) => on.column('payment_id').doUpdateSet((eb) => ({
      image_path: imagePath ?? eb.ref('payments.bank_proofs.image_path'),
      note: note || eb.ref('payments.bank_proofs.note'),
      uploaded_at: uploadedAt,
    })))
    .execute()
}

/** Whether a proof was sent for any attempt to pay the order. */
export async function hasBankProof(tx: Tx, orderId: number): Promise<boolean> {
  const row = await tx.selectFrom('payments.bank_proofs as b')
    .innerJoin('payments.payments as p', 'p.id', 'b.payment_id').select('b.payment_id')
    .where('p.order_id', '=', orderId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Proofs by attempt. */
export async function selectBankProofs(db: Db, paymentIds: readonly number[]): Promise<Map<number, BankProof>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await db.selectFrom('payments.bank_proofs').selectAll().where('payment_id', 'in', paymentIds).execute()
  return new Map(rows.map((row) => [row.payment_id, {
    paymentId: row.payment_id, imagePath: row.image_path, note: row.note, uploadedAt: row.uploaded_at,
  }]))
}

/**
 * Two confirmations under one bank reference take turns.
 * @returns the attempt that this reference has paid already, or whose order its money came too late for; of the order
 * `orderId` only what it has paid
 */
export async function lockBankReference(tx: Tx, reference: string, orderId: number): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('payments.bank_proofs'), hashtext(${reference}))`.execute(tx)
  const row = await tx.selectFrom('payments.payments').select('id')
    .where('method', '=', 'bank').where('trade_id', '=', reference).executeTakeFirst()
  if (row) return row.id
  const late = await tx.selectFrom('payments.suspense as s')
    .innerJoin('payments.payments as p', (on) => on.onRef('p.order_id', '=', 's.order_id')
      .onRef('p.trade_number', '=', 's.trade_number').on('p.method', '=', 'bank'))
    .select('p.id').where('s.provider', '=', 'bank').where('s.trade_id', '=', reference)
    .where('s.order_id', '<>', orderId).orderBy('p.id').executeTakeFirst()
  return late?.id ?? null
}
