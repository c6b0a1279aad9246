import type { FastifyReply } from 'fastify'
import type { Config } from '../platform/config.ts'
import type { TokenPair } from '../modules/accounts/index.ts'

const DAY_S = 86_400

/** Browsers keep their sign-in in HttpOnly cookies (contract, decision 32). */
export function setSessionCookies(reply: FastifyReply, config: Config, tokens: TokenPair): void {
  const shared = { httpOnly: true, sameSite: 'lax' as const, secure: config.isProduction }
  reply.setCookie('hearth_access', tokens.access, { ...shared, path: '/', maxAge: config.accessDays * DAY_S })
  reply.setCookie('hearth_refresh', tokens.refresh, { ...shared, path: '/', maxAge: config.refreshDays * DAY_S })
}

export function clearSessionCookies(reply: FastifyReply): void {
  reply.clearCookie('hearth_access', { path: '/' })
  reply.clearCookie('hearth_refresh', { path: '/' })
}
