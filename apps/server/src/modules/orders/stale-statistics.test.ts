import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPaidOrder } from '../../../tests/support/unit-builders.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { selectPaymentOfTrade } from '../payments/payments.sql.ts'
import { selectExpired, selectUnpaidPieces } from './orders.sql.ts'

const RUSH = 400

/** Rows of a table that this transaction has fetched by an index. */
async function fetched(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select idx_tup_fetch as n from pg_stat_xact_user_tables where schemaname || '.' || relname = ${table}`.execute(tx)
  return rows[0]?.n ?? 0
}

async function fetchedBy(tx: Tx, table: string, ask: () => Promise<unknown>): Promise<number> {
  const before = await fetched(tx, table)
  await ask()
  return (await fetched(tx, table)) - before
}

test('in a rush that the statistics do not know yet, only the rows that are asked for are read', async () => {
  await using w = await openWorld()
  const ann = await w.signIn('ann')
  const { id: orderId } = await aPaidOrder(w, ann.userId, [{ productTypeId: null, qty: 1 }])
  await inTransaction(w.db, async (tx) => {
    // Yesterday: very many orders, none unpaid, none paid by Alipay.
    await copies(tx, { orderId, from: 1, to: 4_000, state: 'completed' })
    await sql`analyze orders.orders, orders.order_lines, payments.payments`.execute(tx)
    await copies(tx, { orderId, from: 4_001, to: 4_000 + RUSH, state: 'pending' })
    const buyer = await w.signIn('bob').then((bob) => bob.userId)
    expect(await fetchedBy(tx, 'orders.orders', () => selectUnpaidPieces(tx, buyer))).toBe(0)
    expect(await fetchedBy(tx, 'orders.orders', () => selectExpired(tx, new Date('2030-01-01Z'), 10))).toBeLessThan(20)
    expect(await fetchedBy(tx, 'payments.payments', () => selectPaymentOfTrade(tx, 'alipay', '20250101000000004001'))).toBe(1)
    const renumbered = () => sql`
      update payments.payments set trade_number = '' where order_number = '20250101000000004002'`.execute(tx)
    expect(await fetchedBy(tx, 'payments.payments', renumbered)).toBeLessThan(10)
  })
})

async function copies(tx: Tx, o: { orderId: number; from: number; to: number; state: string }): Promise<void> {
  await sql`insert into orders.orders (number, user_id, state, goods_fen, payable_fen, item_qty, pay_method, receiver, phone,
      province, city, district, province_code, city_code, district_code, address_detail, placed_by, placed_at, expires_at,
      updated_at)
    select '202501010000' || lpad(n::text, 8, '0'), user_id, ${o.state}, goods_fen, payable_fen, item_qty, pay_method,
      receiver, phone, province, city, district, province_code, city_code, district_code, address_detail, placed_by,
      placed_at, expires_at, updated_at
    from orders.orders, generate_series(${o.from}::int, ${o.to}::int) as n where id = ${o.orderId}`.execute(tx)
  await sql`insert into payments.payments (order_id, order_number, user_id, method, amount_fen, state, expires_at,
      created_at, updated_at)
    select o.id, o.number, o.user_id, case o.state when 'pending' then 'alipay' else 'bank' end, o.payable_fen,
      case o.state when 'pending' then 'init' else 'cancelled' end, o.expires_at, o.placed_at, o.placed_at
    from orders.orders o where o.state = ${o.state} and o.number between ${`202501010000${String(o.from).padStart(8, '0')}`}
      and ${`202501010000${String(o.to).padStart(8, '0')}`}`.execute(tx)
}
