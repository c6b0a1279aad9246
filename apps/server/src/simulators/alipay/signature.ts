/** `a=1&b=2`, sorted by name: what the company signs and checks. Names in `without` do not take part. */
export function signContent(fields: Record<string, string>, without: readonly string[]): string {
  return Object.keys(fields).filter((name) => !without.includes(name) && fields[name] !== '').sort()
    .map((name) => `${name}=${fields[name]}`).join('&')
}
