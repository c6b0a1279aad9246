import { ApiRefusal } from '@hearth/client/http'
import type { ConsoleTexts } from '@hearth/client/console-texts'

type Said = {
  /** Something may have been saved. */
  wrote?: boolean
  /** Fields whose own sentences stand beside them. */
  beside?: readonly string[]
}

/** The sentence for a person: the server's own where there is one; empty when all of it stands beside the fields. */
export function faultWords(error: unknown, texts: ConsoleTexts, { wrote = false, beside = [] }: Said = {}): string {
  if (!(error instanceof ApiRefusal)) return wrote ? texts.faults.networkWrite : texts.faults.network
  const said = Object.entries(error.errors)
  if (said.length > 0 && said.every(([name]) => beside.includes(name))) return ''
  const fields = said.filter(([name]) => !beside.includes(name)).flatMap(([, sentences]) => sentences)
  const sentence = [error.message, ...fields.filter((one) => !error.message.includes(one))].filter((part) => part !== '').join(' ')
  return sentence === '' ? texts.faults.server : sentence
}

/** There is no such thing, and asking again will not help. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiRefusal && error.status === 404
}

/** `reason` is the server's sentence, or its word for the reason where it sent no sentence. */
export type RefusedCode = { code: string; reason: string }

/** The codes that a refusal names in `facts.codes`; none for any other error. */
export function refusedCodes(error: unknown): RefusedCode[] {
  if (!(error instanceof ApiRefusal) || !Array.isArray(error.facts.codes)) return []
  return error.facts.codes.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [{ code: entry, reason: '' }]
    if (typeof entry !== 'object' || entry === null || !('code' in entry)) return []
    const said = 'message' in entry ? entry.message : 'reason' in entry ? entry.reason : ''
    return [{ code: String(entry.code), reason: String(said) }]
  })
}
