import type { CatalogueDigest, DigestCategory } from './catalogue-digest.sql.ts'
import type { FacetsRow } from './product-facets.sql.ts'

/** What narrows the products: per list one of these categories, or below it. */
export type DigestFilter = {
  categoryIds: readonly (readonly number[])[]
  brandName?: string
  minPriceFen?: number
  maxPriceFen?: number
  /** Only these, by id. */
  ids?: readonly number[]
}

const LEVELS = ['major', 'minor', 'item']

/** How many products fit. */
export function countInDigest(digest: CatalogueDigest, filter: DigestFilter): number {
  let qty = 0
  forEachFitting(digest, filter, () => { qty += 1 })
  return qty
}

/** The facets of the products that fit, in the order of the statement that counts them in the database. */
export function facetsInDigest(digest: CatalogueDigest, filter: DigestFilter, boundsFen: readonly number[]): FacetsRow {
  const { categories, brands, options, optionsFrom, optionAt } = digest
  const [byCategory, byBrand, byOption] = [categories, brands, options].map((list) => new Uint32Array(list.length)) as
    [Uint32Array, Uint32Array, Uint32Array]
  const byStep = new Uint32Array(boundsFen.length + 1)
  let [total, inStock] = [0, 0]
  forEachFitting(digest, filter, (at) => {
    total += 1
    inStock += digest.isInStock[at] ?? 0
    add(byCategory, digest.categoryAt[at])
    add(byBrand, digest.brandAt[at])
    add(byStep, stepOf(digest.minPriceFen[at] ?? 0, boundsFen))
    const end = optionsFrom[at + 1] ?? 0
    for (let place = optionsFrom[at] ?? 0; place < end; place += 1) add(byOption, optionAt[place])
  })
  return {
    total, in_stock: inStock,
    brands: brands.map(({ id, name }, at) => ({ id, name, count: byBrand[at] ?? 0 })).filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.id - b.id),
    categories: categoryCounts(categories, byCategory),
    prices: [...byStep].map((count, step) => ({ step, count })).filter(({ count }) => count > 0),
    options: optionCounts(options, byOption),
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

function forEachFitting(digest: CatalogueDigest, filter: DigestFilter, tell: (at: number) => void): void {
  const { minPriceFen = 0, maxPriceFen = Number.POSITIVE_INFINITY, brandName, categoryIds, ids } = filter
  const fitting = digest.categories.map(({ path }) =>
    categoryIds.every((asked) => path.some((at) => asked.includes(digest.categories[at]?.id ?? 0))))
  const brandAt = brandName ? digest.brands.findIndex(({ name }) => name === brandName) : null
  const only = ids && new Set(ids)
  for (let at = 0; at < digest.ids.length; at += 1) {
    const price = digest.minPriceFen[at] ?? 0
    if (price < minPriceFen || price > maxPriceFen) continue
    if (brandAt !== null && digest.brandAt[at] !== brandAt) continue
    if (!fitting[digest.categoryAt[at] ?? 0]) continue
    if (!only || only.has(digest.ids[at] ?? 0)) tell(at)
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

function optionCounts(options: CatalogueDigest['options'], counts: Uint32Array): FacetsRow['options'] {
  const found = options.map((option, at) => ({ ...option, count: counts[at] ?? 0 })).filter(({ count }) => count > 0)
  const whole = new Map<string, number>()
  for (const { name, count } of found) whole.set(name, (whole.get(name) ?? 0) + count)
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return found.sort((a, b) => (whole.get(b.name) ?? 0) - (whole.get(a.name) ?? 0) || order(a.name, b.name)
    || b.count - a.count || order(a.value, b.value))
}
