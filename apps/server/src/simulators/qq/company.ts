import type { Db } from '../../platform/db.ts'
import type { SignInCompany } from '../sign-in/plugin.ts'

/** The simulated QQ Connect of one database, with its one customer. */
export type QqCompany = SignInCompany & { clientId: string; clientSecret: string; pageBaseUrl: string }

const PEOPLE = [
  { openid: 'A1B2C3D4E5F60718293A4B5C6D7E8F01', nickname: '李明' },
  { openid: 'A1B2C3D4E5F60718293A4B5C6D7E8F02', nickname: '橘子汽水' },
  { openid: 'A1B2C3D4E5F60718293A4B5C6D7E8F03', nickname: 'sunny 王' },
]

export function openCompany(parts: { db: Db; now(): Date; redirectUri: string; pageBaseUrl: string }): QqCompany {
  const clientId = '101000001'
  return {
    ...parts, clientId, clientSecret: 'simulated-qq-app-key', name: 'qq', people: PEOPLE, path: '/oauth2.0/authorize',
    look: { company: 'QQ', color: '#0b5cad' },
    problemOf: (query) => {
      if (query.response_type !== 'code') return '缺少参数response_type或response_type非法（100000）'
      if (query.client_id !== clientId) return '该appid不存在（100008）'
      if (query.redirect_uri !== parts.redirectUri) return '回调地址不合法（100010）'
      return query.state ? null : '缺少参数state'
    },
    answerOf: (_, code): Record<string, string> => (code === null ? { usercancel: '1' } : { code }),
  }
}
