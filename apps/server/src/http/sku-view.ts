import type { SkuCard, SkuDetail } from '@hearth/contracts/catalog'
import { yuanText } from '@hearth/kernel/money'
import type { Config } from '../platform/config.ts'
import type { Files } from '../platform/files.ts'
import type { SkuDetailRow } from '../reads/sku-detail.sql.ts'
import type { SkuCardRow } from '../reads/sku-list.sql.ts'
import { manualViews, parameterViews, productSkuView, specOptions } from './product-view.ts'

/** D-13: a SKU on a card. */
export function skuCardView(row: SkuCardRow, files: Files): SkuCard {
  return {
    id: row.id, name: row.name, price: yuanText(row.price_fen), default_image_url: files.url(row.image),
    comments: row.comments_count, product_id: row.product_id, market_price: moneyOrNull(row.market_price_fen),
    key_spec: row.key_spec, warranty_months: row.warranty_months, has_installation: row.has_installation,
    stock: row.free_qty, sales: row.sales_count,
  }
}

export type DeliveryTerms = Pick<Config, 'shipWithinHours' | 'freightFen' | 'freeShippingFen'>

/** G-08: a SKU with all that its page shows; its own picture comes first. */
export function skuDetailView(row: SkuDetailRow, files: Files, terms: DeliveryTerms): SkuDetail {
  const images = [...new Set([row.image, ...row.main_images])].filter(Boolean).map(files.url)
  return {
    id: row.sku_id, name: row.sku_name, caption: row.caption, sku_code: row.sku_code, barcode: row.barcode,
    price: yuanText(row.price_fen),
    market_price: moneyOrNull(row.sku_market_price_fen), stock: row.free_qty, sales: row.sku_sales_count,
    comments: row.sku_comments_count, is_launched: row.is_launched && row.is_active,
    default_image_url: images[0] ?? '', images, specs: row.specs, spec_options: specOptions(row),
    siblings: row.skus.map((sku) => productSkuView(sku, row, files)), product_type_id: row.product_type_id,
    delivery: {
      ships_within_hours: terms.shipWithinHours, by_appointment: row.has_installation,
      freight: yuanText(terms.freightFen), free_from: yuanText(terms.freeShippingFen),
    },
    product: {
      id: row.id, name: row.name, product_model: row.model, description: row.description, brand: row.brand,
      brand_id: row.brand_id, category: row.category, category_id: row.category_id, is_active: row.is_active,
      detail_images: row.detail_images.map(files.url), selling_points: row.selling_points,
      parameters: parameterViews(row), manuals: manualViews(row, files), key_spec: row.key_spec,
      warranty_months: row.warranty_months, has_installation: row.has_installation, sales: row.sales_count,
    },
    breadcrumb: row.breadcrumb,
  }
}

function moneyOrNull(fen: number | null): string | null {
  return fen === null ? null : yuanText(fen)
}
