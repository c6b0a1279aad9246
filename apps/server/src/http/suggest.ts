import { correctedSearch, fold, gramsOf } from '../modules/search/index.ts'
import type { ProductSearch } from '../modules/search/index.ts'
import { selectSuggestions } from '../reads/suggestions.sql.ts'
import type { Deps } from './deps.ts'
import { productSearch } from './product-search.ts'

const REMEMBERED_MS = 90 * 86_400_000

/** what somebody may be typing; when nothing reads like it, the words one slip away. */
export async function suggest(deps: Deps, prefix: string | undefined, limit: number) {
  const search = await productSearch(deps, prefix)
  if (!search || search.phrase === '') return { suggestions: [], did_you_mean: null }
  const suggestions = await suggestionsFor(deps, search, limit)
  if (suggestions.length > 0) return { suggestions, did_you_mean: null }
  const corrected = await correctedSearch(deps.db, search)
  return {
    suggestions: corrected ? await suggestionsFor(deps, corrected, limit) : [], did_you_mean: corrected?.text ?? null,
  }
}

function suggestionsFor({ db, now }: Deps, { phrase }: ProductSearch, limit: number): Promise<string[]> {
  const since = new Date(now().getTime() - REMEMBERED_MS)
  return selectSuggestions(db, { folded: fold(phrase), grams: gramsOf(phrase), limit, since })
}
