const CODE = /^[A-Za-z0-9._-]{1,64}$/
const SCAN_LINK = /\/q\/([^/?#]+)/

export type ParsedCodes = { codes: string[]; duplicates: string[]; malformed: string[] }

/**
 * Reads codes as people paste and scan them: separated by any space, comma or semicolon; a scan link counts as its
 * code. Each code is kept once, in order; what was given twice and what is no code is named.
 */
export function parseCodes(text: string): ParsedCodes {
  const codes = new Set<string>()
  const duplicates = new Set<string>()
  const malformed = new Set<string>()
  for (const word of text.split(/[\s,;，；、]+/).filter((part) => part !== '')) {
    const code = codeOf(word)
    if (!CODE.test(code)) malformed.add(word)
    else if (codes.has(code)) duplicates.add(code)
    else codes.add(code)
  }
  return { codes: [...codes], duplicates: [...duplicates], malformed: [...malformed] }
}

/** The text without these codes, one code per line. */
export function withoutCodes(text: string, unwanted: readonly string[]): string {
  const out = new Set(unwanted)
  return parseCodes(text).codes.filter((code) => !out.has(code)).join('\n')
}

function codeOf(word: string): string {
  const inLink = SCAN_LINK.exec(word)?.[1]
  if (inLink === undefined) return word
  try {
    return decodeURIComponent(inLink)
  } catch {
    return word
  }
}
