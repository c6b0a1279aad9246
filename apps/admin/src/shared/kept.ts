const PREFIX = 'hearth.console.'

/** A small choice of this person kept in this browser; null when there is none or storage is blocked. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Keeps a small choice; where storage is blocked it is simply forgotten. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Private windows may refuse storage; the console works without.
  }
}
