import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { peekCode, selectTokenOwner, takeCode } from '../sign-in/grants.ts'
import { nicknameOf } from '../sign-in/people.ts'
import { PEOPLE } from './company.ts'

export type LoginBooks = { db: Db; now(): Date; avatarBaseUrl: string }
/** `isError`: the company says it under `error_response`. `down`: it says nothing, with HTTP 500. */
export type LoginAnswer = { fields: Record<string, string | number>; isError: boolean } | 'down'

type Method = (books: LoginBooks, params: Record<string, string>) => Promise<LoginAnswer>

/** The methods of the gateway that tell who signed in; the signature of the call has been checked. */
export const loginAnswers: Record<string, Method> = {
  'alipay.system.oauth.token': async ({ db, now }, { grant_type: grantType, code = '' }) => {
    if ((await peekCode(db, 'alipay', code))?.startsWith('down-')) return 'down'
    if (grantType !== 'authorization_code') return refused('isv.grant-type-invalid', '授权类型无效')
    const taken = await inTransaction(db, (tx) => takeCode(tx, 'alipay', code, now()))
    if (typeof taken === 'string') return refused('isv.code-invalid', '授权码code无效')
    return {
      isError: false,
      fields: {
        ...idOf(taken.openid), access_token: taken.token, expires_in: 1_296_000, re_expires_in: 2_592_000,
        refresh_token: taken.token.split('').reverse().join(''),
      },
    }
  },
  'alipay.user.info.share': async ({ db, avatarBaseUrl }, { auth_token: token = '' }) => {
    const openid = await selectTokenOwner(db, 'alipay', token)
    if (!openid) {
      const fields = {
        code: '20001', msg: 'Insufficient Token Permissions', sub_code: 'aop.invalid-auth-token', sub_msg: '无效的访问令牌',
      }
      return { fields, isError: false }
    }
    const avatar = `${avatarBaseUrl}/avatar/${openid}.svg`
    return {
      isError: false,
      fields: { code: '10000', msg: 'Success', ...idOf(openid), nick_name: nicknameOf(PEOPLE, openid), avatar },
    }
  },
}

/** Older applications are told the account (2088…), newer ones an openid of their own. */
function idOf(openid: string): Record<string, string> {
  return /^2088\d{12}$/.test(openid) ? { user_id: openid } : { open_id: openid }
}

function refused(subCode: string, subMsg: string): LoginAnswer {
  return { isError: true, fields: { code: '40002', msg: 'Invalid Arguments', sub_code: subCode, sub_msg: subMsg } }
}
