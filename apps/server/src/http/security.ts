import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import helmet from '@fastify/helmet'
import { Refusal } from '@hearth/kernel/errors'
import type { Deps } from './deps.ts'

const INSIDE_HEADER = 'x-hearth-inside'
const insideToken = randomBytes(24).toString('base64url')

/** What a call of our own pages to our own API carries: it has passed the host and HTTPS checks as a page already. */
export const insideHeaders = { [INSIDE_HEADER]: insideToken }

/** Whether one of our own pages asks, in this process. */
export function isFromInside(request: FastifyRequest): boolean {
  return request.headers[INSIDE_HEADER] === insideToken
}

declare module 'fastify' {
  interface FastifyRequest { nonce: string }
}

/** Hosts, HTTPS and the headers that browsers obey (CSP, HSTS, nosniff, frames). */
export async function secureAnswers(app: FastifyInstance, deps: Deps): Promise<void> {
  const { config } = deps
  app.decorateRequest('nonce', '')
  app.addHook('onRequest', async (request, reply) => {
    request.nonce = randomBytes(16).toString('base64')
    Object.assign(request.raw, { nonce: request.nonce })
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    // A monitor asks by address, over plain HTTP; a page of ours asks from inside.
    if (request.routeOptions.url === '/health/' || isFromInside(request)) return
    if (!config.allowedHosts.includes('*') && !config.allowedHosts.includes(host)) throw new Refusal('http.bad_host')
    if (config.httpsRedirect && request.protocol !== 'https') {
      return reply.redirect(`${config.publicUrl}${request.raw.url ?? '/'}`, 308)
    }
  })
  const mediaOrigin = new URL(config.mediaBaseUrl).origin
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (raw) => `'nonce-${(raw as { nonce?: string }).nonce ?? ''}'`],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', mediaOrigin],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: config.isProduction && config.hstsSeconds > 0
      ? { maxAge: config.hstsSeconds, includeSubDomains: config.hstsIncludeSubdomains, preload: config.hstsPreload }
      : false,
    frameguard: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-site' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
}
