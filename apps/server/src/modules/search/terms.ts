import { pinyin } from 'pinyin-pro'
import type { Tx } from '../../platform/db.ts'
import { markLabels, insertTerms, selectTerms } from './terms.sql.ts'
import type { TermRow } from './terms.sql.ts'

const HAN_RUN = /\p{Script=Han}{2,}/gu
const LONGEST_RUN = 4
const words = new Intl.Segmenter('zh', { granularity: 'word' })

type Said = { name: string; labels: readonly string[]; specs: readonly string[] }

/** Remembers the Chinese words of products, so that they are found by their sound too. */
export async function learnTerms(tx: Tx, said: readonly Said[]): Promise<void> {
  const isLabel = new Map<string, boolean>()
  for (const { name, labels, specs } of said) {
    for (const word of [...wordsIn(name), ...specs.flatMap(shortRuns)]) isLabel.set(word, isLabel.get(word) ?? false)
    for (const word of labels.flatMap(runsIn)) isLabel.set(word, true)
  }
  const known = new Map((await selectTerms(tx, [...isLabel.keys()])).map((term) => [term.word, term.isLabel]))
  const fresh = [...isLabel].filter(([word]) => !known.has(word)).map(([word, label]) => termOf(word, label))
  await insertTerms(tx, fresh)
  await markLabels(tx, [...isLabel].filter(([word, label]) => label && known.get(word) === false).map(([word]) => word))
}

function termOf(word: string, isLabel: boolean): TermRow {
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true })
  return { word, sound: syllables.join(''), initials: syllables.map((each) => each.charAt(0)).join(''), isLabel }
}

/** The words of a name: those a dictionary knows, and short runs that stand alone. */
function wordsIn(name: string): string[] {
  const segments = [...words.segment(name)].map(({ segment }) => segment)
  return [...segments.filter((segment) => runsIn(segment)[0] === segment), ...shortRuns(name)]
}

function shortRuns(text: string): string[] {
  return runsIn(text).filter((run) => [...run].length <= LONGEST_RUN)
}

function runsIn(text: string): string[] {
  return text.normalize('NFKC').match(HAN_RUN) ?? []
}
