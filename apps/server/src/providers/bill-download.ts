import { setImmediate } from 'node:timers/promises'
import { providerDown } from '../platform/provider-faults.ts'
import type { ProviderFault } from '../platform/provider-faults.ts'

/** A packed bill, and one unpacked, hold at most so much; 100,000 lines need about a fifth of it. */
export const PACKED_BYTES = 32 * 1_024 * 1_024
export const UNPACKED_BYTES = 160 * 1_024 * 1_024
const TIMEOUT_MS = 60_000

export type BillDownload = {
  provider: string
  url: string
  isAllowed(url: URL): boolean
  headersFor?(url: URL): Record<string, string>
}

/** A bill that cannot be what the company meant: asked for again another time. */
export function oddBill(provider: string, what: string): ProviderFault {
  return providerDown({ provider, action: 'bill', answer: what })
}

/**
 * Fetches a bill from an address that the company named: its own hosts only, no redirects, not more than a bill holds.
 * Throws ProviderDown otherwise.
 */
export async function downloadBill({ provider, url, isAllowed, headersFor }: BillDownload): Promise<Buffer> {
  if (!URL.canParse(url) || !isAllowed(new URL(url))) throw oddBill(provider, 'the address of the bill is not the company\'s')
  try {
    const answer = await fetch(url, {
      headers: headersFor?.(new URL(url)) ?? {}, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    return await readBounded(answer, PACKED_BYTES)
  } catch (fault) {
    throw oddBill(provider, (fault instanceof Error ? fault.message : String(fault)).slice(0, 200))
  }
}

/** The body of an answer; throws as soon as it is longer than `maxBytes`. */
export async function readBounded(answer: Response, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += part.byteLength
    if (length > maxBytes) throw new Error(`longer than ${maxBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** `-0.06000` → -6: an amount with two places or more, rounded to the fen; null for anything else. */
export function signedFen(text: string): number | null {
  const match = /^([+-]?)(\d{1,10})(?:\.(\d{1,8}))?$/.exec(text.trim())
  if (!match) return null
  const places = (match[3] ?? '').padEnd(3, '0')
  const fen = Number(match[2]) * 100 + Number(places.slice(0, 2)) + (Number(places[2]) >= 5 ? 1 : 0)
  return match[1] === '-' && fen !== 0 ? -fen : fen
}

/** `2026-11-20 14:05:09` in Asia/Shanghai; null for anything else. */
export function billTime(text: string): Date | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text.trim())
  const at = match ? new Date(`${match[1]}T${match[2]}+08:00`) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}

const ROWS_AT_ONCE = 1_000

/** Every row as `read` makes it, in slices: between them the process turns to whatever else waits. */
export async function readRows<Line>(
  rows: readonly string[], read: (row: string, at: number) => Line,
): Promise<Line[]> {
  const lines: Line[] = []
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % ROWS_AT_ONCE === 0) await setImmediate()
    lines.push(read(row, at))
  }
  return lines
}

const BYTES_AT_ONCE = 262_144

/** The rows of a file, decoded in slices likewise. */
export async function decodeRows(file: Uint8Array, encoding: string): Promise<string[]> {
  const decoder = new TextDecoder(encoding)
  const rows: string[] = []
  let begun = ''
  for (let from = 0; from < file.length; from += BYTES_AT_ONCE) {
    const part = (begun + decoder.decode(file.subarray(from, from + BYTES_AT_ONCE), { stream: true })).split('\n')
    begun = part.pop() ?? ''
    for (const row of part) rows.push(row.endsWith('\r') ? row.slice(0, -1) : row)
    await setImmediate()
  }
  return [...rows, begun + decoder.decode()]
}
