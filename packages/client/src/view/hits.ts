export type Piece = { text: string; isHit: boolean }

/**
 * A text in pieces, those that a search's folded words say marked, however the text spells them: other case or width,
 * signs and blanks inside a model number.
 */
export function hits(text: string, words: readonly string[]): Piece[] {
  const letters = [...text]
  const signsOf = letters.flatMap((letter, at) => [...foldLetter(letter)].map((sign) => ({ sign, at })))
  const isHit = new Array<boolean>(letters.length).fill(false)
  for (const word of words) {
    const signs = [...word]
    for (let from = 0; signs.length > 0 && from + signs.length <= signsOf.length; from += 1) {
      if (!signs.every((sign, at) => signsOf[from + at]?.sign === sign)) continue
      isHit.fill(true, signsOf[from]?.at, (signsOf[from + signs.length - 1]?.at ?? 0) + 1)
    }
  }
  const pieces: Piece[] = []
  letters.forEach((letter, at) => {
    const last = pieces.at(-1)
    if (last && last.isHit === isHit[at]) last.text += letter
    else pieces.push({ text: letter, isHit: isHit[at] ?? false })
  })
  return pieces
}

/** A text as searching compares it: without blanks and signs, case and width. */
export function folded(text: string): string {
  return [...text].map(foldLetter).join('')
}

function foldLetter(letter: string): string {
  return letter.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}.]+/gu, '')
}
