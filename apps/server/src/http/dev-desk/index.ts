import type { FastifyPluginAsync } from 'fastify'
import type { AlipaySimulator } from '../../simulators/alipay/index.ts'
import type { Deps } from '../deps.ts'
import { alipayTradeRoutes } from './alipay-trades.routes.ts'
import { clockRoutes } from './clock.routes.ts'
import { demoRoutes } from './demo.routes.ts'
import { deskPage } from './desk-page.ts'
import { jobRoutes } from './jobs.routes.ts'

/** The simulated companies of this process. Null in production. */
export type DeskParts = { alipay: AlipaySimulator }

/** The developer desk and the simulators. Never registered in production. */
export const developerDesk: FastifyPluginAsync<{ deps: Deps; desk: DeskParts }> = async (app, { deps, desk }) => {
  await app.register(desk.alipay.plugin, { prefix: '/dev/sim/alipay' })
  await app.register(alipayTradeRoutes, { deps, simulator: desk.alipay, prefix: '/dev/api' })
  await app.register(clockRoutes, { deps, prefix: '/dev/api' })
  await app.register(jobRoutes, { deps, prefix: '/dev/api' })
  await app.register(demoRoutes, { deps, prefix: '/dev/api' })
  await app.register(deskPage, { deps })
}
