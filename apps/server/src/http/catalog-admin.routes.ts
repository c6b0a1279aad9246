import type { FastifyPluginAsync } from 'fastify'
import { brandRoutes } from './brands.routes.ts'
import { categoryRoutes } from './categories.routes.ts'
import type { Deps } from './deps.ts'
import { inventoryRoutes } from './inventory.routes.ts'
import { productChangeRoutes } from './product-changes.routes.ts'
import { productWriteRoutes } from './product-writes.routes.ts'
import { skuWriteRoutes } from './sku-writes.routes.ts'

/** What administrators do with the catalog and its stock. */
export const catalogAdminRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  const plugins = [
    categoryRoutes, brandRoutes, productWriteRoutes, productChangeRoutes, skuWriteRoutes, inventoryRoutes,
  ]
  for (const plugin of plugins) await app.register(plugin, { deps })
}
