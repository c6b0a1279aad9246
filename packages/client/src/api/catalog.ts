import type { Static } from 'typebox'
import type {
  CategoryView, ProductView, ProductPage as ProductPageShape, SkuCard, SkuDetail,
} from '@hearth/contracts/catalog'
import type { BrandView } from '@hearth/contracts/catalog-admin'
import type { ChannelMenu, ContentView } from '@hearth/contracts/content'
import type { Facets } from '@hearth/contracts/search'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type ProductPage = Static<typeof ProductPageShape>
export type { BrandView, CategoryView, ChannelMenu, ContentView, Facets, ProductView, SkuCard, SkuDetail }

/** What a list and its facets are narrowed by. */
export type Narrowing = {
  search?: string
  category_id?: number
  brand_id?: readonly number[]
  option?: readonly string[]
  min_price?: string
  max_price?: string
  in_stock?: boolean
}
export type ListQuery = Narrowing & { sort_by?: string; page?: number; page_size?: number }
/** A-28; only what the home page shows. */
export type Banner = { id: number; title: string; link_url: string; image_url: string }

/** */
export function listProducts(http: Http, query: ListQuery): Promise<ProductPage> {
  return ask(http, { method: 'GET', path: '/api/products/', query })
}

/** A-23, with everything below the category. */
export function listByCategory(http: Http, query: ListQuery): Promise<ProductPage> {
  return ask(http, { method: 'GET', path: '/api/products/by_category/', query })
}

/** What a list can be narrowed by, with counts. */
export function readFacets(http: Http, query: Narrowing): Promise<Facets> {
  return ask(http, { method: 'GET', path: '/api/products/facets/', query })
}

/** best sellers, or what was ordered lately. */
export function listRecommended(http: Http, type: 'popular' | 'trending', limit: number): Promise<ProductView[]> {
  return ask(http, { method: 'GET', path: '/api/products/recommendations/', query: { type, limit } })
}

/** what goes with a product. */
export function listRelated(http: Http, productId: number, limit: number): Promise<ProductView[]> {
  return ask(http, { method: 'GET', path: `/api/products/${productId}/related/`, query: { limit } })
}

/** Up to 20 SKUs in the order asked for; what is not for sale is left out. */
export function listSkus(http: Http, ids: readonly number[]): Promise<SkuCard[]> {
  return ask(http, { method: 'GET', path: '/api/skus/', query: { ids: ids.join(',') } })
}

/** brands in the merchant's order. */
export async function listBrands(http: Http, limit: number): Promise<BrandView[]> {
  const query = { page_size: limit }
  return (await ask<{ results: BrandView[] }>(http, { method: 'GET', path: '/api/brands/', query })).results
}

/** X-61; 404 for one that is switched off. */
export function readBrand(http: Http, brandId: number): Promise<BrandView> {
  return ask(http, { method: 'GET', path: `/api/brands/${brandId}/` })
}

/** G-08: the menu, by group. */
export function listChannels(http: Http): Promise<ChannelMenu> {
  return ask(http, { method: 'GET', path: '/api/categories/channels/' })
}

/** G-08: the advertising of a key. */
export function listContents(http: Http, key: string): Promise<ContentView[]> {
  return ask(http, { method: 'GET', path: '/api/contents/', query: { key } })
}

/** G-08: everything a product page needs. */
export function readSku(http: Http, skuId: number): Promise<SkuDetail> {
  return ask(http, { method: 'GET', path: `/api/skus/${skuId}/` })
}

/** all categories of one level, whatever the page size of the server is. */
export async function listCategories(http: Http, level: 'major' | 'minor' | 'item'): Promise<CategoryView[]> {
  const found: CategoryView[] = []
  for (let page = 1; page <= 20; page += 1) {
    const answer = await ask<{ results: CategoryView[]; has_next: boolean }>(http, {
      method: 'GET', path: '/api/categories/', query: { level, page, page_size: 100 },
    })
    found.push(...answer.results)
    if (!answer.has_next) break
  }
  return found
}

/** what the merchant put on the home page, in its order; answered as a page object or as a bare array. */
export async function listBanners(http: Http): Promise<Banner[]> {
  const answer = await ask<Banner[] | { results: Banner[] }>(http, {
    method: 'GET', path: '/api/home-banners/', query: { position: 'home' },
  })
  return Array.isArray(answer) ? answer : answer.results
}
