import type { ConsoleTexts } from '@hearth/client/console-texts'
import { moneyShown } from '../../../shared/shown.ts'

const AMOUNTS = ['price', 'market_price', 'cost_price', 'supply_price']
const PICTURES = ['main_images', 'detail_images']
const LONGEST = 160

/** What a field of a product or a SKU is called. */
export function fieldWords(field: string, { editor: t }: ConsoleTexts): string {
  return t.fields[field] ?? field
}

/** The value of a field for people, in one line. */
export function valueWords(field: string, value: unknown, texts: ConsoleTexts): string {
  const { history: t } = texts.products
  if (value === null || value === undefined || value === '') return t.empty
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (field === 'warranty_months') return `${String(value)} ${texts.editor.months}`
  if (AMOUNTS.includes(field)) return moneyShown(String(value))
  if (PICTURES.includes(field)) return Array.isArray(value) && value.length > 0 ? t.pictures(value.length) : t.empty
  return short(partsOf(value).join('；') || t.empty)
}

function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'object' && each !== null ? pairWords(each as object) : String(each)))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, each]) => `${name} ${Array.isArray(each) ? each.join('、') : String(each)}`)
  }
  return [String(value)]
}

/** `{ name, value }` and `{ title, url }` say their two words. */
function pairWords(pair: object): string {
  return Object.values(pair).map(String).join(' ')
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
