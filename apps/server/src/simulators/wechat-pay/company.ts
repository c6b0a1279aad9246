import { isoShanghai } from '@hearth/kernel/dates'
import type { Db } from '../../platform/db.ts'
import type { KeyPair, KeyRing } from '../payment-company/keys.ts'
import { publicKeyId } from './keys.ts'

/** The simulated company of one database: its books, its keys, the application's clock and its one merchant. */
export type Company = {
  db: Db
  ring: KeyRing
  now(): Date
  appId: string
  mchId: string
  /** Where the merchant's server reaches the API. */
  baseUrl: string
  /** Where buyers' browsers reach the pages. */
  pageBaseUrl: string
}

/** The company's words for a refusal: its HTTP status and its code, e.g. 400 `ORDERPAID`. */
export type Refused = { refused: string; message: string; status: number }

export function refused(status: number, code: string, message: string): Refused {
  return { refused: code, message, status }
}

/** `2026-11-20T14:05:09+08:00`, as on the company's wire. */
export function wireTime(at: Date): string {
  return `${isoShanghai(at).slice(0, 19)}+08:00`
}

/**
 * The key the company signs with now and the name it goes by on the wire. Until one was chosen, its public key; its
 * certificate for a merchant who asks for no public key.
 */
export async function signingKey(
  company: Company, prefersCertificate = false,
): Promise<{ key: KeyPair; name: string }> {
  const { key, name } = await company.ring.signing()
  return { key, name: name ?? (prefersCertificate ? key.serial : publicKeyId(key)) }
}
