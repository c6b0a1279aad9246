import type { Sample } from './size-shops.ts'
import type { Compared } from './two-sizes.ts'

/**
 * One kind of request. `path` makes the n-th of it: from a few that come again and again, or, for `first`, one that
 * nobody asked before. Page sizes are such that a small shop answers as many rows as a large one.
 */
export type SizeOperation = Compared<Sample> & { mode: 'again' | 'first' }
type Listed = { title: string; mode: 'again' | 'first'; isAdmin?: boolean; path(sample: Sample, n: number): string }

const PRODUCTS = '/api/products/'
const word = (text: string) => encodeURIComponent(text)
const at = <T>(list: readonly T[], n: number): T => {
  const item = list[n % list.length]
  if (item === undefined) throw new RangeError('A sample is empty')
  return item
}
const FEW = 5
/** Letters that no product has beside each other; the n-th such word. */
const unheard = (n: number) => `zq${n.toString(36).replace(/\d/g, (digit) => 'qwxzkjvfhy'.charAt(Number(digit)))}vxq`
const deepest = ({ fullPages }: Sample) => Math.min(50, fullPages)
/** One letter changed: what was typed finds nothing, what was meant does. */
const misspelt = (model: string) => `${model.slice(0, -1)}${model.endsWith('Q') ? 'X' : 'Q'}`
const paired = (sample: Sample, n: number) => {
  const { brand, category } = at(sample.pairs, n)
  return word(`${brand}${category}`)
}
/** What pinyin means is asked for by the Chinese word too: so it gets bounds of its own. */
const OTHERS = 3_000
/** A bound that keeps everything and that nobody named before. */
const unnamed = (n: number) => (1 + n / 100).toFixed(2)

const listed: readonly Listed[] = [
  { title: 'product list, page 1', mode: 'again', path: () => PRODUCTS },
  { title: 'product list, page 50', mode: 'again', path: (sample) => `${PRODUCTS}?page=${deepest(sample)}` },
  { title: 'by category', mode: 'again',
    path: (sample, n) => `${PRODUCTS}by_category/?category_id=${at(sample.majorIds, n)}&page_size=10` },
  { title: 'facets', mode: 'again', path: () => `${PRODUCTS}facets/` },
  { title: 'facets of a category', mode: 'again',
    path: (sample, n) => `${PRODUCTS}facets/?category_id=${at(sample.majorIds, n % FEW)}` },
  { title: 'facets of a search', mode: 'again', path: () => `${PRODUCTS}facets/?search=${word('冰箱')}` },
  { title: 'product detail', mode: 'again', path: (sample, n) => `${PRODUCTS}${at(sample.productIds, n)}/` },
  { title: 'SKU detail', mode: 'again', path: (sample, n) => `/api/skus/${at(sample.skuIds, n)}/` },
  { title: 'search, a Chinese word', mode: 'again', path: () => `${PRODUCTS}?search=${word('冰箱')}&page_size=5` },
  { title: 'search, brand and category', mode: 'again',
    path: (sample, n) => `${PRODUCTS}?search=${paired(sample, n % FEW)}&page_size=1` },
  { title: 'search, pinyin', mode: 'again', path: () => `${PRODUCTS}?search=bingxiang&page_size=5` },
  { title: 'suggestions', mode: 'again', path: () => `${PRODUCTS}search_suggestions/?prefix=${word('冰')}` },
  { title: 'low stock (console)', mode: 'again', isAdmin: true, path: () => `${PRODUCTS}low_stock/` },
  { title: 'product list (console)', mode: 'again', isAdmin: true, path: () => PRODUCTS },

  { title: 'product list, a price bound', mode: 'first', path: (_, n) => `${PRODUCTS}?min_price=${unnamed(n)}` },
  { title: 'by category, a price bound', mode: 'first',
    path: (sample, n) => `${PRODUCTS}by_category/?category_id=${at(sample.majorIds, n)}&min_price=${unnamed(n)}&page_size=10` },
  { title: 'facets, a price bound', mode: 'first', path: (_, n) => `${PRODUCTS}facets/?min_price=${unnamed(n)}` },
  { title: 'facets of a category, a price bound', mode: 'first',
    path: (sample, n) => `${PRODUCTS}facets/?category_id=${at(sample.majorIds, n)}&min_price=${unnamed(n)}` },
  { title: 'search, a Chinese word', mode: 'first',
    path: (_, n) => `${PRODUCTS}?search=${word('冰箱')}&min_price=${unnamed(n)}&page_size=5` },
  { title: 'search, brand and category', mode: 'first',
    path: (sample, n) => `${PRODUCTS}?search=${paired(sample, n)}&min_price=${unnamed(n)}&page_size=1` },
  { title: 'search, a model number', mode: 'first', path: (sample, n) => `${PRODUCTS}?search=${at(sample.models, n)}` },
  { title: 'search, misspelt and corrected', mode: 'first',
    path: (sample, n) => `${PRODUCTS}?search=${misspelt(at(sample.models, n))}` },
  { title: 'search, nothing like it', mode: 'first', path: (_, n) => `${PRODUCTS}?search=${unheard(n)}` },
  { title: 'search, pinyin', mode: 'first',
    path: (_, n) => `${PRODUCTS}?search=bingxiang&min_price=${unnamed(n + OTHERS)}&page_size=5` },
  { title: 'suggestions, brand and category', mode: 'first',
    path: (sample, n) => `${PRODUCTS}search_suggestions/?prefix=${word(at(sample.pairs, n).brand)}&limit=${1 + (n % 2)}` },
]

export const sizeOperations: readonly SizeOperation[] = listed.map(({ title, mode, isAdmin, path }) => ({
  title, mode, ask: (sample, n) => ({ path: path(sample, n), token: isAdmin ? sample.adminToken : undefined }),
}))
