import { randomBytes } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import type { Db } from '../../platform/db.ts'
import { openKeyRing } from '../../platform/secrets.ts'
import type { KeyRing } from '../../platform/secrets.ts'
import type { OutsidePerson } from './identity-provider.ts'

export type Purpose = 'sign-in' | 'link'
/** What travels through the outside company and back. `browser` is the hash of a cookie of who set out. */
export type OutsideState = { provider: string; next: string; purpose: Purpose; browser: string }
/** That somebody is this person at this company; what binding an account asks for (D-08). */
export type IdentityProof = { provider: string; person: OutsidePerson }

/** Seals what leaves us and comes back, so that nobody reads or alters it on the way (JWE, A256GCM). */
export type Proofs = {
  sealState(state: OutsideState, now: Date): Promise<string>
  openState(text: string, now: Date): Promise<OutsideState | null>
  sealIdentity(proof: IdentityProof, now: Date): Promise<string>
  openIdentity(text: string, now: Date): Promise<IdentityProof | null>
}

export const PROOF_KEYS = 'identity-proof'
export const newProofKey = () => randomBytes(32).toString('base64')
/** As long as contract D-08 gives a proof; a walk through the company's pages may take as long. */
const LASTS_S = 600

export async function openProofs(db: Db, secretKeys: readonly string[]): Promise<Proofs> {
  const ring = await openKeyRing(db, PROOF_KEYS, secretKeys, newProofKey)
  return {
    sealState: (state, now) => sealText(ring, 'state', { state }, now),
    openState: async (text, now) => (await openText(ring, 'state', text, now))?.state as OutsideState ?? null,
    sealIdentity: (identity, now) => sealText(ring, 'identity', { identity }, now),
    openIdentity: async (text, now) => (await openText(ring, 'identity', text, now))?.identity as IdentityProof ?? null,
  }
}

async function sealText(ring: KeyRing, kind: string, claims: Record<string, unknown>, now: Date): Promise<string> {
  const key = await ring.newest()
  const issuedAt = Math.floor(now.getTime() / 1_000)
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.keyId, typ: kind })
    .setIssuedAt(issuedAt).setExpirationTime(issuedAt + LASTS_S)
    .encrypt(Buffer.from(key.value, 'base64'))
}

async function openText(ring: KeyRing, kind: string, text: string, now: Date): Promise<Record<string, unknown> | null> {
  try {
    const { payload } = await jwtDecrypt(text, async (header) => {
      const key = await ring.byId(header.kid ?? '')
      if (!key) throw new Error('unknown key')
      return Buffer.from(key.value, 'base64')
    }, {
      typ: kind, currentDate: now, requiredClaims: ['exp'],
      keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'],
    })
    return payload
  } catch {
    return null
  }
}
