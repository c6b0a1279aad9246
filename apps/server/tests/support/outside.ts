import type { LightMyRequestResponse } from 'fastify'
import { codeFor, companiesOf } from './sign-ins.ts'
import type { World } from './world.ts'

export type Company = 'qq' | 'alipay'

export const cookiesOf = (answer: LightMyRequestResponse) =>
  answer.cookies.filter(({ value }) => value !== '').map(({ name, value }) => `${name}=${value}`).join('; ')

/** Somebody sets out for a company: its page's address, the sealed state in it, and the cookies he got. */
export async function setOut(w: World, company: Company, query = '', headers: Record<string, string> = {}) {
  const answer = await w.app.inject({ url: `/api/oauth/${company}/authorization/${query}`, headers })
  const loginUrl = answer.json<{ login_url: string }>().login_url
  return { loginUrl, state: new URL(loginUrl).searchParams.get('state') ?? '', cookie: cookiesOf(answer) }
}

/** He signs in there as `openid`; the code he brings back. */
export function signInThere(w: World, company: Company, loginUrl: string, openid: string): Promise<string> {
  const { qq, alipayLogin } = companiesOf(w)
  return codeFor(company === 'qq' ? qq.desk : alipayLogin.desk, loginUrl, openid)
}

/** He comes back; without a cookie as a program does. */
export function comeBack(
  w: World, company: Company, { code, state, cookie }: { code: string; state: string; cookie?: string },
) {
  const name = company === 'qq' ? 'code' : 'auth_code'
  const query = new URLSearchParams({ [name]: code, state }).toString()
  return w.app.inject({ url: `/api/oauth/${company}/user/?${query}`, headers: cookie ? { cookie } : {} })
}

/** The whole way there and back in one browser. */
export async function goAndComeBack(w: World, company: Company, openid: string, query = '') {
  const way = await setOut(w, company, query)
  const code = await signInThere(w, company, way.loginUrl, openid)
  return comeBack(w, company, { ...way, code })
}
