import type { Db, Tx } from '../../platform/db.ts'
import { fold, gramsOf, tellingGrams } from './fold.ts'
import { canBeMissed, modelWordsOf, nearestWord, nearKeys } from './near-words.ts'
import { deleteProductWords, selectModelWords, upsertProductWords } from './product-words.sql.ts'
import { wordsBySound } from './sounds.ts'
import { learnTerms } from './terms.ts'
import { wordsOf } from './words-of.ts'

/** Raised when the texts below are made in another way: then every product is indexed again. */
export const INDEX_EDITION = 3

/** What a product says of itself. `labels`: brand, categories, model, codes; `specs`: key figures and options. */
export type ProductTexts = {
  productId: number
  name: string
  models: string[]
  labels: string[]
  specs: string[]
  description: string
}

/** A search as the index is asked: what was typed, folded as a whole, its words, and the grams they need. */
export type ProductSearch = { text: string; phrase: string; words: string[]; grams: string[] }

const ROWS_AT_ONCE = 200

/** Writes what searching knows of these products; call it in the transaction that writes them. */
export async function indexProducts(tx: Tx, products: readonly ProductTexts[]): Promise<void> {
  for (let from = 0; from < products.length; from += ROWS_AT_ONCE) {
    const some = products.slice(from, from + ROWS_AT_ONCE)
    await upsertProductWords(tx, some.map(rowOf))
    await learnTerms(tx, some)
  }
}

/** Forgets products that are gone. */
export async function forgetProducts(tx: Tx, productIds: readonly number[]): Promise<void> {
  if (productIds.length > 0) await deleteProductWords(tx, productIds)
}

/** Reads what somebody typed; `known` are the folded names that part words. */
export function readSearch(text: string, known: ReadonlySet<string>): ProductSearch {
  return searchFor(text, wordsOf(text, known))
}

/**
 * The same search as it may have been meant: Chinese typed with Latin letters as Chinese, model words spelled as
 * products spell them. Null when nothing reads like it.
 */
export async function correctedSearch(db: Db, search: ProductSearch): Promise<ProductSearch | null> {
  const doubtful = search.words.filter(canBeMissed)
  const [candidates, bySound] = await Promise.all([
    doubtful.length > 0 ? selectModelWords(db, [...new Set(doubtful.flatMap(nearKeys))]) : [],
    wordsBySound(db, search.words),
  ])
  const corrected = search.words.map((word) => {
    const near = canBeMissed(word) ? nearestWord(word, candidates) : null
    return bySound.get(word) ?? (near ? [near] : null)
  })
  if (corrected.every((words) => words === null)) return null
  const text = search.words.map((word, at) => corrected[at]?.join('').toUpperCase() ?? word).join(' ')
  return searchFor(text, [...new Set(search.words.flatMap((word, at) => corrected[at] ?? [word]))])
}

function searchFor(text: string, words: string[]): ProductSearch {
  return { text, phrase: fold(text), words, grams: [...new Set(words.flatMap(tellingGrams))] }
}

function rowOf({ productId, name, models, labels, specs, description }: ProductTexts) {
  const texts = [[name], labels, specs, [description]].map((part) => part.map(fold).filter(Boolean))
  const [nameText = '', labelText = '', specText = '', bodyText = ''] = texts.map((part) => part.join('\n'))
  const modelWords = modelWordsOf([name, ...models])
  return {
    productId, nameText, labelText, specText, bodyText, grams: [...new Set(texts.flat().flatMap(gramsOf))], modelWords,
    nearKeys: [...new Set(modelWords.flatMap(nearKeys))], edition: INDEX_EDITION,
  }
}
