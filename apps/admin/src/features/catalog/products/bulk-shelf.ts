import type { ProductView } from '@hearth/contracts/catalog'

export type Sorted = { affected: ProductView[]; skipped: ProductView[] }

/** Which products an act concerns: not those that stand that way already. */
export function sortProducts(on: boolean, products: readonly ProductView[]): Sorted {
  return {
    affected: products.filter((product) => product.is_active !== on),
    skipped: products.filter((product) => product.is_active === on),
  }
}

export type Doubt = 'noPicture' | 'noStock' | 'noSku'

/** What makes somebody wonder whether a product should stand on the shelf yet. */
export function doubtsOf({ main_images: pictures, skus, stock }: ProductView): Doubt[] {
  return [
    ...pictures.length === 0 ? ['noPicture' as const] : [],
    ...skus.length === 0 ? ['noSku' as const] : stock <= 0 ? ['noStock' as const] : [],
  ]
}

/** The cheapest and the dearest of the SKUs for sale; the product's own price when there is none. */
export function priceRange({ skus, price }: Pick<ProductView, 'skus' | 'price'>): [low: string, high: string] {
  const prices = skus.map((sku) => sku.price).sort((a, b) => Number(a) - Number(b))
  return [prices[0] ?? price, prices.at(-1) ?? price]
}
