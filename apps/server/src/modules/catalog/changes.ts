/** One field that is not what it was. */
export type Change = { field: string; from: unknown; to: unknown }

const LONGEST_TEXT = 500
const MOST_ITEMS = 60

/**
 * What of `said` is not as it was before, for whoever asks later who changed what. Long texts and lists are kept in
 * part: it is a record for people, not a copy to go back to.
 */
export function changesOf(before: object, said: object): Change[] {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(said)
    .filter(([field, value]) => !isSame(was.get(field), value))
    .map(([field, value]) => ({ field, from: inPart(was.get(field) ?? null), to: inPart(value ?? null) }))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null, inOrder) === JSON.stringify(other ?? null, inOrder)
}

/** jsonb keeps keys in an order of its own. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function inPart(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(inPart)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inPart(each)]))
}
