import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { findSession, isConsolePerson, isStaff } from '../modules/accounts/index.ts'
import type { Person } from '../modules/accounts/index.ts'
import type { Deps } from './deps.ts'

/**
 * Who may call a route. Each route says one of these in its `config`; one that says nothing does not start.
 * `open` does not even ask who it is (pages, files); `public` knows the person when there is one.
 * Whose object it is, is decided with the object in hand, by the use case.
 */
export type Access = 'open' | 'public' | 'person' | 'console' | 'staff' | 'admin'

const rules: Record<Access, (person: Person | null) => boolean> = {
  open: () => true,
  public: () => true,
  person: (person) => person !== null,
  console: (person) => person !== null && isConsolePerson(person),
  staff: (person) => person !== null && isStaff(person),
  admin: (person) => person?.role === 'admin',
}

declare module 'fastify' {
  interface FastifyContextConfig { access?: Access }
  interface FastifyRequest { person: Person | null }
  /** Every route behind the gate, in the order of registration. */
  interface FastifyInstance { guardedRoutes: readonly RouteOptions[] }
}

/** The one gate: finds out who is asking and holds every route to its `access`. */
export function guardRoutes(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('person', null)
  const routes: RouteOptions[] = []
  app.decorate('guardedRoutes', routes)
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', async () => {
    const open = routes.filter((route) => !route.config?.access).map((route) => `${String(route.method)} ${route.url}`)
    if (open.length > 0) throw new Error(`These routes do not say who may call them: ${open.join(', ')}`)
  })
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access ?? 'admin'
    if (request.is404 || access === 'open') return
    request.person = await whoAsks(deps, request)
    if (rules[access](request.person)) return
    throw new Refusal(request.person ? 'http.forbidden' : 'http.unauthorized')
  })
}

/** The person whose token came with the request; use only behind an access that asks for one. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Refusal('http.unauthorized')
  return request.person
}

async function whoAsks(deps: Deps, request: FastifyRequest): Promise<Person | null> {
  const bearer = /^(?:Bearer|JWT)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) {
    const person = await findSession(deps.db, deps.tokens, bearer, deps.now())
    if (!person) throw new Refusal('http.unauthorized')
    return person
  }
  const cookie = request.cookies.hearth_access
  const person = cookie ? await findSession(deps.db, deps.tokens, cookie, deps.now()) : null
  if (person && !isRead(request)) refuseForeignOrigin(deps, request)
  return person
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
}

/** A browser sends cookies whoever made the page; what changes something must come from a page of ours. */
export function refuseForeignOrigin(deps: Deps, request: FastifyRequest): void {
  if (!isOurs(deps, request, request.headers.origin)) throw new Refusal('http.foreign_origin')
}

/**
 * Before a browser gets or loses its session: another site's page must not sign it in as somebody that site chose. A
 * program says nothing of where it comes from.
 */
export function refuseForeignPage(deps: Deps, request: FastifyRequest): void {
  const { origin } = request.headers
  const isForeign = origin === undefined ? request.headers['sec-fetch-site'] === 'cross-site' : !isOurs(deps, request, origin)
  if (isForeign && !deps.config.corsOrigins.includes('*')) throw new Refusal('http.foreign_origin')
}

function isOurs(deps: Deps, request: FastifyRequest, origin: string | undefined): boolean {
  const ours = [new URL(deps.config.publicUrl).origin, ...deps.config.corsOrigins]
  return origin !== undefined && (ours.includes(origin) || hostOf(origin) === request.headers.host)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
