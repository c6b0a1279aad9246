import { fold } from './fold.ts'

const SEPARATORS = /[\s,，、;；|/]+/
const MAX_WORDS = 12

/**
 * The folded words of what was typed, each once and at most twelve. Blanks part words; so do the `known` ones (names of
 * brands and categories, folded), because Chinese is typed without blanks: 海尔冰箱 → 海尔, 冰箱.
 */
export function wordsOf(text: string, known: ReadonlySet<string>): string[] {
  const longest = Math.max(0, ...[...known].map((word) => word.length))
  const words = text.normalize('NFKC').split(SEPARATORS).flatMap((chunk) => parted(fold(chunk), known, longest))
  return [...new Set(words)].slice(0, MAX_WORDS)
}

function parted(folded: string, known: ReadonlySet<string>, longest: number): string[] {
  const words: string[] = []
  let rest = ''
  for (let at = 0; at < folded.length;) {
    const word = knownAt(folded, at, { known, longest })
    if (word) words.push(rest, word)
    rest = word ? '' : rest + folded.charAt(at)
    at += word?.length ?? 1
  }
  return [...words, rest].filter(Boolean)
}

/** The longest known word that stands here; one of Latin letters must not be a piece of a longer one. */
function knownAt(
  folded: string, at: number, { known, longest }: { known: ReadonlySet<string>; longest: number },
): string | null {
  for (let end = Math.min(folded.length, at + longest); end > at + 1; end -= 1) {
    const word = folded.slice(at, end)
    if (known.has(word) && !cuts(folded, at) && !cuts(folded, end)) return word
  }
  return null
}

function cuts(folded: string, at: number): boolean {
  return /[a-z0-9]/.test(folded.charAt(at - 1)) && /[a-z0-9]/.test(folded.charAt(at))
}
