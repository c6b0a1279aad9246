import type { Suggestions } from '@hearth/contracts/search'
import { correctedSearch, fold, gramsOf } from '../modules/search/index.ts'
import type { ProductSearch } from '../modules/search/index.ts'
import { selectProductPage } from '../reads/product-list.sql.ts'
import { selectSuggestions } from '../reads/suggestions.sql.ts'
import type { Deps } from './deps.ts'
import { productSearch } from './product-search.ts'
import { productView } from './product-view.ts'

const REMEMBERED_MS = 90 * 86_400_000

type Asked = { limit: number; products: number }

/** what somebody may be typing; when nothing reads like it, the words one slip away. With products if wanted. */
export async function suggest(deps: Deps, prefix: string | undefined, asked: Asked): Promise<Suggestions> {
  const search = await productSearch(deps, prefix)
  if (!search || search.phrase === '') return withProducts(deps, asked, { suggestions: [], did_you_mean: null })
  const suggestions = await suggestionsFor(deps, search, asked.limit)
  if (suggestions.length > 0) return withProducts(deps, asked, { suggestions, did_you_mean: null }, search)
  const corrected = await correctedSearch(deps.db, search)
  return withProducts(deps, asked, {
    suggestions: corrected ? await suggestionsFor(deps, corrected, asked.limit) : [],
    did_you_mean: corrected?.text ?? null,
  }, corrected ?? search)
}

async function withProducts(
  { db, files }: Deps, asked: Asked, said: Suggestions, search?: ProductSearch,
): Promise<Suggestions> {
  if (asked.products === 0) return said
  const found = search && await selectProductPage(
    db, { search, order: 'relevance', withInactive: false }, { limit: asked.products, offset: 0 })
  const products = (found?.rows ?? []).map((row) => productView(row, files)).map((view) => ({
    sku_id: view.default_sku_id, name: view.name, price: view.discounted_price, default_image_url: view.main_images[0] ?? '',
  }))
  return { ...said, products }
}

function suggestionsFor({ db, now }: Deps, { phrase }: ProductSearch, limit: number): Promise<string[]> {
  const since = new Date(now().getTime() - REMEMBERED_MS)
  return selectSuggestions(db, { folded: fold(phrase), grams: gramsOf(phrase), limit, since })
}
