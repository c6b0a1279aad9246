import type { ConsoleProduct, ProductBody, ProductPatch } from '@hearth/contracts/catalog-admin'
import { randomKey } from '../../../shared/random-key.ts'

/** A line of a list that people add to and order; `key` stays with it wherever it goes. */
export type PointRow = { key: string; text: string }
export type ParameterRow = { key: string; name: string; value: string }
export type ManualRow = { key: string; title: string; url: string }
export type OptionRow = { key: string; name: string; values: string[] }

/** What the form holds, by the names of the wire. */
export type ProductDraft = {
  name: string
  product_model: string
  product_code: string
  brand_id: number | null
  category_id: number | null
  description: string
  selling_points: PointRow[]
  key_spec: string
  parameters: ParameterRow[]
  spec_options: OptionRow[]
  main_images: string[]
  detail_images: string[]
  manuals: ManualRow[]
  warranty_months: number | null
  has_installation: boolean
  is_active: boolean
  supply_price: string
}
export type DraftField = keyof ProductDraft

/** What only a new product is told: the price and stock of its first SKU. */
export type FirstSkuDraft = {
  price: string; market_price: string; cost_price: string; stock: number | null; sku_code: string
}

export function draftOf(product: ConsoleProduct | null): ProductDraft {
  const keyed = <Row extends object>(rows: readonly Row[] = []) => rows.map((row) => ({ key: randomKey(), ...row }))
  return {
    name: product?.name ?? '', product_model: product?.product_model ?? '', product_code: product?.product_code ?? '',
    brand_id: product?.brand_id ?? null, category_id: product?.category_id ?? null,
    description: product?.description ?? '', key_spec: product?.key_spec ?? '',
    selling_points: keyed(product?.selling_points.map((text) => ({ text }))), parameters: keyed(product?.parameters),
    spec_options: keyed(Object.entries(product?.spec_options ?? {}).map(([name, values]) => ({ name, values }))),
    main_images: product?.main_images ?? [], detail_images: product?.detail_images ?? [],
    manuals: keyed(product?.manuals), warranty_months: product?.warranty_months ?? 12,
    has_installation: product?.has_installation ?? false, is_active: product?.is_active ?? false,
    supply_price: product?.supply_price ?? '',
  }
}

/** What is sent for a draft: words trimmed, empty lines left out. */
export function saidOf(draft: ProductDraft) {
  const { parameters, manuals, selling_points: points, spec_options: options } = draft
  return {
    name: draft.name.trim(), product_model: draft.product_model.trim(), product_code: draft.product_code.trim() || null,
    brand_id: draft.brand_id ?? undefined, category_id: draft.category_id ?? undefined, description: draft.description,
    key_spec: draft.key_spec.trim(), selling_points: points.map(({ text }) => text.trim()).filter((text) => text !== ''),
    parameters: parameters.map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
      .filter(({ name, value }) => name !== '' || value !== ''),
    spec_options: optionsOf(options), main_images: draft.main_images, detail_images: draft.detail_images,
    manuals: manuals.map(({ title, url }) => ({ title: title.trim(), url: url.trim() }))
      .filter(({ title, url }) => title !== '' || url !== ''),
    warranty_months: draft.warranty_months ?? 0, has_installation: draft.has_installation, is_active: draft.is_active,
    supply_price: amountText(draft.supply_price),
  } satisfies Record<DraftField, unknown>
}

/** The fields that would be sent differently. */
export function changedFields(before: ProductDraft, after: ProductDraft): DraftField[] {
  const [was, is] = [saidOf(before), saidOf(after)]
  return (Object.keys(was) as DraftField[]).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
}

/** Only what differs from the product as it was read. */
export function patchOf(before: ProductDraft, after: ProductDraft): ProductPatch {
  const said = saidOf(after)
  return Object.fromEntries(changedFields(before, after).map((field) => [field, said[field]]))
}

export function newProductBody(draft: ProductDraft, first: FirstSkuDraft): ProductBody {
  const { brand_id: brandId, category_id: categoryId, ...said } = saidOf(draft)
  return {
    ...said, brand_id: brandId ?? 0, category_id: categoryId ?? 0, price: first.price.trim(), stock: first.stock ?? 0,
    market_price: amountText(first.market_price), cost_price: amountText(first.cost_price),
    ...(first.sku_code.trim() !== '' && { sku_code: first.sku_code.trim() }),
  }
}

type Mine = { before: ProductDraft; mine: ProductDraft; givenUp?: readonly DraftField[] }

/**
 * Somebody else saved meanwhile: what I did not touch is theirs, what I touched stays mine, unless I chose theirs
 * (`givenUp`).
 */
export function onTopOf(theirs: ProductDraft, { before, mine, givenUp = [] }: Mine): ProductDraft {
  const kept = changedFields(before, mine).filter((field) => !givenUp.includes(field))
  return { ...theirs, ...Object.fromEntries(kept.map((field) => [field, mine[field]])) }
}

/** What they changed, and what of it I changed too, to something else. */
export function conflictOf(
  before: ProductDraft, mine: ProductDraft, theirs: ProductDraft,
): { theirs: DraftField[]; both: DraftField[] } {
  const changed = changedFields(before, theirs)
  const own = changedFields(before, mine)
  const both = changed.filter((field) => own.includes(field) && changedFields(mine, theirs).includes(field))
  return { theirs: changed.filter((field) => !both.includes(field)), both }
}

function optionsOf(rows: readonly OptionRow[]): Record<string, string[]> {
  const named = rows.map(({ name, values }) => [name.trim(), values.map((value) => value.trim())] as const)
  return Object.fromEntries(named.filter(([name, values]) => name !== '' || values.length > 0))
}

/** Why options cannot be sent; null when they can. */
export function optionFault(rows: readonly OptionRow[]): 'optionTwice' | 'optionEmpty' | null {
  const filled = rows.filter(({ name, values }) => name.trim() !== '' || values.length > 0)
  const names = filled.map(({ name }) => name.trim())
  if (names.includes('') || new Set(names).size !== names.length) return 'optionTwice'
  return filled.some(({ values }) => values.length === 0) ? 'optionEmpty' : null
}

/** How many combinations the options have; 1 without options. */
export function combinationCount(rows: readonly OptionRow[]): number {
  return rows.filter(({ values }) => values.length > 0).reduce((count, { values }) => count * values.length, 1)
}

export function isAmount(text: string): boolean {
  return /^\s*(\d{1,10}(\.\d{1,2})?\s*)?$/.test(text)
}

/** `4299` → `4299.00`, as the server says amounts; null for none. */
export function amountText(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const [whole = '', places = ''] = trimmed.split('.')
  return /^\d+(\.\d{1,2})?$/.test(trimmed) ? `${whole.replace(/^0+(?=\d)/, '')}.${places.padEnd(2, '0')}` : trimmed
}
