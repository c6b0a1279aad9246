import { isoShanghai } from '@hearth/kernel/dates'
import type { Db } from '../../platform/db.ts'
import type { KeyRing } from '../payment-company/keys.ts'

/** The simulated company of one database: its books, its keys, the application's clock and its one merchant. */
export type Company = {
  db: Db
  ring: KeyRing
  now(): Date
  appId: string
  sellerId: string
  /** Where the merchant's server reaches the company. */
  baseUrl: string
  /** Where the faces of people who sign in with Alipay are. */
  avatarBaseUrl: string
}

/** The company's words for a refusal, e.g. `ACQ.TRADE_HAS_CLOSE`. */
export type Refused = { refused: string; message: string }

export function refused(code: string, message: string): Refused {
  return { refused: code, message }
}

/** `2026-11-20 14:05:09` in Asia/Shanghai, as on the company's wire. */
export function wireTime(at: Date): string {
  return isoShanghai(at).slice(0, 19).replace('T', ' ')
}

/** The instant of a time on the wire; null when it is none. */
export function readWireTime(text: string): Date | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)$/.exec(text)
  const at = match ? new Date(`${match[1]}T${match[2]}+08:00`) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}
