import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { findCategories } from './category-tree.sql.ts'
import type { CategoryNode } from './category-tree.sql.ts'
import { countInDigest } from './digest-counts.ts'
import { selectFoundPage } from './found-products.sql.ts'
import { heldDigest, noteCounted } from './kept-digest.ts'
import { selectPostingPage } from './posting-page.ts'
import { productColumns, productJoins } from './product-columns.ts'
import type { ProductRow } from './product-columns.ts'
import { TOTAL_KEPT_MS, keptWhenMany, rowsOfPage, totalOf } from './rows-of-page.ts'
import type { RowsAsked } from './rows-of-page.ts'
import { foundProducts } from './search-conditions.sql.ts'
import type { WordSearch } from './search-conditions.sql.ts'

export type ProductOrder = 'relevance' | 'price_asc' | 'price_desc' | 'sales' | 'created' | 'views'

/** An option of SKUs, and the values of it that will do. */
export type ChosenOption = { name: string; values: string[] }

/** What is left out or empty does not narrow. A category brings everything below it. */
export type ProductFilter = {
  search?: WordSearch
  categoryName?: string
  categoryId?: number
  brandName?: string
  minPriceFen?: number
  maxPriceFen?: number
  brandIds?: number[]
  /** One launched SKU has to have all of them. */
  options?: ChosenOption[]
  /** Only products of which such a SKU can be had now. */
  inStock?: boolean
  order: ProductOrder
  /** Products that are switched off too. */
  withInactive: boolean
  isActive?: boolean
}

/** One page of products with prices and free stock as they are now, and how many fit in all. Two statements at most. */
export async function selectProductPage(
  db: Db, filter: ProductFilter, asked: RowsAsked,
): Promise<{ rows: ProductRow[]; total: number }> {
  const categories = await askedCategories(db, filter)
  if (categories.some((nodes) => nodes.length === 0)) return { rows: [], total: 0 }
  const from = productsFrom(filter)
  const where = conditions(filter, categories)
  const order = orderings(filter)
  const { order: by, withInactive, ...narrowing } = filter
  if (filter.search) {
    const digest = withInactive ? null : heldDigest(db)
    const digestFilter = { ...filter, categoryIds: idsOf(categories) }
    const search = { search: filter.search, filter: digestFilter, by, where, order, asked }
    const found = digest && await selectPostingPage(db, digest, search)
    if (found) return found
    const key = withInactive ? null : `found ${by} ${JSON.stringify(narrowing)}`
    const page = await selectFoundPage(db, { key, from, where, order }, asked)
    if (page) return page
  }
  const { rows } = await sql<ProductRow>`
    select ${productColumns} from (${productsOfPage(filter, asked, { from, where, order })}) as p ${productJoins}
    order by ${order}`.execute(db)
  const key = `${withInactive ? 'console' : ''} products ${JSON.stringify(narrowing)}`
  const keptFor = withInactive ? keptWhenMany : TOTAL_KEPT_MS
  const total = await totalOf({ rows, asked, db }, { key, keptFor }, () => countProducts(db, filter, categories))
  return { rows, total }
}

