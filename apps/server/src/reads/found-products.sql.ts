import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'
import { noteCounted } from './kept-digest.ts'
import { MORE_THAN_FEW } from './kept-postings.ts'
import { changedSince, hits, postingColumns, postingOf } from './postings.sql.ts'
import type { Posting, PostingRow } from './postings.sql.ts'
import { productColumns, productJoins } from './product-columns.ts'
import type { ProductRow } from './product-columns.ts'
import type { RowsAsked } from './rows-of-page.ts'
import { wordPlace } from './search-conditions.sql.ts'
import type { WordSearch } from './search-conditions.sql.ts'

/** What narrows the products `p` of a search, and their order. */
export type Narrowing = Record<'where' | 'order', RawBuilder<unknown>>
/** What a search asks for; without a `key` everything is read, products that are switched off too. */
export type Finding = Narrowing & { key: string | null; from: RawBuilder<unknown> }
/** How many products a search finds, and the first of them in their order. */
type Found = { total: number; ids: number[] }
export type FoundPage = { rows: ProductRow[]; total: number }

export const IDS = 1_000
const MANY = 500
const KEPT_MS = 3_000

/**
 * One page of what a search finds; one statement. Which products a word finds that many have may be a few seconds old,
 * but not what they cost and have in stock. A page beyond the first thousand is null where they are all that is kept.
 */
export async function selectFoundPage(db: Db, finding: Finding, asked: RowsAsked): Promise<FoundPage | null> {
  const { key } = finding
  let own: FoundPage | null = null
  const read = async (): Promise<Found> => {
    const { rows, ...found } = await find(db, finding, asked)
    own = { rows, total: found.total }
    return found
  }
  const keptFor = ({ total }: Found) => (total > MANY ? KEPT_MS : 0)
  const { total, ids } = await (key === null ? read() : keptBriefly(db, key, keptFor, read))
  void noteCounted(db, total)
  if (own) return own
  const to = asked.offset + asked.limit
  if (to > ids.length && total > ids.length) return null
  return { rows: await selectInOrder(db, ids.slice(asked.offset, to)), total }
}

type FoundRow = ProductRow & { found_qty: number; found_ids: number[] | null }

async function find(db: Db, { from, where, order }: Finding, asked: RowsAsked): Promise<Found & FoundPage> {
  const { rows } = await sql<FoundRow>`
    with found as materialized (
      select p.id, row_number() over (order by ${order}) as place from ${from} as p where ${where}
    ),
    page as ${pageOfFound(asked)}
    select a.qty as found_qty,
      case when r.place is null or r.place = ${asked.offset}::bigint + 1 then a.ids end as found_ids, r.*
    from (select count(*) as qty, to_json(array_agg(id order by place) filter (where place <= ${sql.lit(IDS)})) as ids
      from found) as a
    left join ${shownRows} as r on true order by r.place`.execute(db)
  const [first] = rows
  return { total: first?.found_qty ?? 0, ids: first?.found_ids ?? [], rows: shown(rows) }
}

type FewRow = ProductRow & PostingRow & { found_qty: number; is_much: boolean }

/** One page of what a search finds, or, where that is much, all it finds, however it is narrowed. One statement. */
export async function selectFewOrPosting(
  db: Db, search: WordSearch, { where, order }: Narrowing, asked: RowsAsked,
): Promise<{ page: FoundPage } | { posting: Posting }> {
  const { rows } = await sql<FewRow>`
    with hits as materialized (select * from ${hits(search)} as found),
    amount as materialized (select count(*) > ${sql.lit(MORE_THAN_FEW)} as is_much from hits),
    found as materialized (
      select p.id, row_number() over (order by ${order}) as place from (
        select p.*, least(h.rank, 5) as rank from hits as h join catalog.products as p on p.id = h.id
        where not (select is_much from amount)
      ) as p where ${where}
    ),
    page as ${pageOfFound(asked)}
    select amount.is_much, (select count(*) from found) as found_qty, a.*, r.*
    from amount left join (select ${postingColumns} from hits where (select is_much from amount)) as a on amount.is_much
    left join ${shownRows} as r on true order by r.place`.execute(db)
  const [first] = rows
  if (first?.is_much) return { posting: postingOf(first) }
  return { page: { rows: shown(rows), total: first?.found_qty ?? 0 } }
}

/** Products that a search may find; `asOf`: when that was known. */
export type Candidates = { ids: readonly number[]; asOf: string }
type AmongRow = ProductRow & { found_qty: number; changed_ids: number[] | null; changed_qty: number }
/** `changedIds`: the products that changed since; `changedQty`: how many of them the search finds now. */
export type Among = { rows: ProductRow[]; changedIds: number[]; changedQty: number }

/** One page out of these and of all that changed since, as they are now; null when too many did. One statement. */
export async function selectAmong(
  db: Db, search: WordSearch, { ids, asOf, where, order }: Candidates & Narrowing, asked: RowsAsked,
): Promise<Among | null> {
  const { rows } = await sql<AmongRow>`
    with changed as materialized (select * from ${changedSince(asOf, IDS + 1)} as since),
    found as materialized (
      select p.id, row_number() over (order by ${order}) as place from (
        select p.*, case when strpos(w.name_text, ${search.phrase}) > 0 then 5 else worst.place end as rank
        from (select distinct id from unnest((select ${[...ids]}::bigint[]) || array(select id from changed)) as id) as few
        join search.product_words as w on w.product_id = few.id join catalog.products as p on p.id = few.id
        cross join lateral ${wordPlace(search.words)} as worst where worst.place > 0
      ) as p where ${where}
    ),
    page as ${pageOfFound(asked)}
    select (select to_json(array_agg(id)) from changed) as changed_ids,
      (select count(*) from found where id in (select id from changed)) as changed_qty, r.*
    from (select) as one left join ${shownRows} as r on true order by r.place`.execute(db)
  const [first] = rows
  const changedIds = first?.changed_ids ?? []
  if (changedIds.length > IDS) return null
  return { rows: shown(rows), changedIds, changedQty: first?.changed_qty ?? 0 }
}

/** The products of `found` that are asked for, with their `place` in it. */
function pageOfFound({ limit, offset }: RowsAsked): RawBuilder<unknown> {
  return sql`(
    select p.*, few.place from (
      select * from found where place > ${offset}::bigint order by place limit ${limit}::int
    ) as few join catalog.products as p on p.id = few.id limit 100
  )`
}

/** The products of `page` as they are shown. */
const shownRows = sql`(select ${productColumns}, p.place from page as p ${productJoins})`

/** A page with nothing on it has one row all the same, which says how many there are. */
function shown<Row extends ProductRow>(rows: readonly Row[]): Row[] {
  return rows.filter(({ id }) => (id as number | null) !== null)
}

/** Active products by id, in the order given. */
async function selectInOrder(db: Db, ids: readonly number[]): Promise<ProductRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ProductRow>`
    select ${productColumns} from (
      select p.*, o.place from unnest((select ${[...ids]}::bigint[])) with ordinality as o (id, place)
      join catalog.products as p on p.id = o.id where p.is_active limit 100
    ) as p ${productJoins} order by p.place`.execute(db)
  return rows
}
