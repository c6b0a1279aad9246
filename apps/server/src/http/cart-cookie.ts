import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CartOwner } from '../modules/cart/index.ts'
import type { Deps } from './deps.ts'

const COOKIE = 'hearth_cart'
const YEAR_S = 365 * 86_400
const TOKEN = /^[\w-]{43}$/

/** The hash of the anonymous cart's cookie; null when none came, or nothing that we could have made. */
export function guestHashOf(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE]
  return token && TOKEN.test(token) ? hashOf(token) : null
}

/** Whose cart this request is about; null for a visitor who has none yet. */
export function cartOwner(request: FastifyRequest): CartOwner | null {
  if (request.person) return { userId: request.person.id }
  const guestHash = guestHashOf(request)
  return guestHash ? { guestHash } : null
}

/** The cart's owner, made up for a visitor who has none yet; `keep` hands him the cookie once something was written. */
export function ownerForWriting(
  request: FastifyRequest, deps: Deps,
): { owner: CartOwner; keep(reply: FastifyReply): void } {
  const owner = cartOwner(request)
  if (owner) return { owner, keep: () => undefined }
  const token = randomBytes(32).toString('base64url')
  return {
    owner: { guestHash: hashOf(token) },
    keep: (reply) => void reply.setCookie(COOKIE, token, {
      httpOnly: true, sameSite: 'lax', secure: deps.config.isProduction, path: '/', maxAge: YEAR_S,
    }),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
