import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hiddenAddress } from '../modules/accounts/index.ts'
import type { Device } from '../modules/accounts/index.ts'
import type { Config } from '../platform/config.ts'

const COOKIE = 'hearth_device'
const TWO_YEARS_S = 2 * 365 * 86_400

/** The id a browser (by cookie) or an app (by header) keeps of itself; null when it has none. */
export function deviceIdOf(request: FastifyRequest): string | null {
  const header = request.headers['x-device-id']
  const given = (typeof header === 'string' && header) || request.cookies[COOKIE] || ''
  return /^[\w-]{8,200}$/.test(given) ? given : null
}

/** The same, made up and given to a browser that has none yet. */
export function keepDeviceId(request: FastifyRequest, reply: FastifyReply, config: Config): string {
  const known = deviceIdOf(request)
  const id = known ?? randomBytes(24).toString('base64url')
  if (!known) {
    reply.setCookie(COOKIE, id, { httpOnly: true, sameSite: 'lax', secure: config.isProduction, path: '/', maxAge: TWO_YEARS_S })
  }
  return id
}

/** Where somebody signs in from. */
export function deviceOf(request: FastifyRequest, reply: FastifyReply, config: Config): Device {
  return {
    userAgent: request.headers['user-agent'] ?? '', address: hiddenAddress(request.ip),
    deviceId: keepDeviceId(request, reply, config),
  }
}
