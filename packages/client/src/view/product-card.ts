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

/** `options` (`name:value`): what was chosen; then the card is that of a SKU which has it. */
export function cardWith(product: ProductView, options: readonly string[]): CardView {
  return { ...cardOf(product), ...(options.length > 0 ? skuWith(product, options) : null) }
}

function skuWith({ skus }: ProductView, options: readonly string[]): Partial<CardView> | null {
  const chosen = Map.groupBy(options, (option) => option.slice(0, option.indexOf(':')))
  const fitting = skus.filter((sku) =>
    [...chosen].every(([name, values]) => values.includes(`${name}:${sku.specs[name]}`)))
  const sku = fitting.find(({ stock }) => stock > 0) ?? fitting[0]
  if (!sku) return null
  const shown = { skuId: sku.id, price: sku.price, was: sku.market_price, stock: sku.stock }
  return sku.image === '' ? shown : { ...shown, image: sku.image }
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
