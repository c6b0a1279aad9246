import type { OrderView, ShipBody } from '@hearth/contracts/orders'
import { parseCodes } from '../../shared/unit-codes.ts'

/** What is being filled in before an order goes out; codes are text by line until it is sent. */
export type ShipDraft = { carrier: string; tracking: string; note: string; codes: Record<number, string> }

export const emptyDraft: ShipDraft = { carrier: '', tracking: '', note: '', codes: {} }

export type ShipFaults = { tracking: boolean; lines: number[]; twice: string[] }

/** What keeps the draft from being sent: no number, a line with some but not all codes, one code on two lines. */
export function shipFaults(order: OrderView, draft: ShipDraft): ShipFaults {
  const parsed = order.items.map((item) => ({ item, ...parseCodes(draft.codes[item.id] ?? '') }))
  const all = parsed.flatMap(({ codes }) => codes)
  return {
    tracking: draft.tracking.trim() === '',
    lines: parsed
      .filter(({ item, codes, malformed }) => malformed.length > 0 || ![0, item.quantity].includes(codes.length))
      .map(({ item }) => item.id),
    twice: [...new Set(all.filter((code, at) => all.indexOf(code) !== at))],
  }
}

export function codesGiven(order: OrderView, draft: ShipDraft): number {
  return order.items.reduce((sum, item) => sum + parseCodes(draft.codes[item.id] ?? '').codes.length, 0)
}

export function toShipBody(order: OrderView, draft: ShipDraft): ShipBody {
  const lines = order.items
    .map((item) => ({ item_id: item.id, qrcode_ids: parseCodes(draft.codes[item.id] ?? '').codes }))
    .filter((line) => line.qrcode_ids.length > 0)
  const note = draft.note.trim()
  const carrier = draft.carrier.trim()
  return {
    tracking_number: draft.tracking.trim(),
    ...(carrier === '' ? {} : { logistics_company: carrier }),
    ...(note === '' ? {} : { note }),
    ...(lines.length === 0 ? {} : { lines }),
  }
}
