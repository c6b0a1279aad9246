import type { FastifyPluginAsync } from 'fastify'
import { areaRoutes } from './areas.routes.ts'
import { cartRoutes } from './cart.routes.ts'
import { catalogRoutes } from './catalog.routes.ts'
import { addressRoutes } from './customers.routes.ts'
import type { Deps } from './deps.ts'
import { fulfilmentRoutes } from './fulfilment.routes.ts'
import { productTypeRoutes } from './lifecycle-product-types.routes.ts'
import { repairRoutes } from './lifecycle-repairs.routes.ts'
import { unitRoutes } from './lifecycle-units.routes.ts'
import { lifecycleUserRoutes } from './lifecycle-users.routes.ts'
import { oauthRoutes } from './oauth.routes.ts'
import { orderMoveRoutes, orderRoutes, placeOrderRoutes } from './orders.routes.ts'
import { passwordRoutes } from './password.routes.ts'
import { noticeRoutes, paymentRoutes } from './payments.routes.ts'
import { peopleRoutes } from './people.routes.ts'
import { profileRoutes } from './profile.routes.ts'
import { registrationRoutes } from './registration.routes.ts'
import { sessionRoutes } from './sessions.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'

/** Every route under /api, by module. */
export const apiRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  const plugins = [
    registrationRoutes, signInRoutes, oauthRoutes, passwordRoutes, sessionRoutes, profileRoutes, peopleRoutes,
    areaRoutes, addressRoutes, catalogRoutes, cartRoutes, orderRoutes, placeOrderRoutes, orderMoveRoutes,
    fulfilmentRoutes, paymentRoutes, noticeRoutes, lifecycleUserRoutes, productTypeRoutes, unitRoutes, repairRoutes,
  ]
  for (const plugin of plugins) await app.register(plugin, { deps })
}
