import { hits } from '@hearth/client/view/hits'

/** A text with the words of a search marked in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text
  return hits(text, words).map(({ text: piece, isHit }, at) => (isHit ? <mark key={at} className="hit">{piece}</mark> : piece))
}
