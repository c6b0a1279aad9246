import type { ConsoleSku, SkuPatch } from '@hearth/contracts/catalog-admin'
import { amountText, isAmount } from './product-draft.ts'

/** What a row of the table of SKUs holds. */
export type SkuDraft = {
  price: string
  market_price: string
  cost_price: string
  sku_code: string
  barcode: string
  image: string
  is_launched: boolean
}
export type SkuField = keyof SkuDraft
export type SkuEdits = Readonly<Record<number, Partial<SkuDraft>>>
export type SkuFaults = Partial<Record<SkuField, string>>

export function skuDraftOf(sku: ConsoleSku, edits: Partial<SkuDraft> = {}): SkuDraft {
  const { price, sku_code, barcode, image, is_launched } = sku
  return {
    price, market_price: sku.market_price ?? '', cost_price: sku.cost_price ?? '', sku_code, barcode, image, is_launched,
    ...edits,
  }
}

/** Only what differs from the SKU as it was read. */
export function skuPatchOf(sku: ConsoleSku, edits: Partial<SkuDraft> = {}): SkuPatch {
  const [was, is] = [saidOf(skuDraftOf(sku)), saidOf(skuDraftOf(sku, edits))]
  return Object.fromEntries(Object.entries(is).filter(([field, value]) => value !== was[field as SkuField]))
}

export function isSkuChanged(sku: ConsoleSku, edits: Partial<SkuDraft> | undefined): boolean {
  return edits !== undefined && Object.keys(skuPatchOf(sku, edits)).length > 0
}

function saidOf(draft: SkuDraft) {
  return {
    price: amountText(draft.price) ?? '', market_price: amountText(draft.market_price),
    cost_price: amountText(draft.cost_price), sku_code: draft.sku_code.trim(), barcode: draft.barcode.trim(),
    image: draft.image, is_launched: draft.is_launched,
  }
}

/** Which fields cannot be sent, and why. */
export function skuFaults(draft: SkuDraft): Partial<Record<SkuField, 'priceWrong' | 'amountWrong' | 'codeNeeded'>> {
  const isPrice = draft.price.trim() !== '' && isAmount(draft.price) && Number(draft.price) > 0
  return {
    ...!isPrice && { price: 'priceWrong' as const },
    ...!isAmount(draft.market_price) && { market_price: 'amountWrong' as const },
    ...!isAmount(draft.cost_price) && { cost_price: 'amountWrong' as const },
    ...draft.sku_code.trim() === '' && { sku_code: 'codeNeeded' as const },
  }
}

/** One column of every row filled with the same. */
export function fillColumn<F extends SkuField>(
  edits: SkuEdits, skus: readonly ConsoleSku[], { field, value }: { field: F; value: SkuDraft[F] },
): SkuEdits {
  return { ...edits, ...Object.fromEntries(skus.map(({ id }) => [id, { ...edits[id], [field]: value }])) }
}

export type Specs = Record<string, string>

/** The combinations of the options that no SKU has, in the order of the options. */
export function missingCombinations(
  options: Readonly<Record<string, string[]>>, skus: readonly { specs: Specs }[],
): Specs[] {
  const names = Object.keys(options)
  const keyOf = (specs: Specs) => JSON.stringify(names.map((name) => specs[name] ?? ''))
  const taken = new Set(skus.map(({ specs }) => keyOf(specs)))
  const all = Object.entries(options).reduce<Specs[]>((made, [name, values]) =>
    made.flatMap((specs) => values.map((value) => ({ ...specs, [name]: value }))), [{}])
  return all.filter((specs) => !taken.has(keyOf(specs)))
}

/** The specs in the order of the options, as people chose it; what is no option any more comes last. */
export function specsInOrder(options: Readonly<Record<string, string[]>>, specs: Specs): Specs {
  const known = Object.keys(options).filter((name) => name in specs)
  return { ...Object.fromEntries(known.map((name) => [name, specs[name] ?? ''])), ...specs }
}

export function specsWords(specs: Specs): string {
  return Object.values(specs).join(' · ')
}

/** What somebody else changed of a SKU that I am editing. */
export function skuFieldsChanged(before: ConsoleSku, after: ConsoleSku): SkuField[] {
  const [was, is] = [saidOf(skuDraftOf(before)), saidOf(skuDraftOf(after))]
  return (Object.keys(was) as SkuField[]).filter((field) => was[field] !== is[field])
}
