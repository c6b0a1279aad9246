import type { Static } from 'typebox'
import type { ProductDetail, ProductSku, ProductView } from '@hearth/contracts/catalog'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import type { Files } from '../platform/files.ts'
import type { ProductDetailRow, ProductRow, SkuTuple } from '../reads/product-columns.ts'

/** `unsavedViews` are looks that are counted but not yet written. */
export function productDetailView(row: ProductDetailRow, files: Files, unsavedViews: number): ProductDetail {
  const view = productView(row, files)
  const shown = { parameters: parameterViews(row), manuals: manualViews(row, files) }
  return { ...view, view_count: view.view_count + unsavedViews, ...shown }
}

/** Product object (contract §1.1.4), as lists show it. */
export function productView(row: ProductRow, files: Files): ProductView {
  const price = yuanText(row.min_price_fen)
  const marketPrice = row.market_price_fen === null ? null : yuanText(row.market_price_fen)
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    category_id: row.category_id,
    brand: row.brand,
    brand_id: row.brand_id,
    price,
    originalPrice: marketPrice ?? price,
    market_price: marketPrice,
    discounted_price: price,
    stock: row.skus.reduce((sum, [, , , , , , freeQty]) => sum + freeQty, 0),
    source: row.source,
    product_code: row.product_code,
    product_model: row.model,
    main_images: row.main_images.map(files.url),
    detail_images: row.detail_images.map(files.url),
    is_active: row.is_active,
    is_haier_product: row.source === 'haier',
    haier_info: null,
    view_count: row.view_count,
    sales_count: row.sales_count,
    comments: row.comments_count,
    skus: row.skus.map((sku) => productSkuView(sku, row, files)),
    spec_options: specOptions(row),
    selling_points: row.selling_points,
    key_spec: row.key_spec,
    warranty_months: row.warranty_months,
    has_installation: row.has_installation,
    default_sku_id: row.default_sku_id,
    created_at: isoShanghai(row.created_at),
    updated_at: isoShanghai(row.updated_at),
  }
}

/** A SKU inside its product; without a picture of its own it shows the product's first. */
export function productSkuView(sku: SkuTuple, { main_images }: ProductRow, files: Files): Static<typeof ProductSku> {
  const [id, name, code, specs, priceFen, marketPriceFen, freeQty, image, isLaunched] = sku
  return {
    id, name, sku_code: code, specs, price: yuanText(priceFen),
    market_price: marketPriceFen === null ? null : yuanText(marketPriceFen),
    stock: freeQty, image: files.url(image || (main_images[0] ?? '')), is_active: isLaunched,
  }
}

/** Option name → its values, both in the order shown. */
export function specOptions({ options }: ProductRow): Record<string, string[]> {
  return Object.fromEntries(options.map(({ name, values }) => [name, values]))
}

export function parameterViews({ parameters }: ProductDetailRow): { name: string; value: string }[] {
  return parameters.map(([name, value]) => ({ name, value }))
}

export function manualViews({ manuals }: ProductDetailRow, files: Files): { title: string; url: string }[] {
  return manuals.map(({ title, url }) => ({ title, url: files.url(url) }))
}
