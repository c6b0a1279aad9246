import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { TOTAL_KEPT_MS, rowsOfPage, totalOf } from './rows-of-page.ts'
import type { RowsAsked } from './rows-of-page.ts'
import { foundProducts } from './search-conditions.sql.ts'
import type { WordSearch } from './search-conditions.sql.ts'

export type SkuOrder = 'newest' | 'oldest' | 'cheapest' | 'dearest' | 'most sold' | 'least sold'

export type SkuCardRow = {
  id: number
  name: string
  price_fen: number
  market_price_fen: number | null
  image: string
  comments_count: number
  sales_count: number
  product_id: number
  key_spec: string
  warranty_months: number
  has_installation: boolean
  free_qty: number
}

/** The columns of {@link SkuCardRow} from `k` (with those of its product) and its stock level `l`. */
export const cardColumns = sql`
  k.id, k.name, k.price_fen, k.market_price_fen, coalesce(nullif(k.image, ''), k.first_image, '') as image,
  k.comments_count, k.sales_count, k.product_id, k.key_spec, k.warranty_months, k.has_installation,
  coalesce(l.on_hand_qty - l.held_qty, 0) as free_qty`

const orderings: Record<SkuOrder, RawBuilder<unknown>> = {
  newest: sql`k.created_at desc, k.id desc`,
  oldest: sql`k.created_at, k.id`,
  cheapest: sql`k.price_fen, k.id desc`,
  dearest: sql`k.price_fen desc, k.id`,
  'most sold': sql`k.sales_count desc, k.id desc`,
  'least sold': sql`k.sales_count, k.id`,
}

/** One page of the launched SKUs of a category's active products, and how many there are in all. */
export async function selectCategorySkus(
  db: Db, categoryId: number, order: SkuOrder, asked: RowsAsked,
): Promise<{ rows: SkuCardRow[]; total: number }> {
  const shown = sql`from catalog.skus as k join catalog.products as p on p.id = k.product_id
    where k.category_id = ${categoryId} and k.is_launched and p.is_active`
  return cardPage(db, { shown, order: orderings[order], key: `skus ${categoryId}` }, asked)
}

/**
 * One page of the launched SKUs of active products that a search finds; null finds all. Without an order the best
 * product comes first, and of its SKUs the one whose own name says most of the words.
 */
export async function selectFoundSkus(
  db: Db, search: WordSearch | null, order: SkuOrder | null, asked: RowsAsked,
): Promise<{ rows: SkuCardRow[]; total: number }> {
  const from = search ? foundProducts(search) : sql`catalog.products`
  const shown = sql`from catalog.skus as k join ${from} as p on p.id = k.product_id where k.is_launched and p.is_active`
  const best = search
    ? { ordered: sql`p.rank desc, ${wordsSaid(search)} desc, k.sales_count desc, k.created_at desc, k.id desc`,
        again: sql`k.rank desc, k.words_said desc, k.sales_count desc, k.created_at desc, k.id desc` }
    : { ordered: orderings.newest, again: orderings.newest }
  const plain = order && { ordered: orderings[order], again: orderings[order] }
  const { ordered, again } = plain ?? best
  const extra = search ? sql`, p.rank, ${wordsSaid(search)} as words_said` : sql``
  return cardPage(db, { shown, order: ordered, again, extra, key: `found skus ${JSON.stringify(search)}` }, asked)
}

/** These SKUs as far as they are for sale, in the order of `ids`. */
export async function selectSkuCards(db: Db, ids: readonly number[]): Promise<SkuCardRow[]> {
  const { rows } = await sql<SkuCardRow>`
    select ${cardColumns} from (
      select s.*, p.key_spec, p.warranty_months, p.has_installation, p.main_images[1] as first_image
      from catalog.skus as s join catalog.products as p on p.id = s.product_id
      where s.id = any(${ids}::bigint[]) and s.is_launched and p.is_active
    ) as k left join stock.levels as l on l.sku_id = k.id order by array_position(${ids}::bigint[], k.id)`.execute(db)
  return rows
}

function wordsSaid({ words }: WordSearch): RawBuilder<unknown> {
  return sql`(select count(*) from unnest(${words}::text[]) as word where strpos(lower(replace(k.name, ' ', '')), word) > 0)`
}

/** `shown`: from `k` and its product `p`; `again`: the order in terms of `k` alone, where it needs `extra` columns. */
type Cards = {
  shown: RawBuilder<unknown>
  order: RawBuilder<unknown>
  again?: RawBuilder<unknown>
  extra?: RawBuilder<unknown>
  key: string
}

async function cardPage(
  db: Db, { shown, order, again = order, extra = sql``, key }: Cards, asked: RowsAsked,
): Promise<{ rows: SkuCardRow[]; total: number }> {
  const ordered = sql`select k.*, p.key_spec, p.warranty_months, p.has_installation, p.main_images[1] as first_image ${extra}
    ${shown} order by ${order}`
  const { rows } = await sql<SkuCardRow>`
    select ${cardColumns} from (${rowsOfPage(ordered, asked)}) as k left join stock.levels as l on l.sku_id = k.id
    order by ${again}`.execute(db)
  const total = await totalOf({ rows, asked, db }, { key, keptFor: TOTAL_KEPT_MS }, async () => {
    const counted = await sql<{ n: number }>`select count(*) as n ${shown}`.execute(db)
    return counted.rows[0]?.n ?? 0
  })
  return { rows, total }
}
