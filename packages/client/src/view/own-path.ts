/** The path when it stays on our own site, else `/`: no scheme, no `//host`, no `/\host`, no control characters. */
export function ownPath(next: string | null | undefined): string {
  if (!next || !next.startsWith('/') || next.startsWith('//')) return '/'
  // Browsers drop control characters, which could turn "/\t/host" into "//host".
  if (/[\\\u0000-\u001f\u007f]/.test(next)) return '/'
  return next
}

/** Where sign-in leads back to. */
export function signInPath(back: string): string {
  return back === '/' ? '/login' : `/login?next=${encodeURIComponent(back)}`
}
