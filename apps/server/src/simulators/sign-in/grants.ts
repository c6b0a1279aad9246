import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { makeBooks } from '../company/books.ts'

const CODE_MS = 5 * 60_000

export type Company = 'qq' | 'alipay'
export type Grant = { openid: string; redirectUri: string; token: string }
/** A code that gives nothing: never made, too old, or used before. */
export type Worthless = 'unknown' | 'expired' | 'used'

/** Makes the books of sign-ins, shared by the companies where browsers sign in; running it again changes nothing. */
export async function createSignInBooks(db: Db): Promise<void> {
  await makeBooks(db, async (tx) => {
    await sql`create table if not exists sim.sign_ins (
      company text not null,
      code text not null,
      openid text not null,
      redirect_uri text not null,
      created_at timestamptz not null,
      token text,
      primary key (company, code),
      unique (company, token)
    )`.execute(tx)
  })
}

export type IssueCode = { company: Company; openid: string; redirectUri: string; at: Date }

/** Somebody signed in: the code that his browser brings back. It is good once, for five minutes. */
export async function issueCode(db: Db, { company, openid, redirectUri, at }: IssueCode): Promise<string> {
  const code = newSecret()
  await inTransaction(db, (tx) => sql`insert into sim.sign_ins (company, code, openid, redirect_uri, created_at)
    values (${company}, ${code}, ${openid}, ${redirectUri}, ${at})`.execute(tx))
  return code
}

/** Whom a code would give, without using it up; null when it was never made. */
export async function peekCode(db: Db, company: Company, code: string): Promise<string | null> {
  const { rows } = await sql<{ openid: string }>`select openid from sim.sign_ins
    where company = ${company} and code = ${code}`.execute(db)
  return rows[0]?.openid ?? null
}

/** Trades a code for a token, once. A code from the future is good: the clock was put back. */
export async function takeCode(tx: Tx, company: Company, code: string, at: Date): Promise<Grant | Worthless> {
  const { rows } = await sql<{ openid: string; redirectUri: string; createdAt: Date; token: string | null }>`
    select openid, redirect_uri as "redirectUri", created_at as "createdAt", token from sim.sign_ins
    where company = ${company} and code = ${code} for update`.execute(tx)
  const found = rows[0]
  if (!found) return 'unknown'
  if (found.token) return 'used'
  if (at.getTime() - found.createdAt.getTime() > CODE_MS) return 'expired'
  const token = newSecret()
  await sql`update sim.sign_ins set token = ${token} where company = ${company} and code = ${code}`.execute(tx)
  return { openid: found.openid, redirectUri: found.redirectUri, token }
}

/** Whose token this is; null when it is nobody's. Tokens do not expire. */
export async function selectTokenOwner(db: Db, company: Company, token: string): Promise<string | null> {
  const { rows } = await sql<{ openid: string }>`select openid from sim.sign_ins
    where company = ${company} and token = ${token}`.execute(db)
  return rows[0]?.openid ?? null
}

/** 32 hexadecimal digits, the form of codes and tokens at both companies. */
function newSecret(): string {
  return randomBytes(16).toString('hex').toUpperCase()
}
