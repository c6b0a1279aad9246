import type { Facets } from '@hearth/contracts/search'
import { priceParts } from './price.ts'

/** What a list's address narrows it by. Amounts are texts such as "99" or "99.50"; '' is none. */
export type Filters = {
  brandIds: number[]
  /** `name:value` */
  options: string[]
  min: string
  max: string
  inStock: boolean
  categoryId: number | null
}
export type Chosen =
  | { kind: 'brand' | 'category'; id: number; name: string | null }
  | { kind: 'option'; option: string; name: string }
  | { kind: 'price'; min: string; max: string }
  | { kind: 'stock' }

const AT_MOST = 20
const OPTION = /^[^:\p{Cc}]+:[^\p{Cc}]+$/u
const LONGEST_OPTION = 80
const NARROWING = ['brand_id', 'option', 'min_price', 'max_price', 'in_stock', 'category_id']

/** Reads an address; what is not known, broken or too much is left out, prices the wrong way round are turned. */
export function filtersOf(params: URLSearchParams): Filters {
  const brandIds = [...new Set(params.getAll('brand_id').filter((text) => /^[1-9]\d{0,11}$/.test(text)).map(Number))]
  const options = [...new Set(params.getAll('option').filter((text) => OPTION.test(text) && text.length <= LONGEST_OPTION))]
  const [min, max] = [amountOf(params.get('min_price')), amountOf(params.get('max_price'))]
  const isTurned = min !== '' && max !== '' && Number(min) > Number(max)
  const category = params.get('category_id') ?? ''
  return {
    brandIds: brandIds.slice(0, AT_MOST), options: options.slice(0, AT_MOST),
    min: isTurned ? max : min, max: isTurned ? min : max,
    inStock: /^(1|true|on)$/.test(params.get('in_stock') ?? ''),
    categoryId: /^[1-9]\d{0,11}$/.test(category) ? Number(category) : null,
  }
}

function amountOf(text: string | null): string {
  const amount = (text ?? '').normalize('NFKC').replace(/[¥,\s]/g, '')
  return /^\d{1,9}(\.\d{1,2})?$/.test(amount) ? amount : ''
}

/** The same as the API's query. */
export function narrowingOf({ brandIds, options, min, max, inStock, categoryId }: Filters) {
  return {
    brand_id: brandIds, option: options, min_price: min, max_price: max,
    ...(inStock ? { in_stock: true } : {}), ...(categoryId === null ? {} : { category_id: categoryId }),
  }
}

/** Everything that is chosen, one by one, with names as far as the facets know them. */
export function chosenOf(filters: Filters, facets: Facets | null): Chosen[] {
  const { brandIds, options, min, max, inStock, categoryId } = filters
  return [
    ...(categoryId === null ? [] : [{ kind: 'category', ...named(facets?.categories, categoryId) } as const]),
    ...brandIds.map((id) => ({ kind: 'brand', ...named(facets?.brands, id) }) as const),
    ...(min || max ? [{ kind: 'price', min, max } as const] : []),
    ...options.map((option) => ({ kind: 'option', option, name: option.slice(option.indexOf(':') + 1) }) as const),
    ...(inStock ? [{ kind: 'stock' } as const] : []),
  ]
}

function named(list: readonly { id: number; name: string }[] = [], id: number): { id: number; name: string | null } {
  return { id, name: list.find((one) => one.id === id)?.name ?? null }
}

/** The query without one thing that is chosen; it begins at the first page again. */
export function queryWithout(search: string, chosen: Chosen): string {
  const params = new URLSearchParams(search)
  params.delete('page')
  if (chosen.kind === 'brand') params.delete('brand_id', String(chosen.id))
  if (chosen.kind === 'category') params.delete('category_id')
  if (chosen.kind === 'option') params.delete('option', chosen.option)
  if (chosen.kind === 'stock') params.delete('in_stock')
  if (chosen.kind === 'price') for (const name of ['min_price', 'max_price']) params.delete(name)
  return `?${params}`
}

/** The query with other values of these names, null for none; it begins at the first page again. */
export function queryWith(search: string, values: Record<string, string | null>): string {
  const params = new URLSearchParams(search)
  params.delete('page')
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name)
    else params.set(name, value)
  }
  return `?${params}`
}

/** The query with nothing chosen; what is looked for and its order stay. */
export function queryCleared(search: string): string {
  return queryWith(search, Object.fromEntries(NARROWING.map((name) => [name, null])))
}

/** What a filter form says, without what it leaves empty. */
export function queryOfForm(form: FormData): string {
  const params = new URLSearchParams()
  for (const [name, value] of form) {
    if (typeof value === 'string' && value.trim() !== '') params.append(name, value)
  }
  return `?${params}`
}

type CategoryFacet = Facets['categories'][number]

/**
 * The categories to choose from: below the chosen one, else the first level on which there is a choice. `trail` leads
 * from the top to the chosen one.
 */
export function categoryChoices(
  categories: readonly CategoryFacet[], chosenId: number | null,
): { trail: CategoryFacet[]; choices: CategoryFacet[] } {
  const below = (id: number | null) => categories.filter((one) => one.parent_id === id)
  const trail: CategoryFacet[] = []
  for (let id = chosenId; id !== null;) {
    const at = categories.find((one) => one.id === id)
    if (at) trail.unshift(at)
    id = at?.parent_id ?? null
  }
  let choices = below(chosenId)
  while (chosenId === null && choices.length === 1 && choices[0]) choices = below(choices[0].id)
  return { trail, choices }
}

export type OptionRow = { name: string; values: { value: string; option: string; count: number; isChosen: boolean }[] }

/** The options to choose from, a chosen value first that would find nothing now. */
export function optionRows(facets: Facets | null, { options }: Filters): OptionRow[] {
  const offered = (facets?.spec_options ?? []).map(({ name, values }) => ({
    name, values: values.map(({ value, count }) => {
      const option = `${name}:${value}`
      return { value, option, count, isChosen: options.includes(option) }
    }),
  }))
  for (const option of options) {
    const at = option.indexOf(':')
    const [name, value] = [option.slice(0, at), option.slice(at + 1)]
    const row = offered.find((one) => one.name === name)
    if (row?.values.some((one) => one.value === value)) continue
    const missing = { value, option, count: 0, isChosen: true }
    if (row) row.values.unshift(missing)
    else offered.push({ name, values: [missing] })
  }
  return offered
}

/** `¥999` and `¥2,000` of a range; null is an open end. */
export function priceEnds(
  { min, max }: { min: string; max: string | null },
): { from: string | null; to: string | null } {
  const shown = (money: string) => {
    const { whole, places } = priceParts(money.includes('.') ? money : `${money}.00`)
    return `¥${whole}${places === '.00' || places === '.99' ? '' : places}`
  }
  return { from: Number(min) > 0 ? shown(min) : null, to: max ? shown(max) : null }
}
