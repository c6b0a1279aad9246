import type { Static } from 'typebox'
import type { CategoryView, ProductView, ProductPage as ProductPageShape, SkuDetail } from '@hearth/contracts/catalog'
import { ask } from '../http.ts'
import type { Http } from '../http.ts'

export type ProductPage = Static<typeof ProductPageShape>
export type { CategoryView, ProductView, SkuDetail }

export type ListQuery = { category_id?: number; search?: string; sort_by?: string; page?: number; page_size?: number }
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

/** what goes with a product. */
export function listRelated(http: Http, productId: number, limit: number): Promise<ProductView[]> {
  return ask(http, { method: 'GET', path: `/api/products/${productId}/related/`, query: { limit } })
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
