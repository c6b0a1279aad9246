import type { CatalogueDigest, DigestCategory } from './catalogue-digest.sql.ts'
import { openChoices } from './digest-choices.ts'
import type { Choices, SkuChoice } from './digest-choices.ts'
import type { FacetsRow } from './product-facets.sql.ts'

/** What narrows the products: per list one of these categories, or below it; the rest as in `ProductFilter`. */
export type DigestFilter = SkuChoice & {
  categoryIds: readonly (readonly number[])[]
  brandName?: string
  brandIds?: readonly number[]
  minPriceFen?: number
  maxPriceFen?: number
  /** Only these, by id. */
  ids?: readonly number[]
}

const LEVELS = ['major', 'minor', 'item']

/** How many products fit. */
export function countInDigest(digest: CatalogueDigest, filter: DigestFilter): number {
  let qty = 0
  const choices = openChoices(digest, filter)
  forEachLeft(digest, filter, (at, { ofBrand, atPrice }) => {
    if (ofBrand && atPrice && choices.look(at).hasSku) qty += 1
  })
  return qty
}

/**
 * The facets of the products that fit, in the order of the statement that counts them in the database: what is chosen
 * of a list does not narrow that list.
 */
export function facetsInDigest(digest: CatalogueDigest, filter: DigestFilter, boundsFen: readonly number[]): FacetsRow {
  const { categories, brands, options } = digest
  const [byCategory, byBrand] = [new Uint32Array(categories.length), new Uint32Array(brands.length)]
  const byStep = new Uint32Array(boundsFen.length + 1)
  const choices = openChoices(digest, filter)
  let [total, inStock] = [0, 0]
  forEachLeft(digest, filter, (at, { ofBrand, atPrice }) => {
    const { hasSku, hasFree } = choices.look(at)
    if (hasSku && atPrice) add(byBrand, digest.brandAt[at])
    if (hasSku && ofBrand) add(byStep, stepOf(digest.minPriceFen[at] ?? 0, boundsFen))
    if (!ofBrand || !atPrice) return
    if (hasFree) inStock += 1
    choices.countOptions(at)
    if (!hasSku) return
    total += 1
    add(byCategory, digest.categoryAt[at])
  })
  return {
    total, in_stock: inStock,
    brands: brands.map(({ id, name }, at) => ({ id, name, count: byBrand[at] ?? 0 })).filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.id - b.id),
    categories: categoryCounts(categories, byCategory),
    prices: [...byStep].map((count, step) => ({ step, count })).filter(({ count }) => count > 0),
    options: optionCounts(options, choices.byOption),
  }
}

function add(counts: Uint32Array, at: number | undefined): void {
  if (at !== undefined) counts[at] = (counts[at] ?? 0) + 1
}

function stepOf(priceFen: number, boundsFen: readonly number[]): number {
  let step = 0
  while (step < boundsFen.length && priceFen >= (boundsFen[step] ?? 0)) step += 1
  return step
}

type Meets = { ofBrand: boolean; atPrice: boolean }

/** Every product that search and category leave, and which of the other choices it meets. */
function forEachLeft(digest: CatalogueDigest, filter: DigestFilter, tell: (at: number, meets: Meets) => void): void {
  const { minPriceFen = 0, maxPriceFen = Number.POSITIVE_INFINITY, brandName, brandIds = [], categoryIds, ids } = filter
  const fitting = digest.categories.map(({ path }) =>
    categoryIds.every((asked) => path.some((at) => asked.includes(digest.categories[at]?.id ?? 0))))
  const named = digest.brands.map(({ name }) => !brandName || name === brandName)
  const chosen = digest.brands.map(({ id }) => brandIds.length === 0 || brandIds.includes(id))
  const only = ids && new Set(ids)
  for (let at = 0; at < digest.ids.length; at += 1) {
    const [brand, price] = [digest.brandAt[at] ?? 0, digest.minPriceFen[at] ?? 0]
    if (!named[brand] || !fitting[digest.categoryAt[at] ?? 0]) continue
    if (only && !only.has(digest.ids[at] ?? 0)) continue
    tell(at, { ofBrand: chosen[brand] ?? false, atPrice: price >= minPriceFen && price <= maxPriceFen })
  }
}

/** A product counts in its category and in each above it. */
function categoryCounts(categories: readonly DigestCategory[], own: Uint32Array): FacetsRow['categories'] {
  const counts = new Uint32Array(categories.length)
  for (const [at, { path }] of categories.entries()) {
    for (const above of path) counts[above] = (counts[above] ?? 0) + (own[at] ?? 0)
  }
  return categories.map((category, at) => ({ ...category, count: counts[at] ?? 0 })).filter(({ count }) => count > 0)
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.count - a.count
      || a.sort_order - b.sort_order || a.id - b.id)
    .map(({ id, name, level, parent_id, count }) => ({ id, name, level, parent_id, count }))
}

function optionCounts(options: CatalogueDigest['options'], counts: Choices['byOption']): FacetsRow['options'] {
  const found = options.map((option, at) => ({ ...option, count: counts[at] ?? 0 })).filter(({ count }) => count > 0)
  const whole = new Map<string, number>()
  for (const { name, count } of found) whole.set(name, (whole.get(name) ?? 0) + count)
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return found.sort((a, b) => (whole.get(b.name) ?? 0) - (whole.get(a.name) ?? 0) || order(a.name, b.name)
    || b.count - a.count || order(a.value, b.value))
}
