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

/** Every letter of a folded text and every pair of neighbours, each once. */
export function gramsOf(folded: string): string[] {
  const letters = [...folded]
  const grams = new Set(letters)
  for (let at = 1; at < letters.length; at += 1) grams.add(`${letters[at - 1]}${letters[at]}`)
  return [...grams]
}

/** The grams that a text must have to contain this one: its pairs of neighbours, as these tell its letters too. */
export function tellingGrams(folded: string): string[] {
  const grams = gramsOf(folded)
  const pairs = grams.filter((gram) => [...gram].length > 1)
  return pairs.length > 0 ? pairs : grams
}
