import type { Facets } from '@hearth/contracts/search'
import { yuanText } from '@hearth/kernel/money'
import { PRICE_BOUNDS_FEN } from '../reads/product-facets.sql.ts'
import type { FacetsRow } from '../reads/product-facets.sql.ts'

/** What a list can be narrowed by; a price range ends one fen below the next, as `max_price` takes what equals it. */
export function facetsView({ prices, options, total, in_stock, brands, categories }: FacetsRow): Facets {
  const names = [...new Set(options.map(({ name }) => name))]
  return {
    total, in_stock, brands, categories,
    price_ranges: prices.map(({ step, count }) => {
      const next = PRICE_BOUNDS_FEN[step]
      const from = step === 0 ? 0 : (PRICE_BOUNDS_FEN[step - 1] ?? 0)
      return { min_price: yuanText(from), max_price: next === undefined ? null : yuanText(next - 1), count }
    }),
    spec_options: names.map((name) => ({
      name, values: options.filter((option) => option.name === name).map(({ value, count }) => ({ value, count })),
    })),
  }
}
