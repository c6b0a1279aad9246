import type { Suggestions } from '@hearth/contracts/search'
import { correctedSearch, fold, tellingGrams, textsBySound } from '../modules/search/index.ts'
import type { ProductSearch } from '../modules/search/index.ts'
import { selectProductPage } from '../reads/product-list.sql.ts'
import { selectSuggestions } from '../reads/suggestions.sql.ts'
import type { Deps } from './deps.ts'
import { foundOrCorrected, productSearch } from './product-search.ts'
import { productView } from './product-view.ts'

const REMEMBERED_MS = 90 * 86_400_000

type Asked = { limit: number; products: number }

/**
 * what somebody may be typing, Chinese typed with Latin letters too; when nothing reads like it, the words one
 * slip away. With products if wanted.
 */
export async function suggest(deps: Deps, prefix: string | undefined, asked: Asked): Promise<Suggestions> {
  const search = await productSearch(deps, prefix)
  if (!search || search.phrase === '') return withProducts(deps, asked, { suggestions: [], did_you_mean: null })
  const [typed, sounding] = await Promise.all([
    suggestionsFor(deps, search.phrase, asked.limit), soundingLike(deps, search.phrase, asked.limit),
  ])
  const suggestions = [...new Set([...typed, ...sounding])].slice(0, asked.limit)
  if (suggestions.length > 0) return withProducts(deps, asked, { suggestions, did_you_mean: null }, search)
  const corrected = await correctedSearch(deps.db, search)
  return withProducts(deps, asked, {
    suggestions: corrected ? await suggestionsFor(deps, corrected.phrase, asked.limit) : [],
    did_you_mean: corrected?.text ?? null,
  }, search)
}

async function withProducts(
  deps: Deps, asked: Asked, said: Suggestions, search?: ProductSearch,
): Promise<Suggestions> {
  if (asked.products === 0) return said
  const found = search && await foundOrCorrected(deps, search, (meant) => selectProductPage(
    deps.db, { search: meant, order: 'relevance', withInactive: false }, { limit: asked.products, offset: 0 }))
  const products = (found?.rows ?? []).map((row) => productView(row, deps.files)).map((view) => ({
    sku_id: view.default_sku_id, name: view.name, price: view.discounted_price, default_image_url: view.main_images[0] ?? '',
  }))
  return { ...said, products }
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
