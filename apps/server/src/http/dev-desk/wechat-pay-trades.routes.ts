import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { deskActions } from '../../simulators/wechat-pay/index.ts'
import type { DeskAction, WechatPaySimulator } from '../../simulators/wechat-pay/index.ts'

const open = { access: 'open' } as const
const Params = Type.Object({ outTradeNo: Type.String({ pattern: '^[\\w|*@-]{1,32}$' }) })
const Act = Type.Object({ action: Type.Unsafe<DeskAction>({ type: 'string', enum: [...deskActions] }) })

type Parts = { simulator: WechatPaySimulator }

/** The simulated WeChat Pay by hand: its view of a trade, and acting as the buyer and the company. */
export const wechatPayTradeRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { simulator: { desk } }) => {
  app.get('/wechat/trades/:outTradeNo/', { config: open, schema: { params: Params } }, async (request) => {
    const view = await desk.view(request.params.outTradeNo)
    if (!view) throw new Refusal('payments.not_found')
    return view
  })

  app.post('/wechat/trades/:outTradeNo/', { config: open, schema: { params: Params, body: Act } }, async (request) => {
    if (!(await desk.view(request.params.outTradeNo))) throw new Refusal('payments.not_found')
    const done = await desk.act(request.params.outTradeNo, request.body.action)
    if ('refused' in done) throw new Refusal('payments.company_refused', { reason: done.refused })
    return done
  })
}
