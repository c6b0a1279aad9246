import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPaidPayment } from '../../../tests/support/payments.ts'
import { expectSound } from '../../../tests/support/refund-builders.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { migrationsDir } from '../../platform/migrate.ts'
import { keepInSuspense, refundPayment, refundSuspense, reviveSuspense } from '../payments/index.ts'

/** The part of the migration that books what happened before there was a book. */
function backfill(): string[] {
  const text = readFileSync(join(migrationsDir, '0025_book.sql'), 'utf8')
  return text.slice(text.indexOf('create temporary table past')).split(/;\n/).filter((each) => each.trim() !== '')
}

test('what was paid, went back and lay in suspense before there was a book is booked by the migration', async () => {
  await using w = await openWorld()
  const at = w.deps.now()
  const money = { provider: 'alipay', orderId: 1, amountFen: 5_000, at } as const
  const stray = (tradeId: string) => ({ ...money, tradeId, tradeNumber: tradeId, orderNumber: tradeId })
  const paid = await aPaidPayment(w)
  await w.inTx((tx) => refundPayment(tx, { orderId: paid.orderId, amountFen: 300, reason: 'r', at }))
  await w.inTx(async (tx) => refundSuspense(tx, await keepInSuspense(tx, { ...stray('double'), reason: 'double' }), at))
  await w.inTx((tx) => keepInSuspense(tx, { ...stray('open'), reason: 'unknown_order' }))
  const late = await aPaidPayment(w, { amountFen: 5_000 })
  await w.inTx(async (tx) =>
    reviveSuspense(tx, await keepInSuspense(tx, { ...stray(late.tradeId ?? ''), reason: 'late' }), at))
  await w.inTx(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update payments.refunds set state = 'succeeded', paid_from = provider, succeeded_at = ${at}`.execute(tx)
    await sql`delete from book.postings`.execute(tx)
    await sql`delete from book.entries`.execute(tx)
  })
  await w.inTx(async (tx) => {
    for (const statement of backfill()) await sql.raw(statement).execute(tx)
  })
  const rows = await w.db.selectFrom('book.entries').select(['kind', 'business_key']).orderBy('business_key').execute()
  expect(rows.map(({ kind, business_key: key }) => [key, kind])).toEqual([
    ['payment:1', 'receipt'], ['payment:2', 'revive'], ['refund:1', 'refund'], ['refund:2', 'suspense_refund'],
    ['suspense:1', 'suspense_receipt'], ['suspense:2', 'suspense_receipt'], ['suspense:3', 'suspense_receipt'],
  ])
  await expectSound(w)
})
