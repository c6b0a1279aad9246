import { providerDown } from '../platform/provider-faults.ts'

export type Question = { provider: string; action: string; url: URL; signal: AbortSignal }

/** Asks a company by GET and answers its text. What never came, came too late or is no 2xx throws ProviderDown. */
export async function askText({ provider, action, url, signal }: Question): Promise<string> {
  try {
    const answer = await fetch(url, { signal, redirect: 'error' })
    if (answer.ok) return await answer.text()
    throw new Error(`HTTP ${answer.status}`)
  } catch (fault) {
    throw providerDown({ provider, action, answer: reasonOf(fault) })
  }
}

/** What went wrong on the way, without the address: that one carries secrets. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'no answer'
  const cause = fault.cause instanceof Error ? ` (${fault.cause.message})` : ''
  return `${fault.message}${cause}`.slice(0, 200)
}

export type Fields = Record<string, unknown>

/** A JSON object; null for anything else. */
export function readObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : null
  } catch {
    return null
  }
}

/** A text that says something; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
