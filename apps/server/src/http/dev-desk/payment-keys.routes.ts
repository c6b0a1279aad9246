import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import type { AlipaySimulator } from '../../simulators/alipay/index.ts'
import type { WechatPaySimulator } from '../../simulators/wechat-pay/index.ts'

const open = { access: 'open' } as const
const Keys = Type.Object({
  add: Type.Optional(Type.Boolean()), sign_with: Type.Optional(Type.String({ maxLength: 80 })),
})

type Parts = { alipay: AlipaySimulator; wechatPay: WechatPaySimulator }

/** The keys by which the payment companies sign: another one, and changing to it. */
export const paymentKeyRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { alipay, wechatPay }) => {
  for (const [path, desk] of [['/alipay/keys/', alipay.desk], ['/wechat/keys/', wechatPay.desk]] as const) {
    app.get(path, { config: open }, async () => desk.keys())

    app.post(path, { config: open, schema: { body: Keys } }, async (request) => {
      const { add, sign_with: name } = request.body
      const added = add ? await desk.addKey() : null
      if (name && !(await desk.keys()).names.includes(name)) throw new Refusal('http.invalid')
      if (name) await desk.signWith(name)
      return { ...await desk.keys(), ...(added ? { public_key: added.publicPem } : {}) }
    })
  }
}
