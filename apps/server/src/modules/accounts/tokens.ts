import { randomBytes } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import type { Db } from '../../platform/db.ts'
import { keysFor } from '../../platform/secrets.ts'

/** Signs and checks access tokens (JWT, HS256). That the session still stands is checked with every request. */
export type Tokens = {
  sign(claims: { userId: number; sessionId: string; now: Date }): Promise<string>
  /** The session a token names; null for anything forged, altered, expired or of another kind. */
  sessionOf(token: string, now: Date): Promise<string | null>
}

const ISSUER = 'hearth'

/** Opens the signing keys, which live sealed in the database; the newest signs, older ones still verify. */
export async function openTokens(db: Db, secretKeys: readonly string[], accessDays: number): Promise<Tokens> {
  const keys = await keysFor(db, 'access-token', secretKeys, () => randomBytes(32).toString('base64'))
  const byId = new Map(keys.map((key) => [key.keyId, Buffer.from(key.value, 'base64')]))
  const checked = new Map<string, Checked>()
  const signing = keys[0]
  if (!signing) throw new Error('There is no key to sign tokens with')
  return {
    sign: ({ userId, sessionId, now }) => {
      const issuedAt = Math.floor(now.getTime() / 1000)
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256', kid: signing.keyId, typ: 'at+jwt' })
        .setIssuer(ISSUER).setSubject(String(userId)).setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + accessDays * 86_400)
        .sign(byId.get(signing.keyId) ?? new Uint8Array())
    },
    sessionOf: (token, now) => sessionOf({ byId, checked }, token, now),
  }
}

type Checked = { sessionId: string; from: number; until: number }
/** What a signature said does not change, only its time does; the session is read with every request anyway. */
type Keys = { byId: Map<string, Buffer>; checked: Map<string, Checked> }
const CHECKED_KEPT = 5_000

async function sessionOf({ byId, checked }: Keys, token: string, now: Date): Promise<string | null> {
  const known = checked.get(token)
  if (known && known.from <= now.getTime() && now.getTime() < known.until) return known.sessionId
  const found = await checkToken(byId, token, now)
  if (checked.size >= CHECKED_KEPT) checked.clear()
  if (found) checked.set(token, found)
  return found?.sessionId ?? null
}

async function checkToken(keys: Map<string, Buffer>, token: string, now: Date): Promise<Checked | null> {
  try {
    const { payload } = await jwtVerify(token, (header) => {
      const key = keys.get(header.kid ?? '')
      if (!key) throw new Error('unknown key')
      return key
    }, { algorithms: ['HS256'], typ: 'at+jwt', issuer: ISSUER, currentDate: now, requiredClaims: ['exp', 'sid', 'sub'] })
    if (typeof payload.sid !== 'string') return null
    return { sessionId: payload.sid, from: now.getTime(), until: (payload.exp ?? 0) * 1_000 }
  } catch {
    return null
  }
}
