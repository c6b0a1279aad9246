import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Every active product in columns, by id, as counting needs them: some dozen bytes each. */
export type CatalogueDigest = {
  /** The first transaction whose changes this may lack. */
  asOf: string
  ids: Float64Array
  /** Places in `categories` and `brands`. */
  categoryAt: Uint32Array
  brandAt: Uint32Array
  minPriceFen: Float64Array
  salesCount: Uint32Array
  viewCount: Uint32Array
  /** Microseconds since 1970, as exact as the database keeps them. */
  createdAtUs: Float64Array
  /** The launched SKUs of the n-th product: from `skusFrom[n]` to `skusFrom[n + 1]`. */
  skusFrom: Uint32Array
  isSkuFree: Uint8Array
  /** Places in `options` of the n-th SKU: `optionAt` from `optionsFrom[n]` to `optionsFrom[n + 1]`. */
  optionsFrom: Uint32Array
  optionAt: Uint32Array
  options: { name: string; value: string }[]
  categories: DigestCategory[]
  brands: { id: number; name: string }[]
}
/** `path` holds places in `categories`, the major first. */
export type DigestCategory = {
  id: number; name: string; level: 'major' | 'minor' | 'item'; parent_id: number | null; sort_order: number; path: number[]
}

type Row = {
  id: number; category_id: number; brand_id: number; min_price_fen: number; sales_count: number; view_count: number
  created_us: number; specs: string | null; free: string | null
}

const AT_ONCE = 5_000

/** Reads the digest some thousand products at a time, so that nobody else waits long. */
export async function selectDigest(db: Db): Promise<CatalogueDigest> {
  const asOf = await selectAsOf(db)
  const categories = await selectCategories(db)
  const brands = await db.selectFrom('catalog.brands').select(['id', 'name']).orderBy('id').execute()
  const places = { category: placesOf(categories), brand: placesOf(brands) }
  const options = openOptions()
  const columns = openColumns()
  const [free, skusFrom, optionsFrom, optionAt] = [[] as number[], [0], [0], [] as number[]]
  for (let rows = await selectRows(db, 0); rows.length > 0; rows = await selectRows(db, rows.at(-1)?.id ?? 0)) {
    for (const row of rows) {
      const [category, brand] = [places.category.get(row.category_id), places.brand.get(row.brand_id)]
      // What came while this was being read is in the next digest.
      if (category === undefined || brand === undefined) continue
      columns.ids.push(row.id)
      columns.category.push(category)
      columns.brand.push(brand)
      columns.price.push(row.min_price_fen)
      columns.sales.push(row.sales_count)
      columns.views.push(row.view_count)
      columns.created.push(row.created_us)
      for (const [place, said] of options.placesOf(row.specs).entries()) {
        free.push(row.free?.charAt(place) === '1' ? 1 : 0)
        optionAt.push(...said)
        optionsFrom.push(optionAt.length)
      }
      skusFrom.push(free.length)
    }
  }
  return {
    asOf, ids: Float64Array.from(columns.ids), minPriceFen: Float64Array.from(columns.price),
    salesCount: Uint32Array.from(columns.sales), viewCount: Uint32Array.from(columns.views),
    createdAtUs: Float64Array.from(columns.created),
    categoryAt: Uint32Array.from(columns.category), brandAt: Uint32Array.from(columns.brand),
    skusFrom: Uint32Array.from(skusFrom), isSkuFree: Uint8Array.from(free), optionsFrom: Uint32Array.from(optionsFrom),
    optionAt: Uint32Array.from(optionAt), options: options.all, categories, brands,
  }
}

function openColumns() {
  const column = (): number[] => []
  return {
    ids: column(), category: column(), brand: column(), price: column(), sales: column(), views: column(),
    created: column(),
  }
}

/** Transactions before this one are over, and all that is read from now on shows what they wrote. */
async function selectAsOf(db: Db): Promise<string> {
  const { rows } = await sql<{ as_of: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as as_of`.execute(db)
  return rows[0]?.as_of ?? '0'
}

async function selectRows(db: Db, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.category_id, p.brand_id, p.min_price_fen, p.sales_count, p.view_count,
      (extract(epoch from p.created_at) * 1000000)::bigint as created_us, s.specs, s.free
    from (select id, category_id, brand_id, min_price_fen, sales_count, view_count, created_at from catalog.products
      where is_active and id > ${after} order by id limit ${sql.lit(AT_ONCE)}) as p
    cross join lateral (
      select json_agg(k.specs order by k.id)::text as specs,
        string_agg(case when l.on_hand_qty > l.held_qty then '1' else '0' end, '' order by k.id) as free
      from catalog.skus as k left join stock.levels as l on l.sku_id = k.id where k.product_id = p.id and k.is_launched
    ) as s order by p.id`.execute(db)
  return rows
}

async function selectCategories(db: Db): Promise<DigestCategory[]> {
  const rows = await db.selectFrom('catalog.categories').select(['id', 'name', 'level', 'parent_id', 'sort_order'])
    .orderBy('id').execute()
  const places = placesOf(rows)
  const pathOf = (at: number): number[] => {
    const parent = rows[at]?.parent_id
    const above = parent === null || parent === undefined ? undefined : places.get(parent)
    return above === undefined ? [at] : [...pathOf(above), at]
  }
  return rows.map((row, at) => ({ ...row, level: row.level as DigestCategory['level'], path: pathOf(at) }))
}

function placesOf(rows: readonly { id: number }[]): Map<number, number> {
  return new Map(rows.map(({ id }, at) => [id, at]))
}

/** Numbers options as they appear; SKUs that say the same are parsed once. */
function openOptions() {
  const all: CatalogueDigest['options'] = []
  const known = new Map<string, number>()
  const parsed = new Map<string, number[][]>()
  const placeOf = (name: string, value: string) => {
    const key = JSON.stringify([name, value])
    const at = known.get(key) ?? all.push({ name, value }) - 1
    known.set(key, at)
    return at
  }
  const placesOfSkus = (specs: string | null): number[][] => {
    const before = specs === null ? [] : parsed.get(specs)
    if (before || specs === null) return before ?? []
    const places = (JSON.parse(specs) as Record<string, string>[])
      .map((each) => Object.entries(each).map(([name, value]) => placeOf(name, value)))
    parsed.set(specs, places)
    return places
  }
  return { all, placesOf: placesOfSkus }
}
