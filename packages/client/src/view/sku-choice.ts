import type { SkuDetail } from '@hearth/contracts/catalog'

export type Sibling = SkuDetail['siblings'][number]
export type Chip = { value: string; skuId: number | null; isChosen: boolean; isSoldOut: boolean }
export type ChipRow = { name: string; chips: Chip[] }
type Choice = { specs: Record<string, string>; spec_options: Record<string, string[]>; siblings: Sibling[] }

/**
 * The rows of choices of a product: each value leads to the SKU that differs from the shown one in this value alone,
 * else to the nearest one that has it; a value that no SKU on sale has leads nowhere.
 */
export function chipRows(shown: Choice): ChipRow[] {
  const onSale = shown.siblings.filter((sku) => sku.is_active)
  return Object.entries(shown.spec_options).map(([name, values]) => ({
    name,
    chips: values.map((value) => {
      const target = nearest(onSale, { ...shown.specs, [name]: value }, name)
      return {
        value,
        skuId: target?.id ?? null,
        isChosen: shown.specs[name] === value,
        isSoldOut: target !== null && target.stock < 1,
      }
    }),
  }))
}

function nearest(skus: readonly Sibling[], wanted: Record<string, string>, fixed: string): Sibling | null {
  const able = skus.filter((sku) => sku.specs[fixed] === wanted[fixed])
  const hits = (sku: Sibling) => Object.entries(wanted).filter(([name, value]) => sku.specs[name] === value).length
  return able.toSorted((a, b) => hits(b) - hits(a) || a.id - b.id)[0] ?? null
}

/** What the page shows while the next SKU is still loading: the loaded product with the sibling's own facts. */
export function withSibling(detail: SkuDetail, siblingId: number | null): SkuDetail {
  const sibling = detail.siblings.find((sku) => sku.id === siblingId)
  if (!sibling || sibling.id === detail.id) return detail
  const rest = detail.images.filter((image) => image !== detail.default_image_url && image !== sibling.image)
  return {
    ...detail,
    id: sibling.id,
    name: sibling.name,
    sku_code: sibling.sku_code,
    specs: sibling.specs,
    price: sibling.price,
    market_price: sibling.market_price,
    stock: sibling.stock,
    default_image_url: sibling.image || detail.default_image_url,
    images: sibling.image ? [sibling.image, ...rest] : detail.images,
  }
}
