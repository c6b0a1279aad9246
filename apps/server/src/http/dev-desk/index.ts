import type { FastifyPluginAsync } from 'fastify'
import type { AlipayLoginSimulator } from '../../simulators/alipay-login/index.ts'
import type { AlipaySimulator } from '../../simulators/alipay/index.ts'
import type { QqSimulator } from '../../simulators/qq/index.ts'
import type { SmsSimulator } from '../../simulators/sms/index.ts'
import type { WechatPaySimulator } from '../../simulators/wechat-pay/index.ts'
import type { WechatSimulator } from '../../simulators/wechat/index.ts'
import type { Deps } from '../deps.ts'
import { alipayTradeRoutes } from './alipay-trades.routes.ts'
import { billRoutes } from './bills.routes.ts'
import { captchaRoutes } from './captchas.routes.ts'
import { clockRoutes } from './clock.routes.ts'
import { demoRoutes } from './demo.routes.ts'
import { deskPage } from './desk-page.ts'
import { jobRoutes } from './jobs.routes.ts'
import { messageRoutes } from './messages.routes.ts'
import { paymentKeyRoutes } from './payment-keys.routes.ts'
import { signInRoutes } from './sign-ins.routes.ts'
import { wechatPayTradeRoutes } from './wechat-pay-trades.routes.ts'

/** The simulated companies of this process. Null in production. */
export type DeskParts = {
  alipay: AlipaySimulator
  alipayLogin: AlipayLoginSimulator
  qq: QqSimulator
  wechat: WechatSimulator
  wechatPay: WechatPaySimulator
  sms: SmsSimulator
}

/** The developer desk and the simulators. Never registered in production. */
export const developerDesk: FastifyPluginAsync<{ deps: Deps; desk: DeskParts }> = async (app, { deps, desk }) => {
  await app.register(desk.alipay.plugin, { prefix: '/dev/sim/alipay' })
  await app.register(desk.alipayLogin.plugin, { prefix: '/dev/sim/alipay-login' })
  await app.register(desk.qq.plugin, { prefix: '/dev/sim/qq' })
  await app.register(desk.wechat.plugin, { prefix: '/dev/sim/wechat' })
  await app.register(desk.wechatPay.plugin, { prefix: '/dev/sim/wechat-pay' })
  await app.register(desk.sms.plugin, { prefix: '/dev/sim/sms' })
  await app.register(alipayTradeRoutes, { deps, simulator: desk.alipay, prefix: '/dev/api' })
  await app.register(wechatPayTradeRoutes, { simulator: desk.wechatPay, prefix: '/dev/api' })
  await app.register(billRoutes, { alipay: desk.alipay, wechatPay: desk.wechatPay, prefix: '/dev/api' })
  await app.register(paymentKeyRoutes, { alipay: desk.alipay, wechatPay: desk.wechatPay, prefix: '/dev/api' })
  await app.register(messageRoutes, { sms: desk.sms, prefix: '/dev/api' })
  await app.register(signInRoutes, { deps, qq: desk.qq.desk, alipay: desk.alipayLogin.desk, prefix: '/dev/api' })
  await app.register(captchaRoutes, { deps, prefix: '/dev/api' })
  await app.register(clockRoutes, { deps, prefix: '/dev/api' })
  await app.register(jobRoutes, { deps, prefix: '/dev/api' })
  await app.register(demoRoutes, { deps, prefix: '/dev/api' })
  await app.register(deskPage, { deps })
}
