import { numbered } from './rows.ts'
import type { Row, ShopRows } from './rows.ts'

type Facts = Pick<ShopRows, 'payments.payments' | 'payments.refunds'>
type Booked = Omit<Row<'book.entries'>, 'id'> & { at: Date; takes: string; gives: string; fen: number }

/** The money book of what was paid and went back: an entry with two postings for each. */
export function bookRows(facts: Facts): Pick<ShopRows, 'book.entries' | 'book.postings'> {
  const paid = facts['payments.payments'].filter(({ state }) => state === 'succeeded').map((row): Booked => ({
    kind: 'receipt', business_key: `payment:${String(row.id)}`, order_id: row.order_id, order_number: row.order_number,
    payment_id: row.id as number, refund_id: null, reference: row.trade_id ?? '', at: row.updated_at as Date,
    takes: row.method, gives: 'orders', fen: Number(row.amount_fen),
  }))
  const back = facts['payments.refunds'].filter(({ state }) => state === 'succeeded').map((row): Booked => ({
    kind: 'refund', business_key: `refund:${String(row.id)}`, order_id: row.order_id, order_number: row.order_number,
    payment_id: row.payment_id, refund_id: row.id as number, reference: row.refund_number, at: row.succeeded_at as Date,
    takes: 'orders', gives: row.provider, fen: Number(row.amount_fen),
  }))
  const entries = numbered([...paid, ...back], ({ at }) => at)
  return {
    'book.entries': entries.map(({ takes: _, gives: __, fen: ___, ...row }) => row),
    'book.postings': entries.flatMap(({ id, takes, gives, fen }) => [
      { entry_id: id, account: takes, amount_fen: fen }, { entry_id: id, account: gives, amount_fen: -fen },
    ]),
  }
}
