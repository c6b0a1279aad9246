import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { RowsAsked } from './rows-of-page.ts'

export type BrandRow = {
  id: number; name: string; first_letter: string; logo: string; description: string; sort_order: number
  is_active: boolean; created_at: Date; updated_at: Date
}
export type BrandFilter = { search?: string; withInactive: boolean }

const columns = ['id', 'name', 'first_letter', 'logo', 'description', 'sort_order', 'is_active', 'created_at', 'updated_at'] as const

/** One page of brands by order and id, and how many fit in all. Two statements. */
export async function selectBrandPage(
  db: Db, { search, withInactive }: BrandFilter, asked: RowsAsked,
): Promise<{ rows: BrandRow[]; total: number }> {
  let found = db.selectFrom('catalog.brands')
  if (!withInactive) found = found.where('is_active', '=', true)
  if (search) found = found.where(sql<boolean>`strpos(lower(name), lower(${search}::text)) > 0`)
  const [rows, counted] = await Promise.all([
    found.select(columns).orderBy('sort_order').orderBy('id').limit(asked.limit).offset(asked.offset).execute(),
    found.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ])
  return { rows: rows as unknown as BrandRow[], total: Number(counted.n) }
}

/** One brand; one that is switched off only when `withInactive`. */
export async function selectBrand(db: Db, id: number, withInactive: boolean): Promise<BrandRow | null> {
  const row = await db.selectFrom('catalog.brands').select(columns).where('id', '=', id).executeTakeFirst()
  return row && (row.is_active || withInactive) ? row as unknown as BrandRow : null
}
