import type { SkuDetail } from '@hearth/contracts/catalog'

export type Sibling = SkuDetail['siblings'][number]
/** `skuId` null: nothing of the kind is sold. `changes`: what else changes with this value, because it cannot stay. */
export type Chip = { value: string; skuId: number | null; isChosen: boolean; isSoldOut: boolean; changes: string[] }
export type ChipRow = { name: string; chips: Chip[] }
type Specs = Record<string, string>
type Choice = { id: number; specs: Specs; spec_options: Record<string, string[]>; siblings: Sibling[] }

/**
 * The rows of choices of a product. A value leads to the SKU that differs from the shown one in this value alone; when
 * nobody sells that, the value is impossible here, unless single steps do not lead to all that is sold: then it leads
 * to the nearest SKU beyond and says what else changes. So from everything on sale all the rest can be reached.
 */
export function chipRows(shown: Choice): ChipRow[] {
  const names = Object.keys(shown.spec_options)
  const onSale = shown.siblings.filter((sku) => sku.is_active)
  const beyond = beyondSteps(shown, onSale, names)
  return names.map((name) => ({
    name,
    chips: (shown.spec_options[name] ?? []).map((value) => {
      const wanted = { ...shown.specs, [name]: value }
      const isChosen = shown.specs[name] === value
      const same = onSale.filter((sku) => distance(sku.specs, wanted, names) === 0)
      const shownItself = same.find((sku) => isChosen && sku.id === shown.id)
      const target = shownItself ?? best(same) ?? (isChosen ? null : nearest(beyond, { wanted, name, names }))
      const isSoldOut = target !== null && target.stock < 1
      return { value, isChosen, skuId: target?.id ?? null, isSoldOut, changes: changesOf(target, wanted, names) }
    }),
  }))
}

/** Of several SKUs that are alike, the first that can be bought. */
function best(skus: readonly Sibling[]): Sibling | null {
  return skus.find((sku) => sku.stock > 0) ?? skus[0] ?? null
}

type Wanted = { wanted: Specs; name: string; names: readonly string[] }

/** The nearest SKU with the wanted value in the first of these groups that has one. */
function nearest(groups: readonly Sibling[][], { wanted, name, names }: Wanted): Sibling | null {
  const having = groups.map((group) => group.filter((sku) => sku.specs[name] === wanted[name]))
  const able = having.find((group) => group.length > 0) ?? []
  const least = Math.min(...able.map((sku) => distance(sku.specs, wanted, names)))
  return best(able.filter((sku) => distance(sku.specs, wanted, names) === least))
}

function changesOf(target: Sibling | null, wanted: Specs, names: readonly string[]): string[] {
  if (!target) return []
  return names.filter((name) => target.specs[name] !== wanted[name]).map((name) => target.specs[name] ?? '')
}

/**
 * The groups of SKUs that single steps on sale do not lead to from the shown one. They come in one order that goes
 * round: whoever goes on to the next group from each comes past them all.
 */
function beyondSteps(shown: Choice, onSale: readonly Sibling[], names: readonly string[]): Sibling[][] {
  const groups: Sibling[][] = []
  for (const sku of onSale) {
    const touched = groups.filter((group) => group.some((other) => distance(other.specs, sku.specs, names) <= 1))
    const joined = [...touched.flat(), sku]
    const rest = groups.filter((group) => !touched.includes(group))
    groups.splice(0, groups.length, ...rest, joined)
  }
  const own = groups.findIndex((group) => group.some((sku) => distance(sku.specs, shown.specs, names) === 0))
  return [...groups.slice(own + 1), ...groups.slice(0, Math.max(own, 0))]
}

/** In how many options two SKUs differ. */
function distance(one: Specs, other: Specs, names: readonly string[]): number {
  return names.filter((name) => one[name] !== other[name]).length
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
    is_launched: sibling.is_active,
    default_image_url: sibling.image || detail.default_image_url,
    images: sibling.image ? [sibling.image, ...rest] : detail.images,
  }
}
