import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  AuthorizationView, ConsoleSignInView, LifecycleMe, LifecycleSignIn, LifecycleUser, PasswordSignIn, ProfileView,
  RefreshBody, SignedOut, TokenPair, WhoAmI,
} from '@hearth/contracts/accounts'
import { Lifecycle } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import {
  checkPassword, endSession, isConsolePerson, openSession, refreshSession, selectAgents,
} from '../modules/accounts/index.ts'
import { mergeGuestCart } from '../modules/cart/index.ts'
import { inTransaction } from '../platform/db.ts'
import { hitThrottle } from '../platform/throttles.ts'
import { selectPersonSummary } from '../reads/person-summary.sql.ts'
import { personOf, refuseForeignOrigin } from './access.ts'
import { lifecycleMeView, lifecycleUserView, profileView, userView } from './account-view.ts'
import { guestHashOf } from './cart-cookie.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'
import { isFromInside } from './security.ts'
import { clearSessionCookies, setSessionCookies } from './session-cookies.ts'

const SIGN_INS = { name: 'sign-in', limit: 5, windowMs: 60_000 }
const MESSAGE = { zh: '已退出登录。', en: 'Signed out.' }

type SignIn = { username: string; password: string }
type SignedIn = { id: number; username: string; access: string; refresh: string }

/** Checks name and password, opens a session, merges the anonymous cart, sets cookies. 5/min per address and name. */
async function signIn(deps: Deps, request: FastifyRequest, reply: FastifyReply, forConsole = false): Promise<SignedIn> {
  const { username, password } = request.body as SignIn
  const at = deps.now()
  await hitThrottle(deps.db, SIGN_INS, `${request.ip}:${username.trim().toLowerCase()}`, at)
  const person = await checkPassword(deps.db, username, password).catch((fault: unknown) => {
    deps.metrics.signIns.inc({ outcome: 'refused' })
    throw fault
  })
  if (forConsole && !isConsolePerson(person)) throw new Refusal('accounts.not_for_console')
  const guestHash = guestHashOf(request)
  const tokens = await inTransaction(deps.db, async (tx) => {
    if (guestHash) await mergeGuestCart(tx, { guestHash, userId: person.id, at })
    return openSession(tx, deps.tokens, {
      userId: person.id, userAgent: request.headers['user-agent'] ?? '', refreshDays: deps.config.refreshDays, at,
    })
  })
  deps.metrics.signIns.inc({ outcome: 'ok' })
  setSessionCookies(reply, deps.config, tokens)
  return { id: person.id, username: person.username, ...tokens }
}

export const signInRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const open = { access: 'open' } as const

  app.post('/authorizations/', { config: open, schema: { body: PasswordSignIn, response: { 200: AuthorizationView } } },
    async (request, reply) => {
      const { id, username, access, refresh } = await signIn(deps, request, reply)
      return { username, user_id: id, token: access, access, refresh }
    })

  app.post('/auth/password/', { config: open, schema: { body: PasswordSignIn, response: { 200: ConsoleSignInView } } },
    async (request, reply) => {
      const { id, access, refresh } = await signIn(deps, request, reply, true)
      return { access, refresh, user: userView(await selectPersonSummary(deps.db, id), deps.files) }
    })

  app.post('/lifecycle/login/', {
    config: open, schema: { body: PasswordSignIn, response: { 200: Lifecycle(LifecycleSignIn) } },
  }, async (request, reply) => lifecycleSignIn(deps, request, reply))

  // One documented path for two sources: a `code` is WeChat's, a `username` is source 001's (contract §5.8).
  app.post('/login/', {
    config: open,
    schema: { body: Type.Union([Type.Object({ code: Type.String({ maxLength: 200 }) }), PasswordSignIn]) },
  }, async (request, reply) => {
    if ('code' in request.body) throw new Refusal('accounts.wechat_not_set_up')
    return lifecycleSignIn(deps, request, reply)
  })
}

async function lifecycleSignIn(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  const { id, access, refresh } = await signIn(deps, request, reply)
  const user = lifecycleMeView(await selectPersonSummary(deps.db, id))
  return { status: 'success' as const, data: { access, refresh, user } }
}

export const sessionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/auth/refresh/', { config: { access: 'open' }, schema: { body: RefreshBody, response: { 200: TokenPair } } },
    async (request, reply) => {
      // A page that is being shown refreshes from inside; a browser's own call comes from one of our pages.
      if (request.body.refresh === undefined && !isFromInside(request)) refuseForeignOrigin(deps, request)
      const refresh = request.body.refresh ?? request.cookies.hearth_refresh
      const input = { refresh: refresh ?? '', refreshDays: deps.config.refreshDays, at: deps.now() }
      const tokens = refresh ? await inTransaction(deps.db, (tx) => refreshSession(tx, deps.tokens, input)) : null
      if (!tokens) {
        clearSessionCookies(reply)
        throw new Refusal('accounts.refresh_refused')
      }
      setSessionCookies(reply, deps.config, tokens)
      return tokens
    })

  app.post('/auth/logout/', { config: { access: 'person' }, schema: { response: { 200: SignedOut } } },
    async (request, reply) => {
      const { sessionId } = personOf(request)
      await inTransaction(deps.db, (tx) => endSession(tx, sessionId, deps.now()))
      clearSessionCookies(reply)
      return { message: MESSAGE[languageOf(request)] }
    })
}

export const profileRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const person = { access: 'person' } as const

  app.get('/user/', { config: person, schema: { response: { 200: WhoAmI } } }, async (request) => {
    const { id, username, mobile, email } = personOf(request)
    return { id, username, mobile, email }
  })

  app.get('/user/profile/', { config: person, schema: { response: { 200: ProfileView } } }, async (request) =>
    profileView(await selectPersonSummary(deps.db, personOf(request).id), deps.files))

  app.get('/lifecycle/users/me/', { config: person, schema: { response: { 200: Lifecycle(LifecycleMe) } } },
    async (request) => ({
      status: 'success' as const, data: lifecycleMeView(await selectPersonSummary(deps.db, personOf(request).id)),
    }))

  app.get('/lifecycle/users/agents/', {
    config: { access: 'staff' },
    schema: {
      querystring: Type.Object({ search: Type.Optional(Type.String({ maxLength: 100 })) }),
      response: { 200: Lifecycle(Type.Array(LifecycleUser)) },
    },
  }, async (request) => {
    const agents = await selectAgents(deps.db, request.query.search ?? '')
    return { status: 'success' as const, data: agents.map((agent) => lifecycleUserView(agent)) }
  })
}
