import type { ProductView, SkuCard } from '@hearth/contracts/catalog'
import { isBelow } from './price.ts'

/** What a card shows of a product; the rest of it need not travel to the browser. */
export type CardView = {
  id: number
  skuId: number
  name: string
  brand: string
  image: string
  keySpec: string
  points: string[]
  price: string
  was: string | null
  stock: number
  sales: number
  warrantyMonths: number
  hasInstallation: boolean
}

export function cardOf(product: ProductView): CardView {
  return {
    id: product.id,
    skuId: product.default_sku_id,
    name: product.name,
    brand: product.brand,
    image: product.main_images[0] ?? '',
    keySpec: product.key_spec,
    points: product.selling_points.slice(0, 3),
    price: isBelow(product.discounted_price, product.price) ? product.discounted_price : product.price,
    was: product.market_price,
    stock: product.stock,
    sales: product.sales_count,
    warrantyMonths: product.warranty_months,
    hasInstallation: product.has_installation,
  }
}

/** A card of one SKU. */
export function cardOfSku(sku: SkuCard): CardView {
  return {
    id: sku.product_id,
    skuId: sku.id,
    name: sku.name,
    brand: '',
    image: sku.default_image_url,
    keySpec: sku.key_spec,
    points: [],
    price: sku.price,
    was: sku.market_price,
    stock: sku.stock,
    sales: sku.sales,
    warrantyMonths: sku.warranty_months,
    hasInstallation: sku.has_installation,
  }
}
