import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { keysFor } from '../../platform/secrets.ts'

/** Proves that a scanned code was printed by us (contract, decision 31). */
export type ScanSigner = {
  /** 16 characters of base64url: which key, and what it says of the code. */
  sign(code: string): string
  /** Whether `signature` is ours for this code; takes equally long wherever it differs. */
  verify(code: string, signature: string): boolean
  /** The address that the printed code carries. */
  scanUrl(publicUrl: string, code: string): string
}

const KEY_ID_CHARS = 4
const MAC_BYTES = 9

/** Opens the signing keys, which live sealed in the database; the newest signs, older ones still verify. */
export async function openScanSigner(db: Db, secretKeys: readonly string[]): Promise<ScanSigner> {
  const keys = await keysFor(db, 'scan-code', secretKeys, () => randomBytes(32).toString('base64'))
  return scanSignerOf(keys.map(({ keyId, value }) => ({ keyId, key: Buffer.from(value, 'base64') })))
}

/** A signer over these keys, newest first. */
export function scanSignerOf(keys: readonly { keyId: string; key: Buffer }[]): ScanSigner {
  const signing = keys[0]
  if (!signing) throw new Error('There is no key to sign codes with')
  const byId = new Map(keys.map(({ keyId, key }) => [keyId, key]))
  const sign = (code: string) => signing.keyId + macOf(signing.key, code).toString('base64url')
  return {
    sign,
    verify: (code, signature) => isSignature(byId.get(signature.slice(0, KEY_ID_CHARS)), code, signature),
    scanUrl: (publicUrl, code) => `${publicUrl}/q/${code}?s=${sign(code)}`,
  }
}

function macOf(key: Buffer, code: string): Buffer {
  return createHmac('sha256', key).update(code).digest().subarray(0, MAC_BYTES)
}

function isSignature(key: Buffer | undefined, code: string, signature: string): boolean {
  const text = signature.slice(KEY_ID_CHARS)
  if (!key || !/^[A-Za-z0-9_-]{12}$/.test(text)) return false
  return timingSafeEqual(Buffer.from(text, 'base64url'), macOf(key, code))
}
