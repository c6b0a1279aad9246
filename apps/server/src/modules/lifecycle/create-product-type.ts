import { Refusal } from '@hearth/kernel/errors'
import type { Tx } from '../../platform/db.ts'
import { insertProductType } from './product-types.sql.ts'
import type { NewProductType, ProductType } from './product-types.sql.ts'

export type CreateProductType = NewProductType & { at: Date }

/** Adds a kind of machine that units can be of (B-05). Throws lifecycle.model_taken. */
export async function createProductType(tx: Tx, input: CreateProductType): Promise<ProductType> {
  const made = await insertProductType(tx, input, input.at)
  if (!made) throw new Refusal('lifecycle.model_taken', { model: input.model })
  return made
}
