import { Type } from 'typebox'
import type { Static } from 'typebox'
import { ProductQuery, SkuCard, levels } from './catalog.ts'
import { Id, Instant, Money, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

const limit = (byDefault: number, most: number) =>
  Type.Optional(Type.Integer({ minimum: 1, default: byDefault, description: `At most ${most}; more is capped` }))
const days = (byDefault?: number) => Type.Optional(Type.Integer({
  minimum: 1, maximum: 3_650, ...(byDefault === undefined ? {} : { default: byDefault }),
}))

/** `keyword` looks into the keywords, `days` back from now; `fruitless`: whether nothing was found. */
export const SearchLogQuery = Type.Object({
  keyword: Type.Optional(Type.String({ maxLength: 200 })),
  days: days(),
  fruitless: Type.Optional(Type.Boolean()),
  ...pageQuery,
})
/** `found`: how many products fitted then. */
export const SearchLogView = Type.Object({
  id: Id,
  keyword: Type.String(),
  user: orNull(Id),
  username: orNull(Type.String()),
  found: Type.Integer(),
  created_at: Instant,
})
export type SearchLogView = Static<typeof SearchLogView>
export const SearchLogPage = PageOf(SearchLogView)

/** */
export const HotKeywordsQuery = Type.Object({
  limit: limit(10, 50), days: days(7),
  found: Type.Optional(Type.Boolean({ default: false, description: 'true: only words that found something' })),
})
export const HotKeywords = Type.Object({
  hot_keywords: Type.Array(Type.Object({ keyword: Type.String(), count: Type.Integer() })),
})

/** Words whose last search found nothing, those looked for most first. */
export const FruitlessKeywords = Type.Object({
  keywords: Type.Array(Type.Object({ keyword: Type.String(), count: Type.Integer(), last_at: Instant })),
})
export type FruitlessKeyword = Static<typeof FruitlessKeywords>['keywords'][number]

/** */
export const OwnSearchesQuery = Type.Object({
  limit: limit(20, 100),
  distinct: Type.Optional(Type.Boolean({ default: true, description: 'Of one keyword only the last search' })),
})
export const OwnSearches = Type.Object({
  history: Type.Array(Type.Object({ id: Id, keyword: Type.String(), created_at: Instant })),
})

/** one keyword, or all of them. */
export const SearchesToClear = Type.Object({ keyword: Type.Optional(Type.String({ maxLength: 200 })) })
export const SearchesCleared = Type.Object({ cleared: Type.Integer() })

/** `did_you_mean`: the prefix as products spell it, when nothing begins with it as it stands. */
export const SuggestionsQuery = Type.Object({
  prefix: Type.Optional(Type.String({ maxLength: 200 })), limit: limit(10, 50),
  products: Type.Optional(Type.Integer({ minimum: 0, default: 0, description: 'How many products too; at most 10' })),
})
/** A product that fits what is being typed. */
export const SuggestedProduct = Type.Object({
  sku_id: Id, name: Type.String(), price: Money, default_image_url: Type.String(),
})
export const Suggestions = Type.Object({
  suggestions: Type.Array(Type.String()),
  did_you_mean: orNull(Type.String()),
  products: Type.Optional(Type.Array(SuggestedProduct)),
})
export type Suggestions = Static<typeof Suggestions>

/** */
export const recommendationKinds = ['popular', 'trending', 'category'] as const
export const RecommendationsQuery = Type.Object({
  type: Type.Optional(oneOf(recommendationKinds)), limit: limit(10, 50), category_id: Type.Optional(Id),
})
/** */
export const RelatedQuery = Type.Object({ limit: limit(10, 50) })

/** D-12: one look; or those a visitor made before he signed in, the oldest first. */
export const BrowseBody = Type.Object({
  sku_id: Type.Optional(Id),
  sku_ids: Type.Optional(Type.Array(Id, { maxItems: 20, description: 'The oldest first; unknown ones are left out' })),
})
export const BrowseKept = Type.Object({ sku_id: Type.Optional(Id), sku_ids: Type.Optional(Type.Array(Id)) })
/** G-03: the newest first, as cards. */
export const BrowseHistory = Type.Array(SkuCard)

/** G-08. Without `ordering` the best hit comes first. */
export const SkuSearchQuery = Type.Object({
  text: Type.Optional(Type.String({ maxLength: 200 })),
  ordering: Type.Optional(Type.String({ maxLength: 50, description: 'create_time, price or sales; "-" reverses' })),
  ...pageQuery,
})

/**
 * What the products of A-17's filters can be narrowed by, each with how many there would be. `brand_id`, prices,
 * `option` and `in_stock` do not narrow their own list, so that one can choose another.
 */
const { page: _page, page_size: _size, sort_by: _sort, ...filters } = ProductQuery.properties
export const FacetsQuery = Type.Object(filters)
const Count = Type.Integer()
export const Facets = Type.Object({
  words: Type.Optional(Type.Array(Type.String(), { description: 'Of a search: its words as they were read' })),
  did_you_mean: Type.Optional(orNull(Type.String({ description: 'What list and counts answer instead of what was typed' }))),
  total: Count,
  in_stock: Count,
  brands: Type.Array(Type.Object({ id: Id, name: Type.String(), count: Count })),
  categories: Type.Array(Type.Object({
    id: Id, name: Type.String(), level: oneOf(levels), parent_id: orNull(Id), count: Count,
  })),
  price_ranges: Type.Array(Type.Object({ min_price: Money, max_price: orNull(Money), count: Count })),
  spec_options: Type.Array(Type.Object({
    name: Type.String(), values: Type.Array(Type.Object({ value: Type.String(), count: Count })),
  })),
})
export type Facets = Static<typeof Facets>
