/** A text without what no database keeps and no person types: control characters and halves of characters. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}+/gu, ' ').trim()
}

/**
 * A text as searching compares it: width and case folded, without blanks and signs; a dot stays between digits. Folding
 * a part of a text gives a part of the folded text, so what contains a word does so when folded.
 */
export function fold(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase()
    .replace(/(?<!\d)\.|\.(?!\d)/g, '').replace(/[^\p{L}\p{N}\p{M}.]+/gu, '')
}

/** Latin letters and digits that stand together; four of them tell a model apart where two are in very many. */
const LATIN_RUNS = /[a-z0-9]{4,}/g
const LATIN_LENGTH = 4
const LATIN_GRAMS_ASKED = 12

/** Every letter of a folded text, every pair of neighbours, and every four Latin letters and digits; each once. */
export function gramsOf(folded: string): string[] {
  const letters = [...folded]
  return [...new Set([...letters, ...pairsOf(letters), ...latinGramsOf(folded)])]
}

/** Grams that a text must have to contain this one, those that fewest texts have. */
export function tellingGrams(folded: string): string[] {
  const letters = [...folded]
  const latin = new Set(latinGramsOf(folded))
  if (latin.size > 0) return [...latin].slice(0, LATIN_GRAMS_ASKED)
  return letters.length > 1 ? [...new Set(pairsOf(letters))] : letters
}

function pairsOf(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

function latinGramsOf(folded: string): string[] {
  return (folded.match(LATIN_RUNS) ?? []).flatMap((run) =>
    Array.from({ length: run.length - LATIN_LENGTH + 1 }, (_, at) => run.slice(at, at + LATIN_LENGTH)))
}
