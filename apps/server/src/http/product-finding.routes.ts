import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ProductView, SkuCards, SkuPage, SkusQuery } from '@hearth/contracts/catalog'
import {
  Facets, FacetsQuery, RecommendationsQuery, RelatedQuery, SkuSearchQuery, Suggestions, SuggestionsQuery,
} from '@hearth/contracts/search'
import { IdPath } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { selectFacets } from '../reads/product-facets.sql.ts'
import { selectPopular, selectRelated, selectTrending } from '../reads/recommendations.sql.ts'
import { selectFoundSkus, selectSkuCards } from '../reads/sku-list.sql.ts'
import type { Deps } from './deps.ts'
import { facetsView } from './facets-view.ts'
import { askedPage, linkedPage } from './paging.ts'
import { knownSkuOrder, productFilter, rowsAsked, seesInactive } from './product-input.ts'
import { foundOrCorrected, productSearch } from './product-search.ts'
import { productView } from './product-view.ts'
import { openSearchLog } from './search-log.ts'
import { skuCardView } from './sku-view.ts'
import { suggest } from './suggest.ts'

const config = { access: 'public', etag: true } as const
const AT_MOST = 50
const many = { 200: Type.Array(ProductView) }

/** Ways to a product beside the lists (X-48, X-51, X-52, G-08 search, facets). */
export const productFindingRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, files } = deps
  const searches = openSearchLog(app, deps)
  const atMost = (limit = 10) => Math.min(limit, AT_MOST)

  app.get('/products/facets/', { config, schema: { querystring: FacetsQuery, response: { 200: Facets } } },
    async (request) => {
      const filter = productFilter(request)
      const search = await productSearch(deps, request.query.search)
      const { asked, corrected, ...row } = await foundOrCorrected(deps, search, (words) =>
        selectFacets(db, { ...filter, search: words }))
      return { ...facetsView(row), ...(asked && { words: asked.words, did_you_mean: corrected }) }
    })

  app.get('/products/search_suggestions/', {
    config, schema: { querystring: SuggestionsQuery, response: { 200: Suggestions } },
  }, async ({ query: { prefix, limit, products = 0 } }) =>
    suggest(deps, prefix, { limit: atMost(limit), products: Math.min(products, 10) }))

  app.get('/products/recommendations/', { config, schema: { querystring: RecommendationsQuery, response: many } },
    async (request) => {
      const { type = 'popular', limit, category_id } = request.query
      const rows = type === 'trending'
        ? await selectTrending(db, atMost(limit), deps.now())
        : await selectPopular(db, atMost(limit), type === 'category' ? category_id : undefined)
      return rows.map((row) => productView(row, files))
    })

  app.get('/products/:id(^\\d{1,15}$)/related/', {
    config, schema: { params: IdPath, querystring: RelatedQuery, response: many },
  }, async (request) => {
    const { id } = request.params as { id: string }
    const rows = await selectRelated(db, Number(id), atMost(request.query.limit), seesInactive(request))
    if (!rows) throw new Refusal('catalog.product_not_found')
    return rows.map((row) => productView(row, files))
  })

  app.get('/skus/', { config, schema: { querystring: SkusQuery, response: { 200: SkuCards } } }, async (request) => {
    const ids = request.query.ids.split(',').map(Number)
    return (await selectSkuCards(db, ids)).map((row) => skuCardView(row, files))
  })

  app.get('/skus/search/', { config, schema: { querystring: SkuSearchQuery, response: { 200: SkuPage } } },
    async (request) => {
      const { text, ordering } = request.query
      const ask = askedPage(request.query)
      const { rows, total, typedQty } = await foundOrCorrected(deps, await productSearch(deps, text), (search) =>
        selectFoundSkus(db, search ?? null, knownSkuOrder(ordering), rowsAsked(ask)))
      searches.note(request, text, typedQty)
      return linkedPage(request, deps.config.publicUrl, pageOf(rows.map((row) => skuCardView(row, files)), total, ask))
    })
}
