/** The spans of time that can be chosen, in days. */
export const daySpans = ['7', '30', '90'] as const

/** The log of one word. */
export function wordPath(keyword: string): string {
  return `/searches?${new URLSearchParams({ keyword }).toString()}`
}

/** The search of the shop for a word. */
export function shopSearchPath(keyword: string): string {
  return `/search?${new URLSearchParams({ q: keyword }).toString()}`
}
