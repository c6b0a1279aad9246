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
  /** Only these, by id, the lowest first. */
  ids?: Float64Array
}

const LEVELS = ['major', 'minor', 'item']

/** How many products fit. */
export function countInDigest(digest: CatalogueDigest, filter: DigestFilter): number {
  let qty = 0
  forEachFitting(digest, filter, () => { qty += 1 })
  return qty
}

/** Every product that fits, with its place in the digest and, where only some are asked about, in `ids`. */
export function forEachFitting(
  digest: CatalogueDigest, filter: DigestFilter, tell: (at: number, place: number) => void,
): void {
  const choices = openChoices(digest, filter)
  forEachLeft(digest, filter, (at, { ofBrand, atPrice, place }) => {
    if (ofBrand && atPrice && (!choices.narrows || choices.look(at).hasSku)) tell(at, place)
  })
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

type Meets = { ofBrand: boolean; atPrice: boolean; place: number }

/** Every product that search and category leave, and which of the other choices it meets. */
function forEachLeft(digest: CatalogueDigest, filter: DigestFilter, tell: (at: number, meets: Meets) => void): void {
  const { minPriceFen = 0, maxPriceFen = Number.POSITIVE_INFINITY, brandName, brandIds = [], categoryIds, ids } = filter
  const fitting = digest.categories.map(({ path }) =>
    categoryIds.every((asked) => path.some((at) => asked.includes(digest.categories[at]?.id ?? 0))))
  const named = digest.brands.map(({ name }) => !brandName || name === brandName)
  const chosen = digest.brands.map(({ id }) => brandIds.length === 0 || brandIds.includes(id))
  const { brandAt, categoryAt, minPriceFen: priceFen } = digest
  const meets = { ofBrand: false, atPrice: false, place: 0 }
  const look = (at: number, place: number) => {
    const brand = brandAt[at] ?? 0
    const price = priceFen[at] ?? 0
    if (!named[brand] || !fitting[categoryAt[at] ?? 0]) return
    meets.ofBrand = chosen[brand] ?? false
    meets.atPrice = price >= minPriceFen && price <= maxPriceFen
    meets.place = place
    tell(at, meets)
  }
  if (ids) forEachShared(digest.ids, ids, look)
  else for (let at = 0; at < digest.ids.length; at += 1) look(at, at)
}

/** Where both rows of rising numbers have the same one. */
function forEachShared(
  left: Float64Array, right: Float64Array, tell: (leftAt: number, rightAt: number) => void,
): void {
  let at = 0
  for (let place = 0; place < right.length; place += 1) {
    const id = right[place] ?? 0
    at = placeFrom(left, at, id)
    if (left[at] === id) tell(at, place)
  }
}

/** The first place from `from` on with `id` or more: in growing strides, then by halves. */
function placeFrom(ids: Float64Array, from: number, id: number): number {
  let stride = 1
  while (from + stride < ids.length && (ids[from + stride] ?? 0) < id) stride *= 2
  let [low, high] = [from, Math.min(ids.length, from + stride)]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
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
