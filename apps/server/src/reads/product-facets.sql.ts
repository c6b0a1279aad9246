import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { CatalogueDigest } from './catalogue-digest.sql.ts'
import type { CategoryNode } from './category-tree.sql.ts'
import { facetsInDigest } from './digest-counts.ts'
import { keptBriefly } from './kept-briefly.ts'
import { heldDigest, noteCounted } from './kept-digest.ts'
import { readPosting } from './kept-postings.ts'
import {
  allOf, askedCategories, brandConditions, conditions, priceConditions, productsFrom,
} from './product-list.sql.ts'
import type { ProductFilter } from './product-list.sql.ts'
import { selectIdsAsTyped } from './search-conditions.sql.ts'
import type { WordSearch } from './search-conditions.sql.ts'

export type FacetsRow = {
  total: number
  in_stock: number
  brands: { id: number; name: string; count: number }[]
  categories: { id: number; name: string; level: 'major' | 'minor' | 'item'; parent_id: number | null; count: number }[]
  /** `step` n: from the n-th bound of {@link PRICE_BOUNDS_FEN} to the next; 0 below the first. */
  prices: { step: number; count: number }[]
  options: { name: string; value: string; count: number }[]
}

export const PRICE_BOUNDS_FEN = [100_000, 200_000, 300_000, 500_000, 800_000, 1_500_000]
const KEPT_MS = 3_000
const NOTHING: FacetsRow = { total: 0, in_stock: 0, brands: [], categories: [], prices: [], options: [] }

/**
 * What the products of a filter can be narrowed by, with counts: one statement at most. Options are those of launched
 * SKUs. Brands, prices, options and stock that are chosen already do not narrow their own list. As counts of a public
 * list they may be a few seconds old, those of a large catalogue a minute.
 */
export function selectFacets(db: Db, filter: ProductFilter): Promise<FacetsRow> {
  const { order: _, withInactive, ...narrowing } = filter
  if (withInactive) return countFacets(db, filter)
  return keptBriefly(db, `facets ${JSON.stringify(narrowing)}`, KEPT_MS, async () => {
    const digest = heldDigest(db)
    if (digest) return facetsInMemory(db, filter, digest)
    const facets = await countFacets(db, filter)
    void noteCounted(db, facets.total)
    return facets
  })
}

async function facetsInMemory(db: Db, filter: ProductFilter, digest: CatalogueDigest): Promise<FacetsRow> {
  const categories = await askedCategories(db, filter)
  if (categories.some((nodes) => nodes.length === 0)) return NOTHING
  const ids = filter.search && await foundIds(db, filter.search)
  const categoryIds = categories.map((nodes) => nodes.map(({ id }) => id))
  return facetsInDigest(digest, { ...filter, categoryIds, ids }, PRICE_BOUNDS_FEN)
}

async function foundIds(db: Db, search: WordSearch): Promise<Float64Array> {
  return search.words.length === 0 ? selectIdsAsTyped(db, search.text) : (await readPosting(db, search)).ids
}

async function countFacets(db: Db, filter: ProductFilter): Promise<FacetsRow> {
  const categories = await askedCategories(db, filter)
  if (categories.some((nodes) => nodes.length === 0)) return NOTHING
  const { rows } = await sql<FacetsRow>`
    with ${fitting(filter, categories)},
    by_brand as (
      select brand_id, count(*) as n from fit where at_price and has_sku group by brand_id
    ),
    by_category as (
      select category_id, count(*) as n from fit, unnest(category_path) as category_id
      where of_brand and at_price and has_sku group by category_id
    ),
    by_price as (
      select width_bucket(min_price_fen, ${PRICE_BOUNDS_FEN}::bigint[]) as step, count(*) as n from fit
      where of_brand and has_sku group by 1
    ),
    by_option as (
      select key, value, count(*) as n from (
        select distinct k.product_id, o.key, o.value from fit join launched as k on k.product_id = fit.id,
          jsonb_each_text(k.specs) as o
        where of_brand and at_price and k.will_do and (k.misses = '{}' or k.misses = array[o.key])
      ) as said group by key, value
    ),
    by_name as (select key, value, n, sum(n) over (partition by key) as whole from by_option)
    select (select count(*) from fit where of_brand and at_price and has_sku) as total,
      (select count(*) from fit where of_brand and at_price and has_free) as in_stock,
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'count', n) order by n desc, b.id), '[]')
        from by_brand join catalog.brands as b on b.id = brand_id) as brands,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'level', c.level, 'parent_id', c.parent_id,
          'count', n) order by array_position(array['major', 'minor', 'item'], c.level), n desc, c.sort_order, c.id), '[]')
        from by_category join catalog.categories as c on c.id = category_id) as categories,
      (select coalesce(json_agg(json_build_object('step', step, 'count', n) order by step), '[]') from by_price) as prices,
      (select coalesce(json_agg(json_build_object('name', key, 'value', value, 'count', n)
          order by whole desc, key, n desc, value), '[]') from by_name) as options`.execute(db)
  return rows[0] ?? NOTHING
}

/**
 * `launched`: the SKUs in question, with the chosen options they miss, and whether their stock will do. `fit`: the
 * products that search and category leave, and which of the other choices each of them meets.
 */
function fitting(filter: ProductFilter, categories: readonly CategoryNode[][]): RawBuilder<unknown> {
  const { options = [], inStock = false } = filter
  const base = { ...filter, brandIds: [], minPriceFen: undefined, maxPriceFen: undefined, options: [], inStock: false }
  const misses = options.map(({ name, values }) =>
    sql`case when k.specs ->> ${name}::text = any(${values}::text[]) then null else ${name}::text end`)
  const missed = misses.length > 0 ? sql`array_remove(array[${sql.join(misses)}], null)` : sql`'{}'::text[]`
  const narrowsSkus = options.length > 0 || inStock
  return sql`
    left_over as materialized (
      select p.id, p.brand_id, p.category_path, p.min_price_fen, ${allOf(brandConditions(filter))} as of_brand,
        ${allOf(priceConditions(filter))} as at_price
      from ${productsFrom(filter)} as p where ${conditions(base, categories)}
    ),
    launched as materialized (
      select k.product_id, k.specs, ${missed} as misses, l.sku_id is not null as is_free,
        ${inStock ? sql`l.sku_id is not null` : sql`true`} as will_do
      from left_over as p join catalog.skus as k on k.product_id = p.id and k.is_launched
        left join stock.levels as l on l.sku_id = k.id and l.on_hand_qty > l.held_qty
    ),
    fit as materialized (
      select p.*, coalesce(s.has_free, false) as has_free,
        ${narrowsSkus ? sql`coalesce(s.has_sku, false)` : sql`true`} as has_sku
      from left_over as p left join (
        select product_id, bool_or(misses = '{}' and will_do) as has_sku, bool_or(misses = '{}' and is_free) as has_free
        from launched group by product_id
      ) as s on s.product_id = p.id
    )`
}
