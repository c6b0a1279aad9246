import type { Tx } from '../../platform/db.ts'
import type { NewBrand } from './product.ts'

/** A brand as administrators write it. */
export type BrandFields = Omit<NewBrand, 'at'> & { isActive: boolean }

/** The brand, locked for a change. */
export async function lockBrand(tx: Tx, id: number): Promise<BrandFields | null> {
  const row = await tx.selectFrom('catalog.brands').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!row) return null
  const { name, logo, description, first_letter: firstLetter, sort_order: sortOrder, is_active: isActive } = row
  return { name, firstLetter, logo, description, sortOrder, isActive }
}

export async function updateBrand(tx: Tx, id: number, fields: BrandFields, at: Date): Promise<void> {
  const { name, firstLetter, logo, description, sortOrder, isActive } = fields
  await tx.updateTable('catalog.brands').set({
    name, first_letter: firstLetter, logo, description, sort_order: sortOrder, is_active: isActive, updated_at: at,
  }).where('id', '=', id).execute()
}

export async function countOfBrand(tx: Tx, id: number): Promise<{ products: number }> {
  const row = await tx.selectFrom('catalog.products').select((eb) => eb.fn.countAll<number>().as('products'))
    .where('brand_id', '=', id).executeTakeFirstOrThrow()
  return { products: Number(row.products) }
}

export async function deleteBrand(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('catalog.brands').where('id', '=', id).execute()
}
