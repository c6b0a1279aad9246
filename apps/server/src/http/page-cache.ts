import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isStaff } from '../modules/accounts/index.ts'
import { boundedCache } from '../platform/bounded-cache.ts'
import type { Deps } from './deps.ts'

/** Pages of the catalogue, and their data as the browser asks for it when it walks on. */
const KEPT_PAGES = /^\/(?:(?:categories|cases(?:\/\d{1,15})?|(?:c|b|goods)\/\d{1,15})(?:\.data)?|_root\.data)?(?:\?|$)/
const BOUNDS = { keptMs: 3_000, entries: 300, bytes: 16 * 1_048_576 }
const LONGEST_URL = 300
const NOT_OURS = /^(?:set-cookie|content-length|content-encoding)$/

/** `parts`: the text around each place where the nonce of the one who asks belongs. */
type KeptPage = { parts: string[]; headers: [string, string][] }
/** Makes the page with this nonce in its scripts. */
type Make = (nonce: string) => Promise<Response>
type KeptOr = (request: FastifyRequest, make: Make) => Promise<Response>

/**
 * Keeps the catalogue's pages of this process for three seconds, for those who send no cookie but that of the
 * language: a crowd that looks at one product costs one page. Nobody's own page gets in or out, nor what sets a cookie.
 * Each answer has a nonce of its own. What staff writes here shows at once. Prices are made by the API when an order is
 * placed, so an old page never sells at an old price.
 */
export function openPageCache(app: FastifyInstance, deps: Deps): KeptOr {
  const kept = boundedCache<KeptPage>(BOUNDS)
  const making = new Map<string, Promise<KeptPage | null>>()
  const standIn = randomBytes(24).toString('hex')
  app.addHook('onSend', async (request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead && reply.statusCode < 400 && request.person && isStaff(request.person)) kept.clear()
  })
  const make = async (key: string, response: Response) => {
    const page = await keepable(response, standIn)
    if (page) kept.put(key, { value: page, bytes: page.parts.join('').length * 2 }, deps.now().getTime())
    return page
  }
  return async (request, render) => {
    const key = keyOf(request)
    if (key === null) return render(request.nonce)
    const underWay = making.get(key)
    const known = kept.get(key, deps.now().getTime()) ?? (underWay && await underWay)
    if (known) return answerOf(known, request.nonce)
    const rendering = render(standIn)
    const made = rendering.then((response) => make(key, response.clone()))
    making.set(key, made)
    try {
      const page = await made
      return page ? answerOf(page, request.nonce) : await withNonce(await rendering, standIn, request.nonce)
    } finally {
      making.delete(key)
    }
  }
}

/** What a page depends on; null when it is, or may be, somebody's own. */
function keyOf({ method, headers, protocol, raw }: FastifyRequest): string | null {
  const url = raw.url ?? '/'
  if (method !== 'GET' || headers.authorization !== undefined || url.length > LONGEST_URL || !KEPT_PAGES.test(url)) return null
  const cookies = (headers.cookie ?? '').split(';').map((one) => one.trim()).filter(Boolean)
  if (cookies.some((one) => !one.startsWith('hearth_lang='))) return null
  return [cookies.join(';'), protocol, headers.host, url].join(' ')
}

async function keepable(response: Response, standIn: string): Promise<KeptPage | null> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null
  return { parts: (await response.text()).split(standIn), headers: headersOf(response) }
}

function answerOf({ parts, headers }: KeptPage, nonce: string): Response {
  return new Response(parts.join(nonce), { headers })
}

/** The same answer, for one alone. */
async function withNonce(response: Response, standIn: string, nonce: string): Promise<Response> {
  const answer = new Response((await response.text()).replaceAll(standIn, () => nonce), {
    status: response.status, headers: headersOf(response),
  })
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

function headersOf({ headers }: Response): [string, string][] {
  return [...headers].filter(([name]) => !NOT_OURS.test(name))
}
