import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import { makeBooks } from '../company/books.ts'

export type Channel = 'sms' | 'wechat' | 'email'

/** What was "sent". `code` is the verification code in it, or null. */
export type Message = { id: number; channel: Channel; to: string; text: string; code: string | null; createdAt: Date }

/** Makes the books of messages; running it again changes nothing. */
export async function createBooks(db: Db): Promise<void> {
  await makeBooks(db, async (tx) => {
    await sql`create table if not exists sim.messages (
      id bigint generated always as identity primary key,
      channel text not null check (channel in ('sms', 'wechat', 'email')),
      "to" text not null,
      text text not null,
      code text,
      created_at timestamptz not null
    )`.execute(tx)
    await sql`create index if not exists messages_to on sim.messages ("to", id)`.execute(tx)
    await sql`create table if not exists sim.outages (
      company text primary key
    )`.execute(tx)
  })
}

export async function insertMessage(tx: Tx, message: Omit<Message, 'id'>): Promise<void> {
  const { channel, to, text, code, createdAt } = message
  await sql`insert into sim.messages (channel, "to", text, code, created_at)
    values (${channel}, ${to}, ${text}, ${code}, ${createdAt})`.execute(tx)
}

const SHOWN = 100

/** The newest hundred, of one receiver when `to` names one; newest first in the order of sending. */
export async function selectMessages(db: Db, to: string | null): Promise<Message[]> {
  const { rows } = await sql<Message>`select id, channel, "to", text, code, created_at as "createdAt"
    from sim.messages where ${to}::text is null or "to" = ${to} order by id desc limit ${SHOWN}`.execute(db)
  return rows
}

export async function putOutage(tx: Tx, company: string, isDown: boolean): Promise<void> {
  if (isDown) await sql`insert into sim.outages (company) values (${company}) on conflict do nothing`.execute(tx)
  else await sql`delete from sim.outages where company = ${company}`.execute(tx)
}

export async function isOut(db: Db, company: string): Promise<boolean> {
  const { rows } = await sql`select 1 from sim.outages where company = ${company}`.execute(db)
  return rows.length > 0
}
