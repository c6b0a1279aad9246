import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Refusal } from '@hearth/kernel/errors'
import type { Db, Tx } from '../../platform/db.ts'
import type { Person, Role } from './account.ts'
import { touchLastLogin } from './accounts.sql.ts'
import {
  endSessionRow, insertRefreshToken, insertSession, lockRefreshToken, selectStandingSession, spendRefreshToken,
  touchSession,
} from './sessions.sql.ts'
import type { Tokens } from './tokens.ts'

export type TokenPair = { access: string; refresh: string }

/** Where somebody signs in from. `address` has its last part hidden; `deviceId` is the browser's or app's own. */
export type Device = { userAgent: string; address: string; deviceId: string | null }

export type OpenSession = {
  userId: number
  device: Device
  refreshDays: number
  at: Date
  /** The hash of the password that let him in; not given when something else did. */
  passwordHash?: string | null
}

/**
 * Signs a person in: a session of its own with a family of refresh tokens. Throws accounts.wrong_login when he was
 * blocked, or the password changed, since it was checked.
 */
export async function openSession(tx: Tx, tokens: Tokens, input: OpenSession): Promise<TokenPair> {
  const { userId, device, at } = input
  if (!(await touchLastLogin(tx, input))) throw new Refusal('accounts.wrong_login')
  const sessionId = randomUUID()
  const deviceHash = device.deviceId === null ? null : hashOf(device.deviceId)
  const { userAgent, address } = device
  await insertSession(tx, { id: sessionId, userId, userAgent, address, deviceHash, at })
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

const USE_NOTED_MS = 5 * 60_000

/** The person behind an access token, if the token is good and its session still stands. Notes its use now and then. */
export async function findSession(db: Db, tokens: Tokens, access: string, now: Date): Promise<Person | null> {
  const sessionId = await tokens.sessionOf(access, now)
  const row = sessionId ? await selectStandingSession(db, sessionId) : undefined
  if (!row) return null
  if (now.getTime() - row.last_used_at.getTime() > USE_NOTED_MS) await touchSession(db, row.session_id, now)
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

/** How tokens and device ids are kept. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
