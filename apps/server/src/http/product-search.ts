import { cleanText, correctedSearch, fold, readSearch } from '../modules/search/index.ts'
import type { ProductSearch } from '../modules/search/index.ts'
import { selectKnownWords } from '../reads/known-words.sql.ts'
import { warmNames } from '../reads/warm-names.ts'
import type { Deps } from './deps.ts'

/** Reads what was typed into a search field; undefined when that is nothing. */
export async function productSearch({ db }: Deps, typed: string | undefined): Promise<ProductSearch | undefined> {
  const text = cleanText(typed ?? '')
  if (text === '') return undefined
  const known = await selectKnownWords(db, fold)
  void warmNames(db, (name) => readSearch(name, known))
  return readSearch(text, known)
}

/**
 * Asks with the words as they were typed and, when they find nothing, with model words spelled right. `typedQty`: how
 * many the words found as they were typed; `asked`: the search that was answered, `corrected` when it is another one.
 */
export async function foundOrCorrected<T extends { total: number }>(
  { db }: Deps, search: ProductSearch | undefined, ask: (search: ProductSearch | undefined) => Promise<T>,
): Promise<T & { typedQty: number; asked: ProductSearch | undefined; corrected: string | null }> {
  const found = await ask(search)
  const corrected = search && found.total === 0 ? await correctedSearch(db, search) : null
  const better = corrected && (await ask(corrected))
  if (!better || better.total === 0) return { ...found, typedQty: found.total, asked: search, corrected: null }
  return { ...better, typedQty: found.total, asked: corrected, corrected: corrected.text }
}
