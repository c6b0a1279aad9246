import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { selectOpenPayment, startPayment } from '../../modules/payments/index.ts'
import { inTransaction } from '../../platform/db.ts'
import { deskActions } from '../../simulators/alipay/index.ts'
import type { AlipaySimulator, DeskAction } from '../../simulators/alipay/index.ts'
import type { Deps } from '../deps.ts'
import { payWayOf } from '../pay-url.ts'

const open = { access: 'open' } as const
const Params = Type.Object({ outTradeNo: Type.String({ pattern: '^[\\w-]{1,64}$' }) })
const Act = Type.Object({ action: Type.Unsafe<DeskAction>({ type: 'string', enum: [...deskActions] }) })

type Parts = { deps: Deps; simulator: AlipaySimulator }

/** The simulated Alipay by hand: its view of a trade, and acting as the buyer and the company. */
export const alipayTradeRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { deps, simulator }) => {
  app.get('/alipay/trades/:outTradeNo/', { config: open, schema: { params: Params } }, async (request) => {
    const view = await simulator.desk.view(request.params.outTradeNo)
    if (!view) throw new Refusal('payments.not_found')
    return view
  })

  app.post('/alipay/trades/:outTradeNo/', { config: open, schema: { params: Params, body: Act } }, async (request) => {
    const { outTradeNo } = request.params
    if (!(await simulator.desk.view(outTradeNo))) await openAsBuyer({ deps, simulator }, outTradeNo)
    const done = await simulator.desk.act(outTradeNo, request.body.action)
    if ('refused' in done) throw new Refusal('payments.company_refused', { reason: done.refused })
    return done
  })
}

/** The buyer has not been at the pay page yet: goes there by the address that the shop would give him. */
async function openAsBuyer({ deps, simulator }: Parts, tradeNumber: string): Promise<void> {
  const payment = await selectOpenPayment(deps.db, tradeNumber, 'alipay')
  const provider = deps.payments.alipay
  if (!payment || !provider) throw new Refusal('payments.not_found')
  const paying = { channel: 'page', openId: null, clientIp: '127.0.0.1' } as const
  await inTransaction(deps.db, (tx) => startPayment(tx, { paymentId: payment.id, ...paying, at: deps.now() }))
  const way = await payWayOf(deps, provider, payment, paying)
  if (way.kind !== 'link') throw new Refusal('payments.not_found')
  const refusal = await simulator.desk.open(way.url)
  if (refusal) throw new Refusal('payments.company_refused', { reason: refusal.refused })
}
