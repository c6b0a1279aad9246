import { randomBytes } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import type { Db } from '../../platform/db.ts'
import { openKeyRing } from '../../platform/secrets.ts'
import type { KeyRing } from '../../platform/secrets.ts'

/** Signs and checks access tokens (JWT, HS256). That the session still stands is checked with every request. */
export type Tokens = {
  sign(claims: { userId: number; sessionId: string; now: Date }): Promise<string>
  /** The session a token names; null for anything forged, altered, expired or of another kind. */
  sessionOf(token: string, now: Date): Promise<string | null>
}

const ISSUER = 'hearth'
export const TOKEN_KEYS = 'access-token'
export const newTokenKey = () => randomBytes(32).toString('base64')

/** Opens the signing keys, which live sealed in the database; the newest signs, older ones still verify. */
export async function openTokens(db: Db, secretKeys: readonly string[], accessDays: number): Promise<Tokens> {
  const ring = await openKeyRing(db, TOKEN_KEYS, secretKeys, newTokenKey)
  const checked = new Map<string, Checked>()
  return {
    sign: async ({ userId, sessionId, now }) => {
      const issuedAt = Math.floor(now.getTime() / 1000)
      const key = await ring.newest()
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256', kid: key.keyId, typ: 'at+jwt' })
        .setIssuer(ISSUER).setSubject(String(userId)).setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + accessDays * 86_400)
        .sign(Buffer.from(key.value, 'base64'))
    },
    sessionOf: (token, now) => sessionOf({ ring, checked }, token, now),
  }
}

type Checked = { sessionId: string; keyId: string; from: number; until: number }
/** What a signature said does not change, only its time and its key do; the session is read with every request. */
type Keys = { ring: KeyRing; checked: Map<string, Checked> }
const CHECKED_KEPT = 5_000

async function sessionOf({ ring, checked }: Keys, token: string, now: Date): Promise<string | null> {
  const known = checked.get(token)
  const isTimely = known && known.from <= now.getTime() && now.getTime() < known.until
  if (isTimely && (await ring.byId(known.keyId))) return known.sessionId
  const found = await checkToken(ring, token, now)
  if (checked.size >= CHECKED_KEPT) checked.clear()
  if (found) checked.set(token, found)
  return found?.sessionId ?? null
}

async function checkToken(ring: KeyRing, token: string, now: Date): Promise<Checked | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, async (header) => {
      const key = await ring.byId(header.kid ?? '')
      if (!key) throw new Error('unknown key')
      return Buffer.from(key.value, 'base64')
    }, { algorithms: ['HS256'], typ: 'at+jwt', issuer: ISSUER, currentDate: now, requiredClaims: ['exp', 'sid', 'sub'] })
    if (typeof payload.sid !== 'string') return null
    return { sessionId: payload.sid, keyId: protectedHeader.kid ?? '', from: now.getTime(), until: (payload.exp ?? 0) * 1_000 }
  } catch {
    return null
  }
}
