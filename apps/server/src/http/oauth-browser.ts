import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'
import { isFromInside } from './security.ts'

const COOKIE = 'hearth_oauth'
const LASTS_S = 600

/** Gives the browser that sets out for a company a mark of its own. @returns what is noted of it in the sealed state */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, config: Config): string {
  const mark = markOf(request) ?? randomBytes(24).toString('base64url')
  reply.setCookie(COOKIE, mark, {
    httpOnly: true, sameSite: 'lax', secure: config.isProduction, path: '/', maxAge: LASTS_S,
  })
  return hashOf(mark)
}

/**
 * Whether the browser that comes back is the one that set out: otherwise somebody could be signed in as, or bound to, a
 * person that another chose for him. A program, which sends neither cookies nor what browsers say of themselves, is
 * `none`: it gets its tokens in the answer and no cookies.
 */
export function isSameBrowser(request: FastifyRequest, noted: string): 'same' | 'another' | 'none' {
  const mark = markOf(request)
  if (mark) return hashOf(mark) === noted ? 'same' : 'another'
  const isBrowser = isFromInside(request) || request.headers['sec-fetch-site'] !== undefined || request.headers.cookie !== undefined
  return isBrowser ? 'another' : 'none'
}

function markOf(request: FastifyRequest): string | null {
  const given = request.cookies[COOKIE] ?? ''
  return /^[\w-]{32}$/.test(given) ? given : null
}

function hashOf(mark: string): string {
  return createHash('sha256').update(mark).digest('base64url')
}
