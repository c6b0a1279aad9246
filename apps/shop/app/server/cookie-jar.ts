export type CookieJar = {
  /** The `Set-Cookie` lines to pass on to the browser. */
  readonly lines: string[]
  has(name: string): boolean
  take(setCookieLines: readonly string[]): void
  /** The `Cookie` header for the next call. */
  header(): string
}

/** The browser's cookies and what the API changed about them while one page was made. */
export function cookieJar(header: string): CookieJar {
  const values = new Map<string, string>()
  const lines: string[] = []
  const put = (pair: string) => {
    const at = pair.indexOf('=')
    if (at > 0) values.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  for (const pair of header.split(';')) put(pair)
  return {
    lines,
    has: (name) => (values.get(name) ?? '') !== '',
    take: (given) => {
      for (const line of given) {
        lines.push(line)
        const pair = line.split(';', 1)[0] ?? ''
        put(/;\s*max-age=0(?:;|$)/i.test(line) ? `${pair.split('=', 1)[0] ?? ''}=` : pair)
      }
    },
    header: () => [...values].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`).join('; '),
  }
}
