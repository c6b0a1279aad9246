import { Refusal } from '@hearth/kernel/errors'
import { isUnitCode } from './unit-code.ts'
import type { CodeReason, RefusedCode } from './unit.ts'

/**
 * Holds every code of a request to its rules at once. `judge` sees each well-formed code once and gives its reason or
 * null. Throws lifecycle.codes_refused, which names all the refused codes in the order in which they were given.
 */
export function refuseBadCodes(codes: readonly string[], judge: (code: string) => CodeReason | null): void {
  const seen = new Map<string, number>()
  for (const code of codes) seen.set(code, (seen.get(code) ?? 0) + 1)
  const refused: RefusedCode[] = []
  for (const [code, times] of seen) {
    const reason = isUnitCode(code) ? judge(code) ?? (times > 1 ? 'duplicate' : null) : 'malformed'
    if (reason) refused.push({ code, reason })
  }
  if (refused.length > 0) throw new Refusal('lifecycle.codes_refused', { refused_qty: refused.length, codes: refused })
}
