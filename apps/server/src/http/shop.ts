import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Answer, Call } from '@hearth/client/http'
import { queryText } from '@hearth/client/http'
import { Refusal } from '@hearth/kernel/errors'
import { findSession } from '../modules/accounts/index.ts'
import { drawCode } from './code-drawing.ts'
import type { CodeDrawing } from './code-drawing.ts'
import type { Deps } from './deps.ts'
import { openPageCache } from './page-cache.ts'
import { insideHeaders } from './security.ts'

/** What the built shop asks of the server for one request. */
export type Provided = {
  http(call: Call): Promise<Answer>
  nonce: string
  publicUrl: string
  now: Date
  /** Draws a text as a QR code. */
  drawCode(text: string): CodeDrawing
  /** Hears of faults while a page was made. */
  report(fault: unknown): void
}
/** The shop's build: apps/shop/build/server/index.js. */
export type Shop = { handle(request: Request, provided: Provided): Promise<Response> }

const FORWARDED = ['cookie', 'origin', 'user-agent', 'x-device-id'] as const

/** Every path that nothing else serves is a page of the shop; its unknown ones answer 404 with a page. */
export function openShop(app: FastifyInstance, deps: Deps, shop: Shop): void {
  const keptOr = openPageCache(app, deps)
  app.route({
    method: ['GET', 'POST'], url: '/*', config: { access: 'open', takesFiles: true }, schema: { hide: true },
    onRequest: async (request) => refuseStrangersFiles(request, deps),
    handler: async (request, reply) => {
      if (/^\/(?:api|dev|static)(?:\/|$)/.test(request.url)) throw new Refusal('http.not_found')
      const make = (nonce: string) => shop.handle(pageRequest(request, deps), {
        http: (call) => callApi(app, request, call), nonce, publicUrl: deps.config.publicUrl,
        now: deps.now(), drawCode, report: (fault) => request.log.error({ err: fault }, 'page fault'),
      })
      return sendResponse(reply, await keptOr(request, make))
    },
  })
}

/** Files are pictures of persons and proofs of transfers: from somebody who is signed in, to these two pages. */
async function refuseStrangersFiles(request: FastifyRequest, deps: Deps): Promise<void> {
  if (!/^multipart\//i.test(request.headers['content-type'] ?? '')) return
  const access = /^\/(?:me\/profile|pay\/\d{16,32})(?:\.data)?(?:\?|$)/.test(request.url) ? request.cookies.hearth_access : undefined
  const person = access ? await findSession(deps.db, deps.tokens, access, deps.now()) : null
  if (!person) throw new Refusal('http.too_large')
}

function pageRequest(request: FastifyRequest, deps: Deps): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !/^(content-length|host|connection|transfer-encoding)$/.test(name)) headers.set(name, value)
  }
  const url = new URL(request.raw.url ?? '/', originOf(request, deps))
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead) return new Request(url, { method: request.method, headers })
  if (/^multipart\//.test(request.headers['content-type'] ?? '')) {
    headers.delete('content-type')
    return new Request(url, { method: request.method, headers, body: formWithFiles(request.body) })
  }
  headers.set('content-type', 'application/x-www-form-urlencoded')
  const body = new URLSearchParams(formPairs(request.body)).toString()
  return new Request(url, { method: request.method, headers, body })
}

/**
 * The origin the browser used; the framework compares it with the Origin header of a form. Behind a proxy that ends TLS
 * our own host is what PUBLIC_URL says it is.
 */
function originOf(request: FastifyRequest, deps: Deps): string {
  const ours = new URL(deps.config.publicUrl)
  const { host } = request.headers
  if (!host || host === ours.host || !/^[\w.:[\]-]+$/.test(host)) return ours.origin
  return `${request.protocol}://${host}`
}

function formWithFiles(body: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) {
    if (Buffer.isBuffer(value)) form.append(name, new File([new Uint8Array(value)], name))
    else form.append(name, String(value))
  }
  return form
}

function formPairs(body: unknown): [string, string][] {
  return Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map((each): [string, string] => [name, String(each)]) : [[name, String(value)]])
}

/** Asks our own API in this process, as the browser itself would: with its cookies, origin and address. */
async function callApi(app: FastifyInstance, request: FastifyRequest, call: Call): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json', host: request.headers.host ?? '' }
  for (const name of FORWARDED) {
    const value = request.headers[name]
    if (typeof value === 'string') headers[name] = value
  }
  const sent = call.body instanceof FormData ? new Response(call.body) : null
  const payload = sent ? Buffer.from(await sent.arrayBuffer()) : call.body as object | undefined
  if (sent) headers['content-type'] = sent.headers.get('content-type') ?? ''
  const answer = await app.inject({
    method: call.method, url: `${call.path}${queryText(call.query)}`, headers: { ...headers, ...call.headers, ...insideHeaders },
    remoteAddress: request.ip, ...(payload === undefined ? {} : { payload }),
  })
  const answered = new Headers()
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) answered.append('set-cookie', cookie)
  return { status: answer.statusCode, body: answer.body === '' ? null : readJson(answer.body), headers: answered }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { message: text.slice(0, 200) }
  }
}

async function sendResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value)
  })
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache')
  const body = response.body ? Buffer.from(await response.arrayBuffer()) : ''
  return reply.send(body)
}
