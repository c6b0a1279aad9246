/** What a person typed, pasted or scanned → the path of the machine's page; null when no code is in it. */
export function scanPath(text: string): string | null {
  const typed = text.trim()
  const inAddress = /\/q\/([^/?#\s]+)(?:\?([^#\s]*))?/.exec(typed)
  const code = inAddress ? decoded(inAddress[1] ?? '') : typed.replaceAll(/\s/g, '')
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(code)) return null
  const signature = inAddress ? new URLSearchParams(inAddress[2] ?? '').get('s') : null
  return `/q/${code}${signature ? `?s=${encodeURIComponent(signature)}` : ''}`
}

/** The path of an absolute scan address on our own pages. */
export function pathOfScanUrl(scanUrl: string, code: string): string {
  return scanPath(scanUrl) ?? `/q/${code}`
}

/** Codes read better in groups of four. */
export function groupedCode(code: string): string {
  return code.length > 8 && /^[A-Za-z0-9]+$/.test(code) ? (code.match(/.{1,4}/g) ?? []).join(' ') : code
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
