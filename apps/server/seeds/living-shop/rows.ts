import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Tx } from '../../src/platform/db.ts'
import type { DB } from '../../src/platform/tables.ts'

export type Row<T extends keyof DB> = Insertable<DB[T]>

/** Rows of the simulated Alipay, whose books are no part of the shop's tables. */
export type SimTradeRow = {
  out_trade_no: string; trade_no: string; status: 'TRADE_SUCCESS' | 'TRADE_CLOSED'; total_fen: number; subject: string
  method: string; notify_url: string; return_url: string; created_at: Date; time_expire: Date; paid_at: Date | null
}
export type SimRefundRow = {
  out_trade_no: string; out_request_no: string; amount_fen: number; status: 'REFUND_SUCCESS'; created_at: Date
}

/** Every row of the living shop under its table, in an order in which foreign keys always find their rows. */
export type ShopRows = {
  'accounts.users': Row<'accounts.users'>[]
  'customers.addresses': Row<'customers.addresses'>[]
  'catalog.categories': Row<'catalog.categories'>[]
  'catalog.brands': Row<'catalog.brands'>[]
  'lifecycle.product_types': Row<'lifecycle.product_types'>[]
  'catalog.products': Row<'catalog.products'>[]
  'catalog.skus': Row<'catalog.skus'>[]
  'media.images': Row<'media.images'>[]
  'content.banners': Row<'content.banners'>[]
  'content.cases': Row<'content.cases'>[]
  'content.case_blocks': Row<'content.case_blocks'>[]
  'content.slots': Row<'content.slots'>[]
  'content.entries': Row<'content.entries'>[]
  'content.channels': Row<'content.channels'>[]
  'stock.levels': Row<'stock.levels'>[]
  'orders.orders': Row<'orders.orders'>[]
  'orders.order_lines': Row<'orders.order_lines'>[]
  'orders.order_moves': Row<'orders.order_moves'>[]
  'stock.holds': Row<'stock.holds'>[]
  'stock.moves': Row<'stock.moves'>[]
  'payments.payments': Row<'payments.payments'>[]
  'payments.payment_moves': Row<'payments.payment_moves'>[]
  'payments.refunds': Row<'payments.refunds'>[]
  'payments.refund_moves': Row<'payments.refund_moves'>[]
  'book.entries': Row<'book.entries'>[]
  'book.postings': Row<'book.postings'>[]
  'fulfilment.parcels': Row<'fulfilment.parcels'>[]
  'lifecycle.units': Row<'lifecycle.units'>[]
  'lifecycle.repairs': Row<'lifecycle.repairs'>[]
  'lifecycle.operation_records': Row<'lifecycle.operation_records'>[]
  'sim.alipay_trades': SimTradeRow[]
  'sim.alipay_refunds': SimRefundRow[]
}

const CHUNK = 1_000

/** Writes the rows of one table with the ids they have; what is added later gets ids above them. */
export async function insertRows(tx: Tx, table: keyof ShopRows, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const odd = rows.find((row) => Object.keys(row).join() !== columns.join())
  if (odd) throw new Error(`A row of ${table} has other columns than the first: ${Object.keys(odd).join()}`)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = JSON.stringify(rows.slice(from, from + CHUNK))
    await sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${chunk}::jsonb)`.execute(tx)
  }
  if (columns.includes('id')) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`
      .execute(tx)
  }
}

/** Numbers rows from 1 in the order of their instants, as if they had been written when they happened. */
export function numbered<R extends object>(rows: readonly R[], atOf: (row: R) => Date): (R & { id: number })[] {
  return rows.map((row, place) => ({ row, place, at: atOf(row).getTime() }))
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ row }, at) => ({ id: at + 1, ...row }))
}
