import type { Tx } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import type { BrandFields } from './brands.sql.ts'
import { insertBrand } from './catalog.sql.ts'
import { firstLetter } from './first-letter.ts'
import { unlessTaken } from './taken.ts'

export type CreateBrand = { brand: BrandFields; actorId: number; at: Date }

/** Makes a brand; without a first letter it gets that of its name. Throws catalog.invalid. @returns its id */
export async function createBrand(tx: Tx, { brand, actorId, at }: CreateBrand): Promise<number> {
  const letter = brand.firstLetter || firstLetter(brand.name)
  const brandId = await unlessTaken(insertBrand(tx, { ...brand, firstLetter: letter, at }))
  await record(tx, { type: 'catalog.brand_created.v1', at, body: { brandId, actorId } })
  return brandId
}
