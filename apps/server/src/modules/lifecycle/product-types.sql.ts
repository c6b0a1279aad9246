import { sql } from 'kysely'
import type { PageAsk } from '@hearth/kernel/pages'
import { offsetOf } from '@hearth/kernel/pages'
import type { Db, Tx } from '../../platform/db.ts'

export type ProductType = {
  id: number
  name: string
  model: string
  specification: string
  warrantyMonths: number
  description: string
  createdAt: Date
  updatedAt: Date
}
export type NewProductType = Pick<ProductType, 'name' | 'model' | 'specification' | 'warrantyMonths' | 'description'>

type Row = {
  id: number; name: string; model: string; specification: string; warranty_months: number; description: string
  created_at: Date; updated_at: Date
}

function productTypeOf(row: Row): ProductType {
  return {
    id: row.id, name: row.name, model: row.model, specification: row.specification, warrantyMonths: row.warranty_months,
    description: row.description, createdAt: row.created_at, updatedAt: row.updated_at,
  }
}

export async function selectProductType(db: Db, id: number): Promise<ProductType | null> {
  const row = await db.selectFrom('lifecycle.product_types').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? productTypeOf(row) : null
}

/** Keeps the type from being deleted until the transaction ends. @returns false when there is no such type */
export async function holdProductType(tx: Tx, id: number): Promise<boolean> {
  const row = await tx.selectFrom('lifecycle.product_types').select('id').where('id', '=', id)
    .forKeyShare().executeTakeFirst()
  return row !== undefined
}

/** One page of the product types, by name; `search` looks into name and model. */
export async function selectProductTypes(db: Db, search: string, ask: PageAsk) {
  const found = db.selectFrom('lifecycle.product_types').$if(search !== '', (query) => query.where((eb) => eb.or([
    eb(sql`position(lower(${search}) in lower(name))`, '>', 0),
    eb(sql`position(lower(${search}) in lower(model))`, '>', 0),
  ])))
  const rows = await found.selectAll().orderBy('name').orderBy('id').limit(ask.pageSize).offset(offsetOf(ask)).execute()
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { results: rows.map(productTypeOf), total }
}

/** @returns null when the model is taken */
export async function insertProductType(tx: Tx, type: NewProductType, at: Date): Promise<ProductType | null> {
  const row = await tx.insertInto('lifecycle.product_types').values({
    name: type.name, model: type.model, specification: type.specification, warranty_months: type.warrantyMonths,
    description: type.description, created_at: at, updated_at: at,
  }).onConflict((on) => on.column('model').doNothing()).returningAll().executeTakeFirst()
  return row ? productTypeOf(row) : null
}
