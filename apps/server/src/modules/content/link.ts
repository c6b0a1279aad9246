/**
 * Whether a text may stand as a link on our pages: nothing, an http(s) address, or a path of our own. Browsers take
 * `//`, `/\` and a tab between two strokes for another host, and `javascript:` for a program.
 */
export function isLink(text: string): boolean {
  if (text === '') return true
  if (/[\s\\\p{C}]/u.test(text)) return false
  if (text.startsWith('/')) return !text.startsWith('//')
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text)
}
