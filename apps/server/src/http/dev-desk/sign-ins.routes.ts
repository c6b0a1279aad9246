import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import type { SignInDesk } from '../../simulators/sign-in/desk.ts'
import type { Deps } from '../deps.ts'

const open = { access: 'open' } as const
const SignIn = Type.Object({
  login_url: Type.String({ maxLength: 4_000 }), openid: Type.String({ pattern: '^[\\w-]{1,64}$' }),
})

type Parts = { deps: Deps; qq: SignInDesk; alipay: SignInDesk }

/** Signing in at the simulated companies: where their pages are, and without a page. */
export const signInRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { deps, qq, alipay }) => {
  app.get('/sign-ins/', { config: open }, async () =>
    [deps.identities.qq, deps.identities.alipay].flatMap((provider) =>
      (provider ? [{ company: provider.name, login_url: provider.loginUrl('/') }] : [])))

  for (const [path, desk] of [['/qq/authorize/', qq], ['/alipay-login/authorize/', alipay]] as const) {
    app.post(path, { config: open, schema: { body: SignIn } }, async (request) => {
      const { login_url: loginUrl, openid } = request.body
      const done = await desk.authorize(loginUrl, openid)
      if (!('refused' in done)) return done
      if (done.isForeign) throw new Refusal('http.not_found')
      throw new Refusal('http.invalid', { fields: { login_url: [{ zh: done.refused, en: 'The company refuses it.' }] } })
    })
  }
}
