import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ProductChangePage, ProductChangeQuery } from '@hearth/contracts/catalog-admin'
import { IdPath } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { selectConsoleSkus } from '../reads/console-skus.sql.ts'
import { selectPlaceNames, selectProductChanges } from '../reads/product-changes.sql.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { askedPage, linkedPage } from './paging.ts'
import { placesOf, productChangeView } from './product-change-view.ts'
import { rowsAsked } from './product-input.ts'

/** Who changed what of a product. Costs and supply prices are among it: administrators only. */
export const productChangeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config, files } = deps
  app.get('/products/:id(^\\d{1,15}$)/changes/', {
    config: { access: 'admin' },
    schema: { params: IdPath, querystring: ProductChangeQuery, response: { 200: ProductChangePage } },
  }, async (request) => {
    const productId = idOf(request)
    if (!(await selectConsoleSkus(db, productId, []))) throw new Refusal('catalog.product_not_found')
    const ask = askedPage(request.query)
    const { rows, total } = await selectProductChanges(db, productId, rowsAsked(ask))
    const places = await selectPlaceNames(db, placesOf(rows))
    const results = rows.map((row) => productChangeView(row, places, files))
    return linkedPage(request, config.publicUrl, pageOf(results, total, ask))
  })
}
