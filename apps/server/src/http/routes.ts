import type { FastifyPluginAsync } from 'fastify'
import { profileRoutes, sessionRoutes, signInRoutes } from './accounts.routes.ts'
import { areaRoutes } from './areas.routes.ts'
import { cartRoutes } from './cart.routes.ts'
import { catalogRoutes } from './catalog.routes.ts'
import { addressRoutes } from './customers.routes.ts'
import type { Deps } from './deps.ts'
import { fulfilmentRoutes } from './fulfilment.routes.ts'
import { productTypeRoutes } from './lifecycle-product-types.routes.ts'
import { repairRoutes } from './lifecycle-repairs.routes.ts'
import { unitRoutes } from './lifecycle-units.routes.ts'
import { orderMoveRoutes, orderRoutes, placeOrderRoutes } from './orders.routes.ts'
import { noticeRoutes, paymentRoutes } from './payments.routes.ts'

/** Every route under /api, by module. */
export const apiRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  const plugins = [
    signInRoutes, sessionRoutes, profileRoutes, areaRoutes, addressRoutes, catalogRoutes, cartRoutes, orderRoutes,
    placeOrderRoutes, orderMoveRoutes, fulfilmentRoutes, paymentRoutes, noticeRoutes, productTypeRoutes, unitRoutes,
    repairRoutes,
  ]
  for (const plugin of plugins) await app.register(plugin, { deps })
}
