import { fillSentence } from '@hearth/kernel/errors'
import type { Sentence } from '@hearth/kernel/errors'
import { fenFromText } from '@hearth/kernel/money'
import type { ColumnKey } from './columns.ts'
import { sentences } from './errors.ts'

/** What one line says. What is left out, or empty, stays as it is. */
export type SaidLine = {
  productId?: number
  productCode?: string
  skuCode?: string
  name?: string
  model?: string
  brand?: string
  category?: string
  keySpec?: string
  description?: string
  warrantyMonths?: number
  hasInstallation?: boolean
  isActive?: boolean
  specs?: Record<string, string>
  barcode?: string
  priceFen?: number
  marketPriceFen?: number
  costPriceFen?: number
  stockQty?: number
  isLaunched?: boolean
}
export type Faults = Record<string, Sentence[]>
export type NumberedLine = { line: number; said: SaidLine }

const YES = /^(?:是|有|上架|yes|y|true|1|√)$/i
const NO = /^(?:否|无|下架|no|n|false|0|×)$/i
const LONGEST: Partial<Record<ColumnKey, number>> = {
  product_code: 50, name: 200, product_model: 100, brand: 100, category: 200, key_spec: 200, description: 50_000,
  sku_code: 100, barcode: 50,
}

/** Reads a line's cells, each by its column. */
export function readLine(
  keys: readonly (ColumnKey | null)[], cells: readonly string[],
): { said: SaidLine; faults: Faults } {
  const faults: Faults = {}
  const texts = new Map(keys.flatMap((key, at) => (key && cells[at] ? [[key, cells[at]] as const] : [])))
  const refuse = (key: ColumnKey, sentence: Sentence) => void (faults[key] = [sentence])
  const read = <T>(key: ColumnKey, sentence: Sentence, as: (text: string) => T | null): T | undefined => {
    const text = texts.get(key)
    if (text === undefined) return undefined
    const value = as(text)
    if (value === null) refuse(key, sentence)
    return value ?? undefined
  }
  const text = (key: ColumnKey) =>
    read(key, sentences.tooLong, (said) => (said.length <= (LONGEST[key] ?? 200) ? said : null))
  const yes = (key: ColumnKey) =>
    read(key, sentences.yesOrNo, (said) => (YES.test(said) ? true : NO.test(said) ? false : null))
  const amount = (key: ColumnKey) => read(key, sentences.amount, (said) => fenFromText(said.replace(/[¥￥,，\s]/g, '')))
  const said: SaidLine = {
    productId: read('product_id', sentences.productNumber, (value) => wholeNumber(value, 999_999_999)),
    productCode: text('product_code'), skuCode: text('sku_code'), name: text('name'), model: text('product_model'),
    brand: text('brand'), category: text('category'), keySpec: text('key_spec'), description: text('description'),
    warrantyMonths: read('warranty_months', sentences.months, (value) => wholeNumber(value, 240)),
    hasInstallation: yes('has_installation'), isActive: yes('is_active'), isLaunched: yes('is_launched'),
    specs: read('specs', sentences.specs, specsOf), barcode: text('barcode'),
    priceFen: amount('price'), marketPriceFen: amount('market_price'), costPriceFen: amount('cost_price'),
    stockQty: read('stock', sentences.pieces, (value) => wholeNumber(value, 10_000_000)),
  }
  if (!texts.has('product_code') && !texts.has('product_id')) refuse('product_code', sentences.missing)
  if (said.priceFen === 0) refuse('price', sentences.priceZero)
  return { said: withoutUndefined(said), faults }
}

/** What lines of one product contradict each other in, by the place of the later line. */
export function contradictions(lines: readonly NumberedLine[]): Map<number, Faults> {
  const found = new Map<number, Faults>()
  for (const [at, { said, line }] of lines.entries()) {
    for (const [key, field] of productFields) {
      const other = lines.slice(0, at).find((earlier) => earlier.said[field] !== undefined)
      if (said[field] === undefined || !other || other.said[field] === said[field]) continue
      found.set(line, { ...found.get(line), [key]: [numbered(sentences.otherSays, other.line)] })
    }
    const twin = lines.slice(0, at).find((earlier) => isSameSku(earlier.said, said))
    if (twin) found.set(line, { ...found.get(line), sku_code: [numbered(sentences.lineTwice, twin.line)] })
  }
  return found
}

/** What is said of a product, not of its SKU: column and field. */
export const productFields = [
  ['product_code', 'productCode'], ['name', 'name'], ['product_model', 'model'], ['brand', 'brand'], ['category', 'category'], ['key_spec', 'keySpec'],
  ['description', 'description'], ['warranty_months', 'warrantyMonths'], ['has_installation', 'hasInstallation'],
  ['is_active', 'isActive'],
] as const satisfies readonly (readonly [ColumnKey, keyof SaidLine])[]

export function numbered({ zh, en }: Sentence, line: number): Sentence {
  return { zh: fillSentence(zh, { line }), en: fillSentence(en, { line }) }
}

function isSameSku(a: SaidLine, b: SaidLine): boolean {
  if (a.skuCode !== undefined || b.skuCode !== undefined) return a.skuCode === b.skuCode
  return JSON.stringify(a.specs ?? {}) === JSON.stringify(b.specs ?? {})
}

function wholeNumber(text: string, most: number): number | null {
  const value = /^\d{1,9}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN
  return value <= most ? value : null
}

/** `颜色=白色;容量=510升`; a colon or the wide signs do as well. */
function specsOf(text: string): Record<string, string> | null {
  const pairs = text.split(/[;；\n]/).map((pair) => pair.trim()).filter(Boolean).map((pair) => pair.split(/[=＝:：]/))
  const isRight = pairs.length > 0 && pairs.length <= 6 && pairs.every(([name, value, rest]) =>
    rest === undefined && name?.trim() && value?.trim() && name.trim().length <= 20 && value.trim().length <= 50)
  if (!isRight) return null
  const specs = Object.fromEntries(pairs.map(([name = '', value = '']) => [name.trim(), value.trim()]))
  return Object.keys(specs).length === pairs.length ? specs : null
}

function withoutUndefined(said: SaidLine): SaidLine {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as SaidLine
}
