import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { useCode } from './books.ts'

/** The simulated WeChat of one database, with its one mini-program. */
export type Company = { db: Db; now(): Date; appId: string; secret: string }

export type Session = { openid?: string; session_key: string }
export type Refused = { errcode: number; errmsg: string }

/** Who a code belongs to; null is a broken server. The README lists the magic codes. */
export async function codeToSession(
  company: Company, query: Record<string, string>,
): Promise<Session | Refused | null> {
  const { appid, secret, js_code: code = '', grant_type: grantType } = query
  if (appid !== company.appId) return no(40013, 'invalid appid')
  if (secret !== company.secret) return no(40125, 'invalid appsecret')
  if (grantType !== 'authorization_code') return no(40002, 'invalid grant_type')
  if (code === '') return no(41008, 'missing code')
  if (code.startsWith('down')) return null
  if (code.startsWith('invalid')) return no(40029, 'invalid code')
  if (code.startsWith('busy')) return no(-1, 'system error')
  const isFresh = !code.startsWith('once-')
    || await inTransaction(company.db, (tx) => useCode(tx, code, company.now()))
  if (!isFresh) return no(40163, 'code been used')
  const sessionKey = createHash('md5').update(code).digest('base64')
  return code.startsWith('no-openid') ? { session_key: sessionKey } : { openid: code, session_key: sessionKey }
}

function no(errcode: number, errmsg: string): Refused {
  return { errcode, errmsg: `${errmsg}, rid: 00000000-00000000-00000000` }
}
