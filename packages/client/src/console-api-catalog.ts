import type { Static } from 'typebox'
import type { CategoryView, ProductQuery, ProductView } from '@hearth/contracts/catalog'
import type {
  AdjustStockBody, BrandBody, BrandPatch, BrandView, CategoryBody, CategoryPatch, ConsoleProduct, ConsoleSku,
  InventoryLog, InventoryLogQuery, LowStock, LowStockQuery, PriceChange, PriceHistoryQuery, ProductBody, ProductChange,
  ProductPatch, SkuBody, SkuMatrixBody, SkuPatch, StockLevelView,
} from '@hearth/contracts/catalog-admin'
import { everyPage, PAGE, paged } from './console-pages.ts'
import { ask } from './http.ts'
import type { Http } from './http.ts'

export type ProductsAsk = ProductQuery
export type NewCategory = Static<typeof CategoryBody>
export type NewBrand = Static<typeof BrandBody>
export type LowStockRow = Static<typeof LowStock>
export type PriceChangeRow = Static<typeof PriceChange>
export type StockLevel = Static<typeof StockLevelView>
export type StockAdjustment = Static<typeof AdjustStockBody>
export type InventoryAsk = Static<typeof InventoryLogQuery>

type PageAsked = { page?: number; page_size?: number }

/** What administrators do with the catalogue and its stock; support may read what runs low and the log. */
export function catalogCalls(http: Http) {
  return { ...productCalls(http), ...skuCalls(http), ...placeCalls(http), ...stockCalls(http) }
}

const product = (id: number) => `/api/products/${id}/`
const once = (key: string) => ({ 'idempotency-key': key })

function productCalls(http: Http) {
  return {
    products: (query: ProductsAsk) => paged<ProductView>(http, { method: 'GET', path: '/api/products/', query }),
    product: (id: number) => ask<ConsoleProduct>(http, { method: 'GET', path: product(id) }),
    createProduct: (body: ProductBody, key: string) =>
      ask<ConsoleProduct>(http, { method: 'POST', path: '/api/products/', body, headers: once(key) }),
    /** What is left out stays; with `updated_at` as it was read, 409 when somebody changed it since. */
    changeProduct: (id: number, body: ProductPatch) =>
      ask<ConsoleProduct>(http, { method: 'PATCH', path: product(id), body }),
    /** What stands in the way is counted in `facts.counts`; then nothing was deleted. */
    removeProduct: (id: number) => ask<null>(http, { method: 'DELETE', path: product(id) }),
    priceHistory: (id: number, query: Static<typeof PriceHistoryQuery>) =>
      paged<PriceChangeRow>(http, { method: 'GET', path: `${product(id)}price_history/`, query }),
    productChanges: (id: number, query: PageAsked) =>
      paged<ProductChange>(http, { method: 'GET', path: `${product(id)}changes/`, query }),
  }
}

function skuCalls(http: Http) {
  const one = (productId: number, id: number) => `${product(productId)}skus/${id}/`
  return {
    skus: (productId: number) => ask<ConsoleSku[]>(http, { method: 'GET', path: `${product(productId)}skus/` }),
    createSku: (productId: number, body: SkuBody, key: string) =>
      ask<ConsoleSku>(http, { method: 'POST', path: `${product(productId)}skus/`, body, headers: once(key) }),
    /** Makes what is missing among all combinations of the options. */
    fillSkuMatrix: (productId: number, body: SkuMatrixBody, key: string) => ask<{ created: ConsoleSku[] }>(http, {
      method: 'POST', path: `${product(productId)}skus/matrix/`, body, headers: once(key),
    }),
    changeSku: (productId: number, id: number, body: SkuPatch) =>
      ask<ConsoleSku>(http, { method: 'PATCH', path: one(productId, id), body }),
    removeSku: (productId: number, id: number) => ask<null>(http, { method: 'DELETE', path: one(productId, id) }),
  }
}

function placeCalls(http: Http) {
  const category = (id: number) => `/api/categories/${id}/`
  const brand = (id: number) => `/api/brands/${id}/`
  return {
    /** All of them, each with its direct children. */
    categories: () => everyPage((page) => paged<CategoryView>(http, {
      method: 'GET', path: '/api/categories/', query: { page, page_size: PAGE },
    })),
    createCategory: (body: NewCategory, key: string) =>
      ask<CategoryView>(http, { method: 'POST', path: '/api/categories/', body, headers: once(key) }),
    changeCategory: (id: number, body: CategoryPatch) =>
      ask<CategoryView>(http, { method: 'PATCH', path: category(id), body }),
    removeCategory: (id: number) => ask<null>(http, { method: 'DELETE', path: category(id) }),
    brands: (query: PageAsked & { search?: string }) =>
      paged<BrandView>(http, { method: 'GET', path: '/api/brands/', query }),
    /** All of them, for choosing. */
    everyBrand: () => everyPage((page) => paged<BrandView>(http, {
      method: 'GET', path: '/api/brands/', query: { page, page_size: PAGE },
    })),
    createBrand: (body: NewBrand, key: string) =>
      ask<BrandView>(http, { method: 'POST', path: '/api/brands/', body, headers: once(key) }),
    changeBrand: (id: number, body: BrandPatch) => ask<BrandView>(http, { method: 'PATCH', path: brand(id), body }),
    removeBrand: (id: number) => ask<null>(http, { method: 'DELETE', path: brand(id) }),
  }
}

function stockCalls(http: Http) {
  return {
    lowStock: (query: Static<typeof LowStockQuery>) =>
      paged<LowStockRow>(http, { method: 'GET', path: '/api/products/low_stock/', query }),
    /** Repeating it with the same key changes nothing twice. */
    adjustStock: (productId: number, body: StockAdjustment, key: string) => ask<StockLevel>(http, {
      method: 'POST', path: `${product(productId)}adjust_stock/`, body, headers: once(key),
    }),
    inventoryLogs: (query: InventoryAsk) =>
      paged<InventoryLog>(http, { method: 'GET', path: '/api/inventory-logs/', query }),
  }
}
