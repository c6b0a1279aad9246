import { Refusal } from '@hearth/kernel/errors'
import type { LineCodes } from '../lifecycle/index.ts'
import type { OrderLine } from '../orders/index.ts'

/** Codes for the whole order, or line by line. */
export type GivenCodes = { all: string[] } | { lines: { lineId: number; codes: string[] }[] }

/**
 * Which codes go out for which line. Codes for the whole order are dealt out in the order of its lines, which must all
 * be of one product type (contract, decision 20).
 * Throws fulfilment.several_types, fulfilment.wrong_code_count, fulfilment.unknown_line.
 */
export function codesByLine(lines: readonly OrderLine[], given: GivenCodes): LineCodes[] {
  return 'all' in given ? dealOut(lines, given.all) : perLine(lines, given.lines)
}

function dealOut(lines: readonly OrderLine[], codes: readonly string[]): LineCodes[] {
  if (codes.length === 0) return []
  if (new Set(lines.map((line) => line.productTypeId)).size > 1) throw new Refusal('fulfilment.several_types')
  const qty = lines.reduce((sum, line) => sum + line.qty, 0)
  if (codes.length !== qty) throw new Refusal('fulfilment.wrong_code_count', { qty, given: codes.length })
  let dealt = 0
  return lines.map((line) => lineCodes(line, codes.slice(dealt, (dealt += line.qty))))
}

function perLine(lines: readonly OrderLine[], given: readonly { lineId: number; codes: string[] }[]): LineCodes[] {
  const stranger = given.find(({ lineId }) => !lines.some((line) => line.id === lineId))
  if (stranger) throw new Refusal('fulfilment.unknown_line', { item_id: stranger.lineId })
  const codesOf = (line: OrderLine) => given.flatMap(({ lineId, codes }) => (lineId === line.id ? codes : []))
  return lines.map((line) => lineCodes(line, codesOf(line)))
}

function lineCodes(line: OrderLine, codes: readonly string[]): LineCodes {
  return { orderLineId: line.id, productTypeId: line.productTypeId, qty: line.qty, codes }
}
