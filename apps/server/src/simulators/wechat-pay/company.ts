import { createHash } from 'node:crypto'
import { isoShanghai } from '@hearth/kernel/dates'
import type { Db } from '../../platform/db.ts'
import { selectSigningKey } from './books.sql.ts'
import type { SigningKey, SimulatorKeys } from './keys.ts'

/** The simulated company of one database: its books, its keys, the application's clock and its one merchant. */
export type Company = {
  db: Db
  /** The keys as this process knows them; `again`: as they are now, since another process may have added some. */
  keys(again?: boolean): Promise<SimulatorKeys>
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

/** `count` digits that follow from the text alone: the same deed has the same number on every run. */
export function digitsOf(text: string, count: number): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return BigInt(`0x${hash}`).toString().padStart(78, '0').slice(-count)
}

/**
 * The key the company signs with now and the name it goes by on the wire. Until one was chosen, its public key; its
 * certificate for a merchant who asks for no public key.
 */
export async function signingKey(
  company: Company, prefersCertificate = false,
): Promise<{ key: SigningKey; name: string }> {
  const chosen = await selectSigningKey(company.db)
  const find = (keys: readonly SigningKey[]) => keys.find(({ id, serial }) => id === chosen || serial === chosen)
  const known = (await company.keys()).company
  // The oldest until another was chosen: rotation first adds a key and signs by it later.
  const key = find(known) ?? (chosen ? find((await company.keys(true)).company) : null) ?? known.at(-1)
  if (!key) throw new Error('The simulated WeChat Pay has no key')
  const isCertificate = chosen ? chosen === key.serial : prefersCertificate
  return { key, name: isCertificate ? key.serial : key.id }
}
