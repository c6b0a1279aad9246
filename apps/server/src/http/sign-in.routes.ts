import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AuthorizationView, ConsoleSignInView, LifecycleSignIn, PasswordSignIn } from '@hearth/contracts/accounts'
import { WechatSignIn } from '@hearth/contracts/identities'
import { Lifecycle } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import {
  findOrCreateByIdentity, grantSimulatedAdmin, isConsolePerson, signInByPassword,
} from '../modules/accounts/index.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { selectPersonSummary } from '../reads/person-summary.sql.ts'
import { lifecycleMeView, userView } from './account-view.ts'
import type { Deps } from './deps.ts'
import { deviceIdOf } from './device.ts'
import { signInAs } from './open-session.ts'
import type { SignedIn } from './open-session.ts'
import { networkOf } from './network.ts'
import { OUTSIDE_CALLS, askOutside } from './outside.ts'

const WECHAT_SIGN_INS = { name: 'sign-in-wechat', limit: 5, windowMs: 60_000 }
const open = { access: 'open' } as const

/** Sign-in by password (D-06, A-05, B-01) and by WeChat. */
export const signInRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/authorizations/', { config: open, schema: { body: PasswordSignIn, response: { 200: AuthorizationView } } },
    async (request, reply) => {
      const { id, username, token, access, refresh } = await signInWithPassword(deps, request, reply)
      return { username, user_id: id, token, access, refresh }
    })

  app.post('/auth/password/', { config: open, schema: { body: PasswordSignIn, response: { 200: ConsoleSignInView } } },
    async (request, reply) => signedInView(deps, await signInWithPassword(deps, request, reply, true)))

  app.post('/auth/wechat/', { config: open, schema: { body: WechatSignIn, response: { 200: ConsoleSignInView } } },
    async (request, reply) => signedInView(deps, await signInWithWechat(deps, request, reply, request.body.code)))

  app.post('/lifecycle/login/', {
    config: open, schema: { body: PasswordSignIn, response: { 200: Lifecycle(LifecycleSignIn) } },
  }, async (request, reply) => lifecycleSignIn(deps, request, reply))

  // One documented path for two sources: a `code` is WeChat's, a `username` is source 001's (contract §5.8).
  app.post('/login/', { config: open, schema: { body: Type.Union([WechatSignIn, PasswordSignIn]) } },
    async (request, reply) => {
      if (!('code' in request.body)) return lifecycleSignIn(deps, request, reply)
      return signedInView(deps, await signInWithWechat(deps, request, reply, request.body.code))
    })
}

async function signInWithPassword(
  deps: Deps, request: FastifyRequest, reply: FastifyReply, forConsole = false,
): Promise<SignedIn> {
  const { username, password, image_code_id: id, text } = request.body as PasswordSignIn
  const who = await signInByPassword(deps.db, deps.store, {
    login: username, password, picture: id && text ? { id, text } : null, address: networkOf(request),
    deviceId: deviceIdOf(request), now: deps.now(),
  }).catch((fault: unknown) => {
    deps.metrics.signIns.inc({ outcome: 'refused' })
    throw fault
  })
  if (forConsole && !isConsolePerson(who)) throw new Refusal('accounts.not_for_console')
  return signInAs(deps, request, reply, { find: async () => who })
}

/** Finds out at WeChat whose code it is; a new person gets an account. */
async function signInWithWechat(
  deps: Deps, request: FastifyRequest, reply: FastifyReply, code: string,
): Promise<SignedIn> {
  await hitThrottle(deps.store, OUTSIDE_CALLS, networkOf(request), deps.now())
  const wechat = deps.identities.wechat
  const person = await askOutside(wechat, (provider) => provider.exchange(code))
  await hitThrottle(deps.store, WECHAT_SIGN_INS, `${networkOf(request)}:${person.openid}`, deps.now())
  const isSimulatedAdmin = !deps.config.isProduction && wechat?.isSimulated === true && code.startsWith('admin')
  return signInAs(deps, request, reply, {
    find: async (tx) => {
      const found = await findOrCreateByIdentity(tx, { provider: 'wechat', person, at: deps.now() })
      if (isSimulatedAdmin) await grantSimulatedAdmin(tx, found.id)
      return found
    },
  })
}

async function signedInView(deps: Deps, { id, access, refresh }: SignedIn) {
  return { access, refresh, user: userView(await selectPersonSummary(deps.db, id), deps.files) }
}

async function lifecycleSignIn(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  const { id, access, refresh } = await signInWithPassword(deps, request, reply)
  const user = lifecycleMeView(await selectPersonSummary(deps.db, id))
  return { status: 'success' as const, data: { access, refresh, user } }
}
