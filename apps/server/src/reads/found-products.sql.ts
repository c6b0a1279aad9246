import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { keptBriefly } from './kept-briefly.ts'
import { productColumns, productJoins } from './product-columns.ts'
import type { ProductRow } from './product-columns.ts'
import type { RowsAsked } from './rows-of-page.ts'

/** What a search asks for; without a `key` everything is read, products that are switched off too. */
export type Finding = { key: string | null } & Record<'from' | 'where' | 'order', RawBuilder<unknown>>
/** How many products a search finds, and the first of them in their order. */
type Found = { total: number; ids: number[] }
type Page = { rows: ProductRow[]; total: number }

const IDS = 1_000
const MANY = 500
const KEPT_MS = 3_000

/**
 * One page of what a search finds; one statement. Which products a word finds that many have may be a few seconds old,
 * but not what they cost and have in stock. A page beyond the first thousand is null where they are all that is kept.
 */
export async function selectFoundPage(db: Db, finding: Finding, asked: RowsAsked): Promise<Page | null> {
  const { key } = finding
  let own: Page | null = null
  const read = async (): Promise<Found> => {
    const { rows, ...found } = await find(db, finding, asked)
    own = { rows, total: found.total }
    return found
  }
  const keptFor = ({ total }: Found) => (total > MANY ? KEPT_MS : 0)
  const { total, ids } = await (key === null ? read() : keptBriefly(db, key, keptFor, read))
  if (own) return own
  const to = asked.offset + asked.limit
  if (to > ids.length && total > ids.length) return null
  return { rows: await selectInOrder(db, ids.slice(asked.offset, to)), total }
}

type FoundRow = ProductRow & { found_qty: number; found_ids: number[] | null }

async function find(db: Db, { from, where, order }: Finding, { limit, offset }: RowsAsked): Promise<Found & Page> {
  const { rows } = await sql<FoundRow>`
    with found as materialized (
      select p.id, row_number() over (order by ${order}) as place from ${from} as p where ${where}
    ),
    page as (
      select p.*, few.place from (
        select * from found where place > ${offset}::bigint order by place limit ${limit}::int
      ) as few join catalog.products as p on p.id = few.id limit 100
    )
    select a.qty as found_qty, case when r.place is null or r.place = ${offset}::bigint + 1 then a.ids end as found_ids, r.*
    from (select count(*) as qty, to_json(array_agg(id order by place) filter (where place <= ${sql.lit(IDS)})) as ids
      from found) as a
    left join (select ${productColumns}, p.place from page as p ${productJoins}) as r on true order by r.place`.execute(db)
  const [first] = rows
  // A page with nothing on it still says how many there are.
  const shown = rows.filter(({ id }) => (id as number | null) !== null)
  return { total: first?.found_qty ?? 0, ids: first?.found_ids ?? [], rows: shown }
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
