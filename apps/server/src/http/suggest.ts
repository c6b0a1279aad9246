import { correctedSearch, fold, tellingGrams, textsBySound } from '../modules/search/index.ts'
import { selectSuggestions } from '../reads/suggestions.sql.ts'
import type { Deps } from './deps.ts'
import { productSearch } from './product-search.ts'

const REMEMBERED_MS = 90 * 86_400_000

/**
 * what somebody may be typing, Chinese typed with Latin letters too; when nothing reads like it, the words one
 * slip away.
 */
export async function suggest(deps: Deps, prefix: string | undefined, limit: number) {
  const search = await productSearch(deps, prefix)
  if (!search || search.phrase === '') return { suggestions: [], did_you_mean: null }
  const [typed, sounding] = await Promise.all([
    suggestionsFor(deps, search.phrase, limit), soundingLike(deps, search.phrase, limit),
  ])
  const suggestions = [...new Set([...typed, ...sounding])].slice(0, limit)
  if (suggestions.length > 0) return { suggestions, did_you_mean: null }
  const corrected = await correctedSearch(deps.db, search)
  return {
    suggestions: corrected ? await suggestionsFor(deps, corrected.phrase, limit) : [],
    did_you_mean: corrected?.text ?? null,
  }
}

/** The Chinese texts themselves, then what is suggested for each; only texts that find something. */
async function soundingLike(deps: Deps, phrase: string, limit: number): Promise<string[]> {
  const texts = await textsBySound(deps.db, phrase)
  const found = await Promise.all(texts.map((text) => suggestionsFor(deps, text, limit)))
  return [...texts.filter((_, at) => found[at]?.length), ...found.flat()]
}

function suggestionsFor({ db, now }: Deps, phrase: string, limit: number): Promise<string[]> {
  const since = new Date(now().getTime() - REMEMBERED_MS)
  return selectSuggestions(db, { folded: fold(phrase), grams: tellingGrams(fold(phrase)), limit, since })
}
