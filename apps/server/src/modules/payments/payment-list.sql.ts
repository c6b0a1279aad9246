import type { SelectQueryBuilder } from 'kysely'
import { offsetOf } from '@hearth/kernel/pages'
import type { PageAsk } from '@hearth/kernel/pages'
import type { Db } from '../../platform/db.ts'
import type { DB } from '../../platform/tables.ts'
import type { Payment, PaymentMethod, PaymentState } from './payment.ts'
import { toPayment } from './payment-rows.ts'

/** `waitsForProof`: bank transfers of which a proof was sent and nothing decided. */
export type PaymentFilter = {
  userId?: number
  orderId?: number
  orderNumber?: string
  method?: PaymentMethod
  state?: PaymentState
  waitsForProof?: boolean
}

function filtered<O>(query: SelectQueryBuilder<DB, 'payments.payments', O>, filter: PaymentFilter) {
  const { userId, orderId, orderNumber, method, state, waitsForProof } = filter
  return query.where('removed_at', 'is', null)
    .$if(userId !== undefined, (q) => q.where('user_id', '=', userId ?? 0))
    .$if(orderId !== undefined, (q) => q.where('order_id', '=', orderId ?? 0))
    .$if(orderNumber !== undefined, (q) => q.where('order_number', '=', orderNumber ?? ''))
    .$if(method !== undefined, (q) => q.where('method', '=', method ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? ''))
    .$if(waitsForProof === true, (q) => q.where('state', 'in', ['init', 'processing'])
      .where('id', 'in', (eb) => eb.selectFrom('payments.bank_proofs').select('payment_id')))
}

/** Attempts that are listed, newest first. */
export async function selectPayments(db: Db, filter: PaymentFilter, ask: PageAsk): Promise<Payment[]> {
  const rows = await filtered(db.selectFrom('payments.payments').selectAll(), filter)
    .orderBy('id', 'desc').limit(ask.pageSize).offset(offsetOf(ask)).execute()
  return rows.map(toPayment)
}

export async function countPayments(db: Db, filter: PaymentFilter): Promise<number> {
  const query = db.selectFrom('payments.payments').select((eb) => eb.fn.countAll<number>().as('n'))
  return Number((await filtered(query, filter).executeTakeFirstOrThrow()).n)
}

/** The newest listed attempt under a number of ours, the order's or the trade's. */
export async function selectLatestPayment(db: Db, number: string): Promise<Payment | null> {
  const row = await db.selectFrom('payments.payments').selectAll()
    .where((eb) => eb.or([eb('order_number', '=', number), eb('trade_number', '=', number)]))
    .where('removed_at', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? toPayment(row) : null
}

/** One attempt that is listed. */
export async function selectListedPayment(db: Db, id: number): Promise<Payment | null> {
  const row = await db.selectFrom('payments.payments').selectAll()
    .where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
  return row ? toPayment(row) : null
}
