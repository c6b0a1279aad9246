import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { RefreshBody, SignedOut, TokenPair } from '@hearth/contracts/accounts'
import { SessionView } from '@hearth/contracts/identities'
import { SessionsEnded } from '@hearth/contracts/people'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import {
  deviceWords, endOwnSession, endSession, endSessionsOf, refreshSession, selectSessions,
} from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf, refuseForeignOrigin, refuseForeignPage } from './access.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'
import { isFromInside } from './security.ts'
import { clearSessionCookies, setSessionCookies } from './session-cookies.ts'

const MESSAGE = { zh: '已退出登录。', en: 'Signed out.' }
const SessionPath = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) })
const DAY_MS = 86_400_000

/** Tokens and the devices that hold them (A-06, G-11). */
export const sessionRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const config = { access: 'person' } as const

  app.post('/auth/refresh/', { config: { access: 'open' }, schema: { body: RefreshBody, response: { 200: TokenPair } } },
    async (request, reply) => {
      // A page that is being shown refreshes from inside; a browser's own call comes from one of our pages.
      if (request.body.refresh !== undefined) refuseForeignPage(deps, request)
      else if (!isFromInside(request)) refuseForeignOrigin(deps, request)
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

  app.post('/auth/logout/', { config, schema: { response: { 200: SignedOut } } }, async (request, reply) => {
    const { sessionId } = personOf(request)
    await inTransaction(deps.db, (tx) => endSession(tx, sessionId, deps.now()))
    clearSessionCookies(reply)
    return { message: MESSAGE[languageOf(request)] }
  })

  app.post('/auth/logout_all/', { config, schema: { response: { 200: SessionsEnded } } }, async (request, reply) => {
    const { id } = personOf(request)
    const ended = await inTransaction(deps.db, (tx) => endSessionsOf(tx, id, 'signed out everywhere', deps.now()))
    clearSessionCookies(reply)
    return { ended }
  })

  app.get('/user/sessions/', { config, schema: { response: { 200: Type.Array(SessionView) } } }, async (request) => {
    const { id, sessionId } = personOf(request)
    const since = new Date(deps.now().getTime() - deps.config.refreshDays * DAY_MS)
    return (await selectSessions(deps.db, id, since)).map((row) => ({
      id: row.id, ...deviceWords(row.user_agent), address: row.address, created_at: isoShanghai(row.created_at),
      last_used_at: isoShanghai(row.last_used_at), is_current: row.id === sessionId,
    }))
  })

  app.delete('/user/sessions/:id/', { config, schema: { params: SessionPath, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { id: userId } = personOf(request)
      const one = { sessionId: request.params.id, userId, at: deps.now() }
      if (!(await inTransaction(deps.db, (tx) => endOwnSession(tx, one)))) throw new Refusal('accounts.no_such_session')
      return reply.code(204).send(null)
    })
}
