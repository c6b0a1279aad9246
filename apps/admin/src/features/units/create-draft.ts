import type { NewUnits } from '@hearth/client/console-api'
import type { UnitView } from '@hearth/contracts/units'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { csvText } from '../../shared/csv.ts'
import { parseCodes } from '../../shared/unit-codes.ts'

/** What is being filled in before units are entered: codes as text, or how many to make. */
export type CreateDraft = {
  typeId: number | undefined
  way: 'paste' | 'generate'
  codes: string
  quantity: number
  prefix: string
  remark: string
}
export const emptyDraft: CreateDraft = {
  typeId: undefined, way: 'paste', codes: '', quantity: 10, prefix: '', remark: '',
}
export const MOST = 10_000

export function countOf(draft: CreateDraft): number {
  return draft.way === 'paste' ? parseCodes(draft.codes).codes.length : draft.quantity
}

export function prefixIsGood(prefix: string): boolean {
  return /^[A-Za-z0-9._-]{0,20}$/.test(prefix)
}

/** Null while something is missing or wrong. */
export function toNewUnits(draft: CreateDraft): NewUnits | null {
  const count = countOf(draft)
  const { codes, malformed } = parseCodes(draft.codes)
  if (draft.typeId === undefined || !Number.isInteger(count) || count < 1 || count > MOST) return null
  const base = { product_type_id: draft.typeId, remark: draft.remark.trim() }
  if (draft.way === 'paste') return malformed.length > 0 ? null : { ...base, qrcode_ids: codes }
  return prefixIsGood(draft.prefix) ? { ...base, quantity: count, prefix: draft.prefix } : null
}

/** The entered units as a list for making labels. */
export function unitsCsv(units: UnitView[], texts: ConsoleTexts): string {
  const head = texts.creating.csv
  return csvText([
    [head.code, head.type, head.model, head.scanUrl, head.remark],
    ...units.map((unit) => [
      unit.qrcode_id, unit.product_type.name, unit.product_type.model, unit.scan_url, unit.remark,
    ]),
  ])
}
