import type { Db, Tx } from '../../platform/db.ts'

/** @returns the session with its person, when it has not been ended and he is not blocked */
export function selectStandingSession(db: Db, sessionId: string) {
  return db.selectFrom('accounts.sessions as s').innerJoin('accounts.users as u', 'u.id', 's.user_id')
    .select(['s.id as session_id', 's.last_used_at', 'u.id', 'u.username', 'u.mobile', 'u.email', 'u.role', 'u.is_agent'])
    .where('s.id', '=', sessionId).where('s.ended_at', 'is', null).where('u.is_active', '=', true)
    .executeTakeFirst()
}

export type NewSession = {
  id: string
  userId: number
  userAgent: string
  address: string
  deviceHash: string | null
  at: Date
}

export async function insertSession(tx: Tx, session: NewSession) {
  await tx.insertInto('accounts.sessions').values({
    id: session.id, user_id: session.userId, user_agent: session.userAgent.slice(0, 300), address: session.address,
    device_hash: session.deviceHash, created_at: session.at, last_used_at: session.at,
  }).execute()
}

/** The sessions of a person that stand, the last used first. */
export function selectSessions(db: Db, userId: number, usedSince: Date) {
  return db.selectFrom('accounts.sessions').select(['id', 'user_agent', 'address', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId).where('ended_at', 'is', null).where('last_used_at', '>', usedSince)
    .orderBy('last_used_at', 'desc').orderBy('created_at', 'desc').limit(100).execute()
}

/** Whether the person has ever signed in on this device. */
export async function isKnownDevice(db: Db, userId: number, deviceHash: string): Promise<boolean> {
  const row = await db.selectFrom('accounts.sessions').select('id')
    .where('user_id', '=', userId).where('device_hash', '=', deviceHash).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function touchSession(db: Db, sessionId: string, at: Date) {
  await db.updateTable('accounts.sessions').set({ last_used_at: at }).where('id', '=', sessionId).execute()
}

export async function endSessionRow(tx: Tx, sessionId: string, because: string, at: Date) {
  await tx.updateTable('accounts.sessions').set({ ended_at: at, ended_because: because })
    .where('id', '=', sessionId).where('ended_at', 'is', null).execute()
}

/** Ends one session of this person. @returns whether there was one */
export async function endOwnSession(tx: Tx, one: { sessionId: string; userId: number; at: Date }): Promise<boolean> {
  const done = await tx.updateTable('accounts.sessions').set({ ended_at: one.at, ended_because: 'ended by the person' })
    .where('id', '=', one.sessionId).where('user_id', '=', one.userId).where('ended_at', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Ends every session of a person. @returns how many */
export async function endSessionsOf(tx: Tx, userId: number, because: string, at: Date): Promise<number> {
  const done = await tx.updateTable('accounts.sessions').set({ ended_at: at, ended_because: because })
    .where('user_id', '=', userId).where('ended_at', 'is', null).executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Forgets with which browsers and from where a person signed in. */
export async function blankSessions(tx: Tx, userId: number): Promise<void> {
  await tx.updateTable('accounts.sessions').set({ user_agent: '', address: '', device_hash: null }).where('user_id', '=', userId).execute()
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
