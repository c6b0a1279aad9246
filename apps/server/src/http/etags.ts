import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isFromInside } from './security.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the answer carries an ETag, so that one who has it already gets 304 instead of it. */
    etag?: true
  }
}

/** Every look at a product raises its counter; that alone makes no new answer. */
const VIEW_COUNTER = /"view_count":\d+,?/g

/**
 * The one place of ETags: GET routes that say `etag: true` answer with a weak one made of their body, and with 304 to
 * who has that body. Browsers may keep the answer and have to ask again; a shared cache may, if nobody said who he is.
 */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.routeOptions.config.etag || reply.statusCode !== 200 || isFromInside(request)) return payload
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    const tag = etagOf(payload)
    reply.header('etag', tag)
    if (!reply.hasHeader('cache-control')) sayFreshness(request, reply)
    if (!isKnown(request.headers['if-none-match'], tag)) return payload
    reply.code(304).removeHeader('content-length').removeHeader('content-type')
    return null
  })
}

/** Whether a body with this tag is among those that the caller says he has. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false
  const plain = (one: string) => one.trim().replace(/^W\//, '')
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => plain(one) === plain(tag))
}

/** A weak tag: bodies that say the same have the same one, however they were compressed. */
export function etagOf(body: string | Buffer): string {
  const told = typeof body === 'string' ? body.replace(VIEW_COUNTER, '') : body
  return `W/"${createHash('sha1').update(told).digest('base64url')}"`
}

/** What is switched off shows to administrators only, so the answer depends on who asks. */
function sayFreshness(request: FastifyRequest, reply: FastifyReply): void {
  const isPersonal = request.headers.authorization !== undefined || request.cookies.hearth_access !== undefined
  reply.header('cache-control', isPersonal ? 'private, no-cache' : 'no-cache')
  const known = String(reply.getHeader('vary') ?? '').split(',').map((one) => one.trim()).filter(Boolean)
  reply.header('vary', [...new Set([...known, 'Authorization', 'Cookie'])].join(', '))
}
