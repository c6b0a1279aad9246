import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ownPath } from '@hearth/client/view/own-path'
import {
  AuthorizationQuery, BindBody, BoundView, CallbackQuery, CallbackView, IdentityView, LinkBody, LoginUrl,
} from '@hearth/contracts/identities'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import type { Static } from 'typebox'
import {
  accountSentences, bindIdentity, linkIdentity, refuseFields, selectIdentities, selectIdentity, unlinkIdentity,
} from '../modules/accounts/index.ts'
import type { BrowserIdentityProvider, IdentityProof } from '../modules/accounts/index.ts'
import { inTransaction } from '../platform/db.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { networkOf } from './network.ts'
import { isSameBrowser, markBrowser } from './oauth-browser.ts'
import { signInAs } from './open-session.ts'
import { OUTSIDE_CALLS, askOutside } from './outside.ts'

const open = { access: 'open' } as const
const person = { access: 'person' } as const
const BINDS = { name: 'bind-identity', limit: 5, windowMs: 60_000 }
const ProviderPath = Type.Object({ provider: Type.String({ pattern: '^(?:wechat|qq|alipay)$' }) })
type Name = BrowserIdentityProvider['name']

/** Signing in by QQ and Alipay (D-07, D-08, G-04, G-05), and the links of an account that is signed in. */
export const oauthRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const name of ['qq', 'alipay'] as const) {
    app.get(`/oauth/${name}/authorization/`, {
      config: open, schema: { querystring: AuthorizationQuery, response: { 200: LoginUrl } },
    }, async (request, reply) => authorize(deps, name, request, reply))

    app.get(`/oauth/${name}/user/`, { config: open, schema: { querystring: CallbackQuery, response: { 200: CallbackView } } },
      async (request, reply) => comeBack(deps, name, request, reply))

    app.post(`/oauth/${name}/user/`, {
      config: open, schema: { body: BindBody, response: { 200: BoundView, 201: BoundView } },
    }, async (request, reply) => bind(deps, name, request, reply))
  }

  app.get('/user/identities/', { config: person, schema: { response: { 200: Type.Array(IdentityView) } } },
    async (request) => identitiesOf(deps, request))

  app.post('/user/identities/', {
    config: person, schema: { body: LinkBody, response: { 201: Type.Array(IdentityView) } },
  }, async (request, reply) => {
    const proof = await deps.proofs.openIdentity(request.body.access_token, deps.now())
    if (!proof) return refuseFields({ access_token: [accountSentences.proof] })
    const { id: userId } = personOf(request)
    await inTransaction(deps.db, (tx) => linkIdentity(tx, { ...proof, userId, at: deps.now() }))
    return reply.code(201).send(await identitiesOf(deps, request))
  })

  app.delete('/user/identities/:provider/', {
    config: person, schema: { params: ProviderPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { provider } = request.params
    await inTransaction(deps.db, (tx) =>
      unlinkIdentity(tx, { userId: personOf(request).id, provider, at: deps.now() }))
    return reply.code(204).send(null)
  })
}

/** D-07: where the browser goes; where it may go afterwards travels along, sealed. */
async function authorize(deps: Deps, name: Name, request: FastifyRequest, reply: FastifyReply): Promise<LoginUrl> {
  const provider = deps.identities[name]
  if (!provider) throw new Refusal('accounts.outside_not_set_up')
  const { next = '/', purpose = 'sign-in' } = request.query as Static<typeof AuthorizationQuery>
  if (ownPath(next) !== next) {
    refuseFields({ next: [{ zh: '只能回到本站的页面。', en: 'Must be a page of this site.' }] })
  }
  const browser = markBrowser(request, reply, deps.config)
  const state = await deps.proofs.sealState({ provider: name, next, purpose, browser }, deps.now())
  return { login_url: provider.loginUrl(state) }
}

/** G-04, G-05: who came back. Cookies are only for the browser that set out. */
async function comeBack(deps: Deps, name: Name, request: FastifyRequest, reply: FastifyReply): Promise<CallbackView> {
  const { code: plain, auth_code: theirs, state: text } = request.query as Static<typeof CallbackQuery>
  const code = plain || theirs
  const at = deps.now()
  const state = text ? await deps.proofs.openState(text, at) : null
  const browser = state && isSameBrowser(request, state.browser)
  if (state?.provider !== name || browser === 'another') throw new Refusal('accounts.state_refused')
  if (!code) return refuseFields({ code: [accountSentences.missing] })
  await hitThrottle(deps.store, OUTSIDE_CALLS, networkOf(request), at)
  const who = await askOutside(deps.identities[name], (provider) => provider.exchange(code))
  const proof: IdentityProof = { provider: name, person: who }
  const { next, purpose } = state
  const known = await selectIdentity(deps.db, name, proof.person.openid)
  if (known && !known.is_active) throw new Refusal('accounts.wrong_login')
  if (!known || purpose === 'link') return { access_token: await deps.proofs.sealIdentity(proof, at), purpose, next }
  const { id, username, token, access, refresh } = await signInAs(deps, request, reply, {
    find: async () => known, setsCookies: browser === 'same',
  })
  return { id, username, token, access, refresh, next }
}

/** D-08: the proof, then the code, then the account with this mobile and its password; without one, a new account. */
async function bind(deps: Deps, name: Name, request: FastifyRequest, reply: FastifyReply): Promise<BoundView> {
  const { mobile, password, sms_code: code, access_token: text } = request.body as Static<typeof BindBody>
  const at = deps.now()
  await hitThrottle(deps.store, BINDS, `${networkOf(request)}:${mobile}`, at)
  const proof = await deps.proofs.openIdentity(text, at)
  if (proof?.provider !== name) return refuseFields({ access_token: [accountSentences.proof] })
  const bound = await bindIdentity(deps, { proof, mobile, password, code, at })
  const { id, username, token, access, refresh } = await signInAs(deps, request, reply, { find: bound.find })
  reply.code(bound.isNew ? 201 : 200)
  return { id, username, token, access, refresh }
}

async function identitiesOf(deps: Deps, request: FastifyRequest): Promise<IdentityView[]> {
  const rows = await selectIdentities(deps.db, personOf(request).id)
  return rows.map(({ provider, nickname, linked_at: at }) => ({
    provider: provider as IdentityView['provider'], nickname, linked_at: isoShanghai(at),
  }))
}
