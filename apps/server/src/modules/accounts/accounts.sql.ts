import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

/** @returns the person with this user name (whatever its case) or mobile number, with the password hash */
export function selectUserByLogin(db: Db, login: string) {
  return db.selectFrom('accounts.users')
    .select(['id', 'username', 'mobile', 'email', 'role', 'is_agent', 'password_hash'])
    .where((eb) => eb.or([eb(sql`lower(username)`, '=', login.toLowerCase()), eb('mobile', '=', login)]))
    .where('is_active', '=', true)
    // a name that reads like somebody's mobile never wins over the mobile
    .orderBy(sql`mobile is not distinct from ${login}`, 'desc')
    .limit(1).executeTakeFirst()
}

/** @returns the session with its person, when it has not been ended and he is not blocked */
export function selectStandingSession(db: Db, sessionId: string) {
  return db.selectFrom('accounts.sessions as s').innerJoin('accounts.users as u', 'u.id', 's.user_id')
    .select(['s.id as session_id', 's.last_used_at', 'u.id', 'u.username', 'u.mobile', 'u.email', 'u.role', 'u.is_agent'])
    .where('s.id', '=', sessionId).where('s.ended_at', 'is', null).where('u.is_active', '=', true)
    .executeTakeFirst()
}

export async function insertSession(tx: Tx, session: { id: string; userId: number; userAgent: string; at: Date }) {
  await tx.insertInto('accounts.sessions').values({
    id: session.id, user_id: session.userId, user_agent: session.userAgent.slice(0, 300),
    created_at: session.at, last_used_at: session.at,
  }).execute()
}

export type NewRefreshToken = { hash: string; sessionId: string; at: Date; expiresAt: Date }

export async function insertRefreshToken(tx: Tx, token: NewRefreshToken) {
  await tx.insertInto('accounts.refresh_tokens')
    .values({ token_hash: token.hash, session_id: token.sessionId, created_at: token.at, expires_at: token.expiresAt })
    .execute()
}

/** Locks the token's row, so that of two who bring it only one finds it unspent. */
export function lockRefreshToken(tx: Tx, hash: string) {
  return tx.selectFrom('accounts.refresh_tokens as t')
    .innerJoin('accounts.sessions as s', 's.id', 't.session_id')
    .innerJoin('accounts.users as u', 'u.id', 's.user_id')
    .select(['t.session_id', 't.expires_at', 't.spent_at', 's.ended_at', 's.user_id', 'u.is_active'])
    .where('t.token_hash', '=', hash).forUpdate(['t']).executeTakeFirst()
}

export async function spendRefreshToken(tx: Tx, hash: string, at: Date) {
  await tx.updateTable('accounts.refresh_tokens').set({ spent_at: at }).where('token_hash', '=', hash).execute()
}

export async function touchSession(tx: Tx, sessionId: string, at: Date) {
  await tx.updateTable('accounts.sessions').set({ last_used_at: at }).where('id', '=', sessionId).execute()
}

export async function endSessionRow(tx: Tx, sessionId: string, because: string, at: Date) {
  await tx.updateTable('accounts.sessions').set({ ended_at: at, ended_because: because })
    .where('id', '=', sessionId).where('ended_at', 'is', null).execute()
}

export async function touchLastLogin(tx: Tx, userId: number, at: Date) {
  await tx.updateTable('accounts.users').set({ last_login_at: at }).where('id', '=', userId).execute()
}

export function selectUser(db: Db, id: number) {
  return db.selectFrom('accounts.users')
    .select(['id', 'username', 'mobile', 'email', 'avatar_url', 'role', 'is_agent', 'last_login_at', 'created_at'])
    .where('id', '=', id).where('is_active', '=', true).executeTakeFirst()
}

/** Agents by id; `search` looks into name and mobile. */
export function selectAgents(db: Db, search: string) {
  return db.selectFrom('accounts.users').select(['id', 'username', 'mobile', 'email', 'role', 'is_agent'])
    .where('is_agent', '=', true).where('is_active', '=', true)
    .$if(search !== '', (query) => query.where((eb) => eb.or([
      eb(sql`position(lower(${search}) in lower(username))`, '>', 0), eb(sql`position(${search} in coalesce(mobile, ''))`, '>', 0),
    ])))
    .orderBy('id').limit(1_000).execute()
}

export type NewUser = {
  username: string
  mobile: string | null
  email: string
  passwordHash: string | null
  role: 'individual' | 'dealer' | 'support' | 'admin'
  isAgent: boolean
  at: Date
}

export async function insertUser(tx: Tx, user: NewUser): Promise<number> {
  const row = await tx.insertInto('accounts.users').values({
    username: user.username, mobile: user.mobile, email: user.email, password_hash: user.passwordHash, role: user.role,
    is_agent: user.isAgent, created_at: user.at,
  }).returning('id').executeTakeFirstOrThrow()
  return row.id
}
