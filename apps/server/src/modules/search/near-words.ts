import { fold } from './fold.ts'

const SHORTEST = 4
const LONGEST = 24

/** Words whose spelling somebody may miss: letters and digits of names and models, `BCD-510W` as bcd510w and bcd510. */
export function modelWordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.normalize('NFKC').split(/[^\p{Script=Latin}\p{N}.\-_]+/u))
    .map(fold).filter((word) => /[a-z]/.test(word))
  const starts = words.flatMap((word) => /^(?:[a-z]+\d+(?:\.\d+)?)(?=[a-z])/.exec(word)?.[0] ?? [])
  return [...new Set([...words, ...starts])].filter(canBeMissed)
}

export function canBeMissed(word: string): boolean {
  return /^[a-z0-9.]+$/.test(word) && word.length >= SHORTEST && word.length <= LONGEST
}

/** A word and what it is with one letter left out: two words one slip apart share a key. */
export function nearKeys(word: string): string[] {
  return [...new Set([word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))])]
}

/** The first of the words that is one slip away: a letter more, less, other, or two that changed places. */
export function nearestWord(missed: string, words: readonly string[]): string | null {
  return words.find((word) => word !== missed && isOneSlip(missed, word)) ?? null
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
    || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
}
