import type { Db } from '../../platform/db.ts'
import type { SignInCompany } from '../sign-in/plugin.ts'

export const PEOPLE = [
  { openid: '014Simulated0Zhang0Wei00000000000000000000000001', nickname: '张伟' },
  { openid: '014Simulated0Chen0Jing0000000000000000000000002', nickname: '陈静' },
  { openid: '2088000000000103', nickname: '老账号用户' },
]

/** The sign-in page of the simulated Alipay; the rest is asked at its gateway. */
export function openCompany(parts: { db: Db; now(): Date; redirectUri: string; appId: string }): SignInCompany {
  return {
    ...parts, name: 'alipay', people: PEOPLE, path: '/oauth2/publicAppAuthorize.htm',
    look: { company: '支付宝', color: '#1261c9' },
    problemOf: (query) => {
      if (query.app_id !== parts.appId) return 'app_id 无效（invalid-app-id）'
      if (query.scope !== 'auth_user' && query.scope !== 'auth_base') return 'scope 无效（invalid-scope）'
      return query.redirect_uri === parts.redirectUri ? null : 'redirect_uri 与应用登记的回调地址不一致（invalid-redirect-uri）'
    },
    answerOf: (query, code): Record<string, string> => ({
      app_id: parts.appId, source: 'alipay_wallet', scope: query.scope ?? '', ...(code === null ? {} : { auth_code: code }),
    }),
  }
}