async function countProducts(db: Db, filter: ProductFilter, categories: CategoryNode[][]): Promise<number> {
  const digest = filter.withInactive || filter.search ? null : heldDigest(db)
  const categoryIds = idsOf(categories)
  if (digest) return countInDigest(digest, { ...filter, categoryIds })
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${productsFrom(filter)} as p where ${conditions(filter, categories)}`.execute(db)
  const qty = rows[0]?.n ?? 0
  void noteCounted(db, qty)
  return qty
}

function idsOf(categories: readonly CategoryNode[][]): number[][] {
  return categories.map((nodes) => nodes.map(({ id }) => id))
}

type Parts = Record<'from' | 'where' | 'order', RawBuilder<unknown>>

/** Of a later page the ids are found first, from the index alone: products that are passed over are not read. */
function productsOfPage({ search }: ProductFilter, asked: RowsAsked, parts: Parts): RawBuilder<unknown> {
  const ordered = (columns: RawBuilder<unknown>) =>
    sql`select ${columns} from ${parts.from} as p where ${parts.where} order by ${parts.order}`
  if (search || asked.offset === 0) return rowsOfPage(ordered(sql`p.*`), asked)
  return sql`select q.* from (${rowsOfPage(ordered(sql`p.id`), asked)}) as few
    join catalog.products as q on q.id = few.id limit 100`
}

/** Per category filter, the categories it means. */
export async function askedCategories(db: Db, { categoryId, categoryName }: ProductFilter): Promise<CategoryNode[][]> {
  const asked: CategoryNode[][] = []
  if (categoryId !== undefined) asked.push(await findCategories(db, (node) => node.id === categoryId))
  if (categoryName) asked.push(await findCategories(db, (node) => node.name === categoryName))
  return asked
}

/** The products that are looked through, those a search finds with their rank. */
export function productsFrom({ search }: ProductFilter): RawBuilder<unknown> {
  return search ? foundProducts(search) : sql`catalog.products`
}

/** What narrows `p`, beyond the search. */
export function conditions(filter: ProductFilter, categories: readonly CategoryNode[][]): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = categories.map(isWithin)
  if (!filter.withInactive) all.push(sql`p.is_active`)
  else if (filter.isActive !== undefined) all.push(filter.isActive ? sql`p.is_active` : sql`not p.is_active`)
  if (filter.brandName) all.push(sql`p.brand_id = (select id from catalog.brands where name = ${filter.brandName})`)
  return allOf([...all, ...brandConditions(filter), ...priceConditions(filter), ...skuConditions(filter)])
}

export function allOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}

export function brandConditions({ brandIds = [] }: ProductFilter): RawBuilder<unknown>[] {
  return brandIds.length > 0 ? [sql`p.brand_id = any(${brandIds}::bigint[])`] : []
}

export function priceConditions({ minPriceFen, maxPriceFen }: ProductFilter): RawBuilder<unknown>[] {
  return [
    ...(minPriceFen === undefined ? [] : [sql`p.min_price_fen >= ${minPriceFen}::bigint`]),
    ...(maxPriceFen === undefined ? [] : [sql`p.min_price_fen <= ${maxPriceFen}::bigint`]),
  ]
}

function skuConditions({ options = [], inStock = false }: ProductFilter): RawBuilder<unknown>[] {
  if (options.length === 0 && !inStock) return []
  const fits = options.map(({ name, values }) => sql`k.specs ->> ${name}::text = any(${values}::text[])`)
  const free = inStock ? [sql`exists (select from stock.levels as l where l.sku_id = k.id and l.on_hand_qty > l.held_qty)`] : []
  return [sql`exists (select from catalog.skus as k where k.product_id = p.id and k.is_launched and ${allOf([...fits, ...free])})`]
}

/** One category of a known level is answered by an index that is already in the order asked for. */
function isWithin(nodes: readonly CategoryNode[]): RawBuilder<unknown> {
  const [node] = nodes
  if (!node || nodes.length > 1) return sql`p.category_path && ${nodes.map(({ id }) => id)}::bigint[]`
  return sql`p.category_path[${sql.lit(node.depth)}] = ${node.id}::bigint`
}

function orderings({ order, search }: ProductFilter): RawBuilder<unknown> {
  switch (order) {
    case 'price_asc': return sql`p.min_price_fen, p.id desc`
    case 'price_desc': return sql`p.min_price_fen desc, p.id`
    case 'sales': return sql`p.sales_count desc, p.id desc`
    case 'views': return sql`p.view_count desc, p.id desc`
    case 'relevance':
      if (search) return sql`p.rank desc, p.sales_count desc, p.created_at desc, p.id desc`
  }
  return sql`p.created_at desc, p.id desc`
}
