import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../platform/db.ts'
import type { Person, Role } from './account.ts'
import {
  endSessionRow, insertRefreshToken, insertSession, lockRefreshToken, selectStandingSession, spendRefreshToken,
  touchLastLogin, touchSession,
} from './accounts.sql.ts'
import type { Tokens } from './tokens.ts'

export type TokenPair = { access: string; refresh: string }
export type OpenSession = { userId: number; userAgent: string; refreshDays: number; at: Date }

/** Signs a person in: a session of its own with a family of refresh tokens. */
export async function openSession(tx: Tx, tokens: Tokens, input: OpenSession): Promise<TokenPair> {
  const sessionId = randomUUID()
  await insertSession(tx, { id: sessionId, userId: input.userId, userAgent: input.userAgent, at: input.at })
  await touchLastLogin(tx, input.userId, input.at)
  return issue(tx, tokens, { ...input, sessionId })
}

/**
 * Trades a refresh token for a new pair; the old one is spent. One that comes a second time ends its session, so the
 * caller commits before he answers. @returns null when the token is unknown, expired, spent or its session has ended
 */
export async function refreshSession(
  tx: Tx, tokens: Tokens, input: { refresh: string; refreshDays: number; at: Date },
): Promise<TokenPair | null> {
  const hash = hashOf(input.refresh)
  const row = await lockRefreshToken(tx, hash)
  if (!row || row.ended_at || !row.is_active) return null
  if (row.spent_at) {
    await endSessionRow(tx, row.session_id, 'a spent refresh token came back', input.at)
    return null
  }
  if (row.expires_at <= input.at) return null
  await spendRefreshToken(tx, hash, input.at)
  await touchSession(tx, row.session_id, input.at)
  const { refreshDays, at } = input
  return issue(tx, tokens, { sessionId: row.session_id, userId: row.user_id, refreshDays, at })
}

/** Signs out: the access token stops at once on every process, the refresh tokens too. */
export function endSession(tx: Tx, sessionId: string, at: Date): Promise<void> {
  return endSessionRow(tx, sessionId, 'signed out', at)
}

/** The person behind an access token, if the token is good and its session still stands. */
export async function findSession(db: Db, tokens: Tokens, access: string, now: Date): Promise<Person | null> {
  const sessionId = await tokens.sessionOf(access, now)
  const row = sessionId ? await selectStandingSession(db, sessionId) : undefined
  if (!row) return null
  const { id, username, mobile, email } = row
  return { id, username, mobile, email, role: row.role as Role, isAgent: row.is_agent, sessionId: row.session_id }
}

type Issue = { sessionId: string; userId: number; refreshDays: number; at: Date }

async function issue(tx: Tx, tokens: Tokens, input: Issue): Promise<TokenPair> {
  const refresh = randomBytes(32).toString('base64url')
  const expiresAt = new Date(input.at.getTime() + input.refreshDays * 86_400_000)
  await insertRefreshToken(tx, { hash: hashOf(refresh), sessionId: input.sessionId, at: input.at, expiresAt })
  const access = await tokens.sign({ userId: input.userId, sessionId: input.sessionId, now: input.at })
  return { access, refresh }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
