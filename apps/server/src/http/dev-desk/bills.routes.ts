import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { faultKinds as alipayFaults } from '../../simulators/alipay/index.ts'
import type { AlipaySimulator, FaultKind as AlipayFault } from '../../simulators/alipay/index.ts'
import { billDifferences } from '../../simulators/payment-company/bill-differences.ts'
import type { BillDifference } from '../../simulators/payment-company/bill-differences.ts'
import { faultKinds as wechatFaults } from '../../simulators/wechat-pay/index.ts'
import type { FaultKind as WechatFault, WechatPaySimulator } from '../../simulators/wechat-pay/index.ts'

const open = { access: 'open' } as const
const Company = Type.Unsafe<'alipay' | 'wechat'>({ type: 'string', enum: ['alipay', 'wechat'] })
const BillOf = Type.Object({ company: Company, day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) })
const Plant = Type.Object({ kind: Type.Unsafe<BillDifference>({ type: 'string', enum: [...billDifferences] }) })
const Name = Type.String({ pattern: '^[a-z0-9_.]{1,80}$' })
const times = Type.Integer({ minimum: 0, maximum: 100, default: 1 })
const AlipayTrouble = Type.Object({
  method: Name, kind: Type.Unsafe<AlipayFault>({ type: 'string', enum: [...alipayFaults] }), times,
})
const WechatTrouble = Type.Object({
  action: Name, kind: Type.Unsafe<WechatFault>({ type: 'string', enum: [...wechatFaults] }), times,
})

type Parts = { alipay: AlipaySimulator; wechatPay: WechatPaySimulator }

/** What goes wrong at the payment companies: calls that fail, and bills that differ. */
export const billRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { alipay, wechatPay }) => {
  const billsOf = { alipay: alipay.bills, wechat: wechatPay.bills }

  app.post('/alipay/troubles/', { config: open, schema: { body: AlipayTrouble } }, async (request) => {
    await alipay.desk.trouble(request.body)
    return request.body
  })

  app.post('/wechat/troubles/', { config: open, schema: { body: WechatTrouble } }, async (request) => {
    await wechatPay.desk.trouble(request.body)
    return request.body
  })

  app.get('/bills/:company/:day/', { config: open, schema: { params: BillOf } }, async ({ params }) =>
    ({ planted: await billsOf[params.company].planted(params.day) }))

  app.post('/bills/:company/:day/', { config: open, schema: { params: BillOf, body: Plant } }, async ({ params, body }) => {
    await billsOf[params.company].plant(params.day, body.kind)
    return { planted: await billsOf[params.company].planted(params.day) }
  })

  app.post('/bills/:company/:day/clear/', { config: open, schema: { params: BillOf } }, async ({ params }) => {
    await billsOf[params.company].clear(params.day)
    return { planted: [] }
  })
}
