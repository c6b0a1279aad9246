import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { makeBooks } from '../company/books.ts'

export type CompanyName = 'alipay' | 'wechat'

/** Makes the books that the payment companies share: notices under way, trouble on demand, who signs, odd bills. */
export async function createPaymentBooks(db: Db): Promise<void> {
  await makeBooks(db, async (tx) => {
    await sql`create table if not exists sim.payment_notices (
      company text not null,
      id text not null,
      url text not null,
      payload jsonb not null,
      attempts integer not null default 0,
      sent_at timestamptz,
      next_at timestamptz,
      primary key (company, id)
    )`.execute(tx)
    await sql`create index if not exists payment_notices_next_at on sim.payment_notices (company, next_at)
      where next_at is not null`.execute(tx)
    await sql`create table if not exists sim.payment_faults (
      company text not null,
      action text not null,
      kind text not null,
      times integer not null,
      primary key (company, action, kind)
    )`.execute(tx)
    await sql`create table if not exists sim.payment_signers (
      company text primary key,
      signs_with text not null
    )`.execute(tx)
    await sql`create table if not exists sim.bill_differences (
      company text not null,
      day date not null,
      kind text not null,
      primary key (company, day, kind)
    )`.execute(tx)
  })
}
