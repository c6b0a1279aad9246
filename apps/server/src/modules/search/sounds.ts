import type { Db } from '../../platform/db.ts'
import { selectTermsBeginning, selectTermsLike } from './terms.sql.ts'
import type { TermRow } from './terms.sql.ts'

const SHORTEST = 2
const LONGEST = 30
const TEXTS = 3

/** Whether a folded word may be Chinese typed with Latin letters. */
export function mayBeSound(word: string): boolean {
  return /^[a-z]+$/.test(word) && word.length >= SHORTEST && word.length <= LONGEST
}

/** The Chinese words that each of these sounds like as a whole: haierbx → 海尔, 冰箱. Others are left out. */
export async function wordsBySound(db: Db, typed: readonly string[]): Promise<Map<string, string[]>> {
  const sounds = typed.filter(mayBeSound)
  if (sounds.length === 0) return new Map()
  const bySound = termsBySound(await selectTermsLike(db, [...new Set(sounds.flatMap(piecesOf))]))
  return new Map(sounds.flatMap((sound) => {
    const words = cover(sound, bySound)
    return words ? [[sound, words] as const] : []
  }))
}

/** Chinese texts somebody may be typing who typed this so far: haierb → 海尔冰箱, 海尔变频. Most likely ones first. */
export async function textsBySound(db: Db, typed: string): Promise<string[]> {
  if (!mayBeSound(typed)) return []
  const ends = Array.from(typed, (_, at) => typed.slice(at))
  const [terms, begun] = await Promise.all([
    selectTermsLike(db, piecesOf(typed)), selectTermsBeginning(db, ends, TEXTS),
  ])
  const bySound = termsBySound(terms)
  const texts = ends.flatMap((end, at) => {
    const head = at === 0 ? [] : cover(typed.slice(0, at), bySound)
    return head ? begun.filter((term) => term.beginning === end).map((term) => [...head, term.word].join('')) : []
  })
  return [...new Set(texts)].slice(0, TEXTS)
}

/** The best word of each sound and of each row of initials; the terms come best first. */
function termsBySound(terms: readonly TermRow[]): Map<string, string> {
  const best = new Map<string, string>()
  for (const { sound, word } of terms) if (!best.has(sound)) best.set(sound, word)
  for (const { initials, word } of terms) if (!best.has(initials)) best.set(initials, word)
  return best
}

/** The fewest words whose sounds make up the whole; null when there are none. */
function cover(typed: string, bySound: ReadonlyMap<string, string>): string[] | null {
  const reached: (string[] | null)[] = [[]]
  for (let end = 1; end <= typed.length; end += 1) {
    let best: string[] | null = null
    for (let from = 0; from < end; from += 1) {
      const before = reached[from]
      const word = before && bySound.get(typed.slice(from, end))
      if (before && word && (!best || before.length + 1 < best.length)) best = [...before, word]
    }
    reached.push(best)
  }
  return reached[typed.length] ?? null
}

function piecesOf(typed: string): string[] {
  const pieces = new Set<string>()
  for (let from = 0; from < typed.length; from += 1) {
    for (let end = from + SHORTEST; end <= typed.length; end += 1) pieces.add(typed.slice(from, end))
  }
  return [...pieces]
}
