import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../platform/db.ts'
import { findCategories } from './category-tree.sql.ts'
import { productColumns, productJoins } from './product-columns.ts'
import type { ProductRow } from './product-columns.ts'

const LINES_LOOKED_AT = 2_000
const TRENDING_MS = 14 * 86_400_000
const MOST_SOLD = sql`p.sales_count desc, p.created_at desc, p.id desc`

/** Active products by what was sold; below a category when one is named. */
export async function selectPopular(db: Db, limit: number, categoryId?: number): Promise<ProductRow[]> {
  if (categoryId === undefined) return products(db, sql`select p.*, 0 as score from catalog.products as p where p.is_active`, limit)
  const [category] = await findCategories(db, (node) => node.id === categoryId)
  if (!category) return []
  return products(db, sql`select p.*, 0 as score from catalog.products as p
    where p.is_active and p.category_path[${sql.lit(category.depth)}] = ${categoryId}::bigint`, limit)
}

/** Active products by what was ordered in the last two weeks (of the newest lines), then by what was ever sold. */
export async function selectTrending(db: Db, limit: number, now: Date): Promise<ProductRow[]> {
  const since = new Date(now.getTime() - TRENDING_MS)
  return products(db, sql`
    select p.*, coalesce(t.qty, 0) as score from catalog.products as p left join (
      select e.product_id, sum(e.qty) as qty from (
        select product_id, order_id, qty, created_at from orders.order_lines order by id desc limit ${sql.lit(LINES_LOOKED_AT)}
      ) as e join orders.orders as o on o.id = e.order_id
      where e.created_at > ${since} and o.state <> 'cancelled' group by e.product_id
    ) as t on t.product_id = p.id where p.is_active`, limit)
}

/**
 * Active products that go with one: first those bought in one order with it, by how often, then its category's by what
 * was sold. null when there is no such product that may be seen.
 */
export async function selectRelated(
  db: Db, productId: number, limit: number, withInactive: boolean,
): Promise<ProductRow[] | null> {
  const { rows } = await sql<{ category_id: number }>`
    select category_id from catalog.products where id = ${productId} and (is_active or ${withInactive}::boolean)`.execute(db)
  const [product] = rows
  if (!product) return null
  return products(db, sql`
    select p.*, coalesce(t.orders, 0) as score from catalog.products as p left join (
      select e.product_id, count(*) as orders
      from (select distinct order_id from (
        select order_id from orders.order_lines where product_id = ${productId} order by id desc
        limit ${sql.lit(LINES_LOOKED_AT)}) as newest) as b
      join orders.orders as o on o.id = b.order_id and o.state <> 'cancelled'
      join orders.order_lines as e on e.order_id = b.order_id group by e.product_id
    ) as t on t.product_id = p.id
    where p.is_active and p.id <> ${productId} and (t.orders is not null or p.category_id = ${product.category_id})`, limit)
}

async function products(db: Db, scored: RawBuilder<unknown>, limit: number): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select ${productColumns} from (
      select * from (${scored}) as p order by p.score desc, ${MOST_SOLD} limit ${limit}::int
    ) as p ${productJoins} order by p.score desc, ${MOST_SOLD}`.execute(db)
  return rows
}
