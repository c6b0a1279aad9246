import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { ProductTexts } from '../search/index.ts'

/** Which products: by id, by brand, or by a category above or at them. */
export type ProductsAsked = { productIds: readonly number[] } | { brandId: number } | { categoryId: number }

/** Locks products by id, so that of two who write one the later reads what the first wrote. @returns their texts */
export async function selectProductTexts(tx: Tx, asked: ProductsAsked): Promise<ProductTexts[]> {
  const { rows } = await sql<ProductTexts>`
    select p.id as "productId", p.name, p.description,
      array_remove(array[p.model, p.product_code] || s.codes, null) as models,
      array_remove(array[b.name, p.model, p.product_code] || s.codes, null) || array(
        select c.name from catalog.categories as c where c.id = any(p.category_path) order by c.id) as labels,
      array[p.key_spec] || p.selling_points || s.options || array(
        select said from jsonb_array_elements(p.parameters) as pair (both_texts), jsonb_array_elements_text(both_texts) as words (said)) as specs
    from catalog.products as p
    join catalog.brands as b on b.id = p.brand_id
    cross join lateral (
      select coalesce(array_agg(distinct k.sku_code), '{}') as codes, array(
        select distinct e.value from catalog.skus as o, jsonb_each_text(o.specs) as e
        where o.product_id = p.id order by e.value) as options
      from catalog.skus as k where k.product_id = p.id
    ) as s
    where ${whichOf(asked)} order by p.id for no key update of p`.execute(tx)
  return rows
}

/** The ids of the next products after one, by id. */
export async function selectProductIdsAfter(tx: Tx, after: number, limit: number): Promise<number[]> {
  const rows = await tx.selectFrom('catalog.products').select('id').where('id', '>', after).orderBy('id').limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

function whichOf(asked: ProductsAsked): RawBuilder<unknown> {
  if ('brandId' in asked) return sql`p.brand_id = ${asked.brandId}`
  if ('categoryId' in asked) return sql`p.category_path @> array[${asked.categoryId}::bigint]`
  return sql`p.id = any((select ${[...asked.productIds]}::bigint[])::bigint[])`
}
