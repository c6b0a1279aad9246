import type { FastifyPluginAsync } from 'fastify'
import { areaRoutes } from './areas.routes.ts'
import { browseHistoryRoutes } from './browse-histories.routes.ts'
import { bannerRoutes } from './banners.routes.ts'
import { bulkShippingRoutes } from './bulk-shipping.routes.ts'
import { cartByProductRoutes } from './cart-by-product.routes.ts'
import { cartRoutes } from './cart.routes.ts'
import { cashierRoutes } from './cashier.routes.ts'
import { catalogAdminRoutes } from './catalog-admin.routes.ts'
import { caseRoutes } from './cases.routes.ts'
import { catalogRoutes } from './catalog.routes.ts'
import { channelRoutes } from './channels.routes.ts'
import { contentRoutes } from './contents.routes.ts'
import { addressRoutes } from './customers.routes.ts'
import type { Deps } from './deps.ts'
import { exportRoutes } from './exports.routes.ts'
import { fulfilmentRoutes } from './fulfilment.routes.ts'
import { importRoutes } from './imports.routes.ts'
import { productTypeRoutes } from './lifecycle-product-types.routes.ts'
import { repairRoutes } from './lifecycle-repairs.routes.ts'
import { unitRoutes } from './lifecycle-units.routes.ts'
import { lifecycleUserRoutes } from './lifecycle-users.routes.ts'
import { manualRoutes } from './manuals.routes.ts'
import { mediaImageRoutes } from './media-images.routes.ts'
import { oauthRoutes } from './oauth.routes.ts'
import { orderEditRoutes, orderMoveRoutes } from './order-changes.routes.ts'
import { orderDeskRoutes } from './order-desk.routes.ts'
import { orderExportRoutes } from './order-export.routes.ts'
import { placeOrderRoutes } from './order-placing.routes.ts'
import { orderRoutes } from './orders.routes.ts'
import { passwordRoutes } from './password.routes.ts'
import { bankTransferRoutes } from './bank-transfers.routes.ts'
import { moneyBookRoutes } from './money-book.routes.ts'
import { paymentAttemptRoutes } from './payment-attempts.routes.ts'
import { paymentMoveRoutes } from './payment-moves.routes.ts'
import { noticeRoutes } from './payment-notices.routes.ts'
import { paymentRoutes } from './payments.routes.ts'
import { peopleRoutes } from './people.routes.ts'
import { productFindingRoutes } from './product-finding.routes.ts'
import { profileRoutes } from './profile.routes.ts'
import { reconciliationRoutes } from './reconciliation.routes.ts'
import { refundMoveRoutes, refundRoutes } from './refunds.routes.ts'
import { registrationRoutes } from './registration.routes.ts'
import { searchLogRoutes } from './search-logs.routes.ts'
import { sessionRoutes } from './sessions.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'
import { paymentCaseRoutes, suspenseRoutes } from './suspense.routes.ts'

/** Every route under /api, by module. */
export const apiRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  const plugins = [
    registrationRoutes, signInRoutes, oauthRoutes, passwordRoutes, sessionRoutes, profileRoutes, peopleRoutes,
    areaRoutes, addressRoutes, catalogRoutes, catalogAdminRoutes, cartRoutes, cartByProductRoutes,
    orderRoutes, placeOrderRoutes, orderMoveRoutes, orderEditRoutes, orderExportRoutes, fulfilmentRoutes,
    paymentRoutes, paymentAttemptRoutes, paymentMoveRoutes, bankTransferRoutes, noticeRoutes, cashierRoutes,
    refundRoutes, refundMoveRoutes, suspenseRoutes, paymentCaseRoutes, moneyBookRoutes,
    bulkShippingRoutes, orderDeskRoutes,
    lifecycleUserRoutes, productTypeRoutes, unitRoutes, repairRoutes,
    mediaImageRoutes, manualRoutes, bannerRoutes, contentRoutes, channelRoutes, caseRoutes,
    searchLogRoutes, productFindingRoutes, browseHistoryRoutes, importRoutes, exportRoutes,
    reconciliationRoutes,
  ]
  for (const plugin of plugins) await app.register(plugin, { deps })
}
