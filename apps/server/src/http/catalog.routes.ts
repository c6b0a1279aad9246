import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  CategoryPage, CategoryQuery, CategorySkusQuery, ProductPage, ProductQuery, SkuDetail, SkuPage,
} from '@hearth/contracts/catalog'
import { ProductSeen } from '@hearth/contracts/catalog-admin'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { selectCategoryPage } from '../reads/categories.sql.ts'
import { findCategories } from '../reads/category-tree.sql.ts'
import { selectProduct } from '../reads/product-detail.sql.ts'
import { selectProductPage } from '../reads/product-list.sql.ts'
import { selectSkuDetail } from '../reads/sku-detail.sql.ts'
import { selectCategorySkus } from '../reads/sku-list.sql.ts'
import { categoryView } from './category-view.ts'
import { consoleProduct } from './console-product.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { productFilter, rowsAsked, seesInactive, skuOrder } from './product-input.ts'
import { foundOrCorrected, productSearch } from './product-search.ts'
import { productDetailView, productView } from './product-view.ts'
import { openViewCounter } from './product-views.ts'
import { openSearchLog } from './search-log.ts'
import type { SearchLog } from './search-log.ts'
import { skuCardView, skuDetailView } from './sku-view.ts'

const config = { access: 'public', etag: true } as const
type One = { Params: { id: string } }
// A product page is exactly its shape, and large: JSON.stringify takes half the time of a checked serializer.
const serializerCompiler = () => (view: unknown) => JSON.stringify(view)

/** Products, SKUs and categories as everyone may see them (A-17, A-19, A-23 to A-25, D-13, G-08). */
export const catalogRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, files } = deps
  const views = openViewCounter(app, deps)
  const searches = openSearchLog(app, deps)

  for (const path of ['/products/', '/products/by_category/', '/products/by_brand/']) {
    app.get(path, {
      config, serializerCompiler, schema: { querystring: ProductQuery, response: { 200: ProductPage } },
    }, async (request) => productPage(deps, request, searches))
  }

  app.get<One>('/products/:id(^\\d{1,15}$)/', { config, schema: { response: { 200: ProductSeen } } },
    async (request) => {
      if (seesInactive(request)) return consoleProduct(deps, db, Number(request.params.id))
      const row = await selectProduct(db, Number(request.params.id), false)
      if (!row) throw new Refusal('catalog.product_not_found')
      return productDetailView(row, files, views.look(row.id))
    })

  app.get<One>('/skus/:id(^\\d{1,15}$)/', { config, schema: { response: { 200: SkuDetail } } }, async (request) => {
    const row = await selectSkuDetail(db, Number(request.params.id), seesInactive(request))
    if (!row) throw new Refusal('catalog.sku_not_found')
    return skuDetailView(row, files, deps.config)
  })

  app.get('/categories/', { config, schema: { querystring: CategoryQuery, response: { 200: CategoryPage } } },
    async (request) => {
      const { search, level, parent_id, ...asked } = request.query
      const ask = askedPage(asked)
      const filter = { search: search?.trim(), level, parentId: parent_id }
      const { rows, total } = await selectCategoryPage(db, filter, rowsAsked(ask))
      const results = rows.map((row) => categoryView(row, files))
      return linkedPage(request, deps.config.publicUrl, pageOf(results, total, ask))
    })

  app.get<{ Params: { category_id: string }; Querystring: { ordering?: string; page?: number; page_size?: number } }>(
    '/categories/:category_id(^\\d{1,15}$)/skus',
    { config, schema: { querystring: CategorySkusQuery, response: { 200: SkuPage } } },
    async (request) => {
      const id = Number(request.params.category_id)
      const [category] = await findCategories(db, (node) => node.id === id)
      if (!category) throw new Refusal('catalog.category_not_found')
      const ask = askedPage(request.query)
      const { rows, total } = await selectCategorySkus(db, id, skuOrder(request.query.ordering), rowsAsked(ask))
      return linkedPage(request, deps.config.publicUrl, pageOf(rows.map((row) => skuCardView(row, files)), total, ask))
    })
}

async function productPage(deps: Deps, request: FastifyRequest, searches: SearchLog) {
  const { db, files, config } = deps
  const query = request.query as ProductQuery
  const ask = askedPage(query)
  const filter = productFilter(request)
  const search = await productSearch(deps, query.search)
  const { rows, total, typedQty } = await foundOrCorrected(deps, search, (asked) =>
    selectProductPage(db, { ...filter, search: asked }, rowsAsked(ask)))
  // What administrators look for in the console says nothing about what buyers want.
  if (!filter.withInactive && isNewSearch(query)) searches.note(request, query.search, typedQty)
  return linkedPage(request, config.publicUrl, pageOf(rows.map((row) => productView(row, files)), total, ask))
}

/** Whoever turns the page or narrows what was found has not searched again. */
function isNewSearch({ page = 1, brand_id, option, in_stock }: ProductQuery): boolean {
  return page === 1 && !brand_id && !option && !in_stock
}
