import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { productColumns, productJoins } from './product-columns.ts'
import type { ProductDetailRow } from './product-columns.ts'

/** One product with its launched SKUs, one that is switched off too when `withInactive`. */
export async function selectProduct(db: Db, id: number, withInactive: boolean): Promise<ProductDetailRow | null> {
  const { rows } = await sql<ProductDetailRow>`
    select ${productColumns}, p.parameters, p.manuals from catalog.products as p ${productJoins}
    where p.id = ${id} and (p.is_active or ${withInactive}::boolean)`.execute(db)
  return rows[0] ?? null
}
